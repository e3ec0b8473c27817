/** `:pointer`: a path as a JSON Pointer in a URI fragment, RFC 6901 section 6. */
import type { Codec } from "../codec.js";
import { joinPath, splitPath } from "../path-steps.js";

/** A path such as `items.1.name` as `#/items/1/name`; `""` is the whole document. */
export const pointer: Codec = {
  toWire: (value) => {
    // What is nothing but one empty name would be read as the whole document.
    if (typeof value !== "string" || value === "\\") return undefined;
    try {
      return ["#", ...splitPath(value).map(encodeStep)].join("/");
    } catch {
      return undefined; // half a surrogate pair has no place in a URI
    }
  },
  // Many write `/` for the whole document, which is `""`.
  fromWire: (value) => {
    const [, hash, path = ""] =
      /^(#?)(?:\/(.*))?$/s.exec(typeof value === "string" ? value : " ") ?? [];
    if (hash === undefined) return undefined;
    try {
      const decoded = hash === "" ? path : decodeURIComponent(path);
      return path === "" ? "" : joinPath(decoded.split("/").map(decodeStep));
    } catch {
      return undefined;
    }
  },
};

function encodeStep(step: string): string {
  return encodeURIComponent(step.replaceAll("~", "~0").replaceAll("/", "~1"));
}

function decodeStep(step: string): string {
  return step.replaceAll("~1", "/").replaceAll("~0", "~");
}
