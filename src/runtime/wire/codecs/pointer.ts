/** `:pointer`: a member's name as a JSON Pointer in a URI fragment, RFC 6901 section 6. */
import type { Codec } from "../codec.js";

export const pointer: Codec = {
  toWire: (value) => {
    if (typeof value !== "string") return undefined;
    try {
      return `#/${encodeURIComponent(value.replaceAll("~", "~0").replaceAll("/", "~1"))}`;
    } catch {
      return undefined; // half a surrogate pair has no place in a URI
    }
  },
  fromWire: (value) => {
    const [, fragment, token] = /^(#?)\/([^/]*)$/.exec(String(value)) ?? [];
    if (token === undefined) return undefined;
    try {
      return (fragment ? decodeURIComponent(token) : token)
        .replaceAll("~1", "/")
        .replaceAll("~0", "~");
    } catch {
      return undefined;
    }
  },
};
