/** Tells which files a package.json means by a name, whether they are there or not. */
import { isObject, type PackageFile } from "./package-files.js";

/** The files that `package/sub` may mean, relative to the package's folder. `way` is `.` or `./sub`. */
export function exportedFiles({ exports, mains }: PackageFile, way: string): readonly string[] {
  if (exports !== undefined) {
    const isTable = isObject(exports) && Object.keys(exports).some((key) => key.startsWith("."));
    return filesFor(isTable ? exports : { ".": exports }, way);
  }
  if (way !== ".") return [way];
  return [...mains.filter((each) => typeof each === "string"), "./index"];
}

/** The files that `#name` may mean in a package. */
export function importedFiles({ imports }: PackageFile, name: string): readonly string[] {
  return isObject(imports) ? filesFor(imports, name) : [];
}

function filesFor(table: Readonly<Record<string, unknown>>, key: string): readonly string[] {
  if (Object.hasOwn(table, key) && !key.includes("*")) return leaves(table[key], "");
  for (const [pattern, value] of Object.entries(table)) {
    const [before = "", after, ...more] = pattern.split("*");
    if (after === undefined || more.length > 0) continue;
    const middle = key.slice(before.length, key.length - after.length);
    if (key === before + middle + after && middle !== "") return leaves(value, middle);
  }
  return [];
}

const deepestCondition = 10;

/** The paths under all conditions, in their order. */
function leaves(value: unknown, middle: string, depth = deepestCondition): readonly string[] {
  if (typeof value === "string") return [value.replaceAll("*", () => middle)];
  if (typeof value !== "object" || value === null || depth === 0) return [];
  return Object.values(value).flatMap((each) => leaves(each, middle, depth - 1));
}
