/** `:pointer`: a member's name as a JSON Pointer in a URI fragment, RFC 6901 section 6. */
import type { Codec } from "../codec.js";

/** A member's name as `#/name`. */
export const pointer: Codec = {
  toWire: (value) => {
    if (typeof value !== "string") return undefined;
    if (value === "") return "#"; // the whole document
    try {
      return `#/${encodeURIComponent(value.replaceAll("~", "~0").replaceAll("/", "~1"))}`;
    } catch {
      return undefined; // half a surrogate pair has no place in a URI
    }
  },
  // What points deeper is a name with slashes in it: for whoever shows it, that is better than nothing.
  fromWire: (value) => {
    const [, hash, path = ""] = /^(#?)(?:\/(.*))?$/s.exec(String(value)) ?? [];
    if (hash === undefined || typeof value !== "string") return undefined;
    try {
      return (hash === "" ? path : decodeURIComponent(path))
        .replaceAll("~1", "/")
        .replaceAll("~0", "~");
    } catch {
      return undefined;
    }
  },
};
