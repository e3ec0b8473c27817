/** Services on workerd: the adapter's name is the first step of the path, which is taken off. */
import { handlers } from "./handlers.js";

const worker: { fetch(request: Request): Response | Promise<Response> } = {
  fetch(request) {
    const url = new URL(request.url);
    const [, name = ""] = url.pathname.split("/");
    url.pathname = url.pathname.slice(name.length + 1);
    const handler = handlers[name];
    return handler?.(new Request(url, request)) ?? new Response(null, { status: 501 });
  },
};

export default worker;
