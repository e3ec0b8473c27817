/** A router for services without one. */
import type { Route } from "../service.js";

export interface FoundRoute {
  readonly route: Route | undefined;
  readonly parameter: string;
  /** The methods of all routes for the path. */
  readonly methods: readonly string[];
}

export function findRoute(routes: readonly Route[], method = "GET", url = "/"): FoundRoute {
  const path = new URL(url, "http://localhost").pathname;
  const found = routes.flatMap((route) => {
    const match = new RegExp(`^${route.path.replace(/:\w+/, "([^/]+)")}$`).exec(path);
    return match === null ? [] : [{ route, parameter: decodeURIComponent(match[1] ?? "") }];
  });
  const asked = method === "HEAD" ? "GET" : method;
  const methods = found.map((each) => each.route.method as string);
  return {
    route: undefined,
    parameter: "",
    ...found.find((each) => each.route.method === asked),
    methods: [...methods, ...(methods.includes("GET") ? ["HEAD"] : [])].sort(),
  };
}
