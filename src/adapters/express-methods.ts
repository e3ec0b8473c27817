/** Which methods the routes of an Express app have for a path. Express itself takes every other for an unknown path. */

import { memberIn } from "../runtime/own-member.js";

/** What Express 5 and 4 have of their routers. */
export interface RoutedApp {
  /** Where it is mounted in others. */
  path?(): unknown;
  readonly router?: unknown;
  readonly _router?: unknown;
}

/** What Express 5 and 4 say of where a request is. */
export interface RoutedRequest {
  /** Without where the router is mounted that has it now. */
  readonly path: string;
  /** Where that is, from the outermost app on. */
  readonly baseUrl?: string | undefined;
  /** The innermost app. */
  readonly app: RoutedApp;
}

interface Layer {
  /** What matched; older routers set it on the layer and say no more than whether. */
  match(path: string): boolean | { readonly path?: string | undefined };
  readonly path?: string | undefined;
  readonly route?: { readonly methods: Readonly<Record<string, boolean>> } | undefined;
  readonly handle?: { readonly stack?: readonly Layer[] } | undefined;
}

/** In upper case, sorted; `HEAD` beside `GET`, as Express answers it. Empty for an unknown path. */
export function methodsOf(request: RoutedRequest): readonly string[] {
  const methods = new Set<string>();
  try {
    collect(stackOf(request.app), pathInApp(request), methods);
  } catch {
    // A router of another make: what it has is not known.
    return [];
  }
  if (methods.has("GET")) methods.add("HEAD");
  return [...methods].sort();
}

/** A router that is mounted in the app cuts off the beginning of `path`. */
function pathInApp(request: RoutedRequest): string {
  const { app, path } = request;
  const mount = memberIn(app, "path")?.call(app) ?? "";
  const whole = `${memberIn(request, "baseUrl") ?? ""}${path}`;
  return typeof mount === "string" && whole.startsWith(mount) ? whole.slice(mount.length) : path;
}

function stackOf(app: RoutedApp): readonly Layer[] {
  // Reading `router` of Express 4 throws.
  const router = (memberIn(app, "_router") ?? memberIn(app, "router")) as
    | { readonly stack?: readonly Layer[] }
    | undefined;
  return memberIn(router, "stack") ?? [];
}

function collect(stack: readonly Layer[], path: string, methods: Set<string>): void {
  for (const layer of stack) {
    const route = memberIn(layer, "route");
    const inner = memberIn(layer.handle, "stack");
    if (route === undefined && inner === undefined) continue;
    const match = layer.match(path);
    if (!match) continue;
    if (route) {
      for (const [method, isThere] of Object.entries(route.methods))
        if (isThere && method !== "_all") methods.add(method.toUpperCase());
    } else if (inner) {
      const begin = (match === true ? layer : match).path ?? "";
      const rest = path.slice(begin.length);
      collect(inner, rest.startsWith("/") ? rest : `/${rest}`, methods);
    }
  }
}
