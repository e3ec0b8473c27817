/** Paths as catalogs, reports and modules write them. */
import { sep } from "node:path";

/** The path with `/`, whatever the system has. */
export function slashed(path: string): string {
  return path.split(sep).join("/");
}
