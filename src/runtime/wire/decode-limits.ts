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

/**
 * The limit that a parsed body passes, in words. The limits bound the time and the stack that it takes to find out.
 *
 * @param text what it was parsed from, which may be too short to pass any.
 */
export function passedBySize(
  body: unknown,
  limits?: DecodeLimits,
  text?: string,
): string | undefined {
  const all = { ...defaults, ...limits };
  if (typeof body !== "object" || body === null || isShort(text, all)) return undefined;
  const { depth, members, elements } = all;
  let memberCount = 0;
  let elementCount = 0;
  const passedBy = (value: object, levels: number): string | undefined => {
    if (levels === depth) return `${depth} levels`;
    const isList = Array.isArray(value);
    if (isList) elementCount += value.length;
    if (elementCount > elements) return `${elements} list elements`;
    for (const key in value) {
      if (!isList) memberCount += 1;
      if (memberCount > members) return `${members} members`;
      const each: unknown = value[key as never];
      // What all objects have is not looked into: they have it too.
      if (typeof each !== "object" || each === null || !Object.hasOwn(value, key)) continue;
      const passed = passedBy(each, levels + 1);
      if (passed !== undefined) return passed;
    }
    return undefined;
  };
  return passedBy(body, 0);
}

/** Whether JSON has no room to pass a limit: an element takes two characters, a list two, a member or an object five. */
function isShort(
  text: string | undefined,
  { depth, members, elements }: Required<DecodeLimits>,
): boolean {
  if (text === undefined || text.length > elements * 2) return false;
  const room = text.length / 5;
  let levels = room > members ? depth : room;
  for (let at = 0; at >= 0 && levels <= depth; at = text.indexOf("[", at + 1)) levels += 1;
  return levels <= depth;
}
