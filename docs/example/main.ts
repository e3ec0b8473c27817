/** Starts the image host and says what to try: `npm run example`. */
import { serve } from "@hono/node-server";
import { logLine } from "errdex/logging";
import { seededState } from "./seed.js";
import { formats, imageService } from "./service.js";
import { guide } from "./tries.js";

const port = Number(process.env.PORT ?? 8080);
const base = `http://localhost:${port}`;

const service = imageService({
  base,
  state: seededState(),
  report: ({ error, request }) => {
    const context = { request_id: request.get("requestId"), path: request.req.path };
    const isOurs = error.status >= 500;
    console.error(logLine(error, { context, internal: true, stack: isOurs }));
  },
});

serve({ fetch: service.fetch, port }, () => console.log(guide(base, Object.keys(formats))));
