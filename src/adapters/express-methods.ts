/** Which methods the routes of an Express app have for a path. Express itself takes every other for an unknown path. */

/** What Express 5 and 4 have of their routers. */
export interface RoutedApp {
  readonly router?: unknown;
  readonly _router?: unknown;
}

interface Layer {
  match(path: string): boolean;
  readonly path?: string | undefined;
  readonly route?: { readonly methods: Readonly<Record<string, boolean>> } | undefined;
  readonly handle?: { readonly stack?: readonly Layer[] } | undefined;
}

/** In upper case, sorted; `HEAD` beside `GET`, as Express answers it. Empty for an unknown path. */
export function methodsOf(app: RoutedApp, path: string): readonly string[] {
  const methods = new Set<string>();
  try {
    collect(stackOf(app), path, methods);
  } catch {
    // A router of another make: what it has is not known.
    return [];
  }
  if (methods.has("GET")) methods.add("HEAD");
  return [...methods].sort();
}

function stackOf(app: RoutedApp): readonly Layer[] {
  // Reading `router` of Express 4 throws.
  const router = (app._router ?? app.router) as { readonly stack?: readonly Layer[] } | undefined;
  return router?.stack ?? [];
}

function collect(stack: readonly Layer[], path: string, methods: Set<string>): void {
  for (const layer of stack) {
    if (layer.route === undefined && layer.handle?.stack === undefined) continue;
    if (!layer.match(path)) continue;
    if (layer.route) {
      for (const [method, isThere] of Object.entries(layer.route.methods))
        if (isThere && method !== "_all") methods.add(method.toUpperCase());
    } else if (layer.handle?.stack) {
      const rest = path.slice((layer.path ?? "").length);
      collect(layer.handle.stack, rest.startsWith("/") ? rest : `/${rest}`, methods);
    }
  }
}
