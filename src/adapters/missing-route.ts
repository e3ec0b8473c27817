/** What a request stands for that no route has answered. */
import type { Recognized } from "../server/recognized.js";

const methods = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];

/** The methods of HTTP that a path has a route for, sorted. */
export function methodsWith(hasRoute: (method: string) => boolean): readonly string[] {
  return methods.filter(hasRoute);
}

/**
 * An unknown path, or a known one that lacks the method.
 *
 * @param methods those that the routes of the path have, in upper case.
 */
export function missingRoute(method: string, methods: readonly string[]): Recognized {
  // A route for OPTIONS is often there for all paths, which makes none of them known.
  const isKnown = methods.some((each) => each !== "OPTIONS");
  // A route of the method may have passed the request on: it found nothing.
  return isKnown && !methods.includes(method)
    ? { role: "method_not_allowed", finding: { methods } }
    : { role: "route_not_found" };
}
