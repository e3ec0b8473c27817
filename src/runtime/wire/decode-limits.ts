/** How large a body may be that is read. */
/**
 * Limits of what is read. An answer whose body passes one is decoded as if its body were opaque: by its status, with an
 * issue that names the limit. `received` has the body as it arrived.
 */
export interface DecodeLimits {
  /** Of a body that arrived as bytes its bytes, of one that arrived as text its UTF-16 code units. Default: 10,485,760. */
  readonly bytes?: number;
  /** Objects and lists inside each other. Default: 100. */
  readonly depth?: number;
  /** Members of all objects together. Default: 100,000. */
  readonly members?: number;
  /** Elements of all lists together. Default: 100,000. */
  readonly elements?: number;
}

const defaults = { bytes: 10_485_760, depth: 100, members: 100_000, elements: 100_000 };

/** How many bytes of a body are read where nobody says anything else. */
export const defaultBytes: number = defaults.bytes;

/** The limit that the length of a body as it arrived passes, in words. */
export function passedByLength(length: number, limits?: DecodeLimits): string | undefined {
  const { bytes } = { ...defaults, ...limits };
  return length > bytes ? `${bytes} bytes` : undefined;
}

/** The limit that a parsed body passes, in words. The limits bound the time and the stack that it takes to find out. */
export function passedBySize(body: unknown, limits?: DecodeLimits): string | undefined {
  if (typeof body !== "object") return undefined;
  const { depth, members, elements } = { ...defaults, ...limits };
  let memberCount = 0;
  let elementCount = 0;
  const passed = (value: object, levels: number): string | undefined => {
    if (levels === depth) return `${depth} levels`;
    const inside: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
    if (inside === value) elementCount += inside.length;
    else memberCount += inside.length;
    if (memberCount > members) return `${members} members`;
    if (elementCount > elements) return `${elements} list elements`;
    for (const each of inside) {
      const limit = typeof each === "object" && each && passed(each, levels + 1);
      if (limit) return limit;
    }
    return undefined;
  };
  return body ? passed(body, 0) : undefined;
}
