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
  const { bytes } = limits ? { ...defaults, ...limits } : defaults;
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
  if (typeof body !== "object" || body === null) return undefined;
  const all = limits ? { ...defaults, ...limits } : defaults;
  if (text !== undefined && isShort(text, all)) return undefined;
  const { depth, members, elements } = all;
  return passedBy(body, { depth, members, elements, memberCount: 0, elementCount: 0 }, 0);
}

/** Whether JSON has no room to pass a limit: an element takes two characters, a list two, a member or an object five. */
function isShort(text: string, { depth, members, elements }: Required<DecodeLimits>): boolean {
  const room = text.length / 5;
  if (room > members || text.length > elements * 2) return false;
  let levels = room + 1;
  for (let at = text.indexOf("["); at >= 0 && levels <= depth; at = text.indexOf("[", at + 1))
    levels += 1;
  return levels <= depth;
}

interface Count extends Required<Omit<DecodeLimits, "bytes">> {
  memberCount: number;
  elementCount: number;
}

function passedBy(value: object, count: Count, levels: number): string | undefined {
  if (levels === count.depth) return `${count.depth} levels`;
  const isList = Array.isArray(value);
  if (isList) count.elementCount += value.length;
  if (count.elementCount > count.elements) return `${count.elements} list elements`;
  for (const key in value) {
    if (!isList) count.memberCount += 1;
    if (count.memberCount > count.members) return `${count.members} members`;
    const each: unknown = value[key as never];
    // What all objects have is not looked into: they have it too.
    if (typeof each !== "object" || each === null || !Object.hasOwn(value, key)) continue;
    const passed = passedBy(each, count, levels + 1);
    if (passed !== undefined) return passed;
  }
  return undefined;
}
