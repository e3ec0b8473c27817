/** Carries what changed over to what was received. */
import { isRecord } from "../is-record.js";
import { own, setOwn } from "../own-member.js";

/** `received`, with the differences between `before` and `after` made in it; whatever else it has stays. */
export function patch(received: unknown, before: unknown, after: unknown): unknown {
  if (isSame(before, after)) return received;
  if (!isRecord(received) || !isRecord(before) || !isRecord(after)) {
    if (!Array.isArray(received) || !Array.isArray(before) || !Array.isArray(after)) return after;
    return patchList(received, before, after);
  }
  const patched: Record<string, unknown> = {};
  for (const key of new Set([...Object.keys(received), ...Object.keys(after)])) {
    const old = own(before, key);
    const now = own(after, key);
    const value = isSame(old, now)
      ? own(received, key)
      : now === undefined
        ? undefined
        : patch(own(received, key), old, now);
    if (value !== undefined) setOwn(patched, key, value);
  }
  return patched;
}

/** Elements that nothing was read from stay: where they are, or behind the others where these became more or fewer. */
function patchList(
  received: readonly unknown[],
  before: readonly unknown[],
  after: readonly unknown[],
): readonly unknown[] {
  const places = placesOf(before, received);
  if (places === undefined) return after;
  if (before.length === after.length) {
    const list = [...received];
    places.forEach((place, index) => {
      list[place] = patch(received[place], before[index], after[index]);
    });
    return list;
  }
  // What is the same at the beginning and at the end is kept as it came; a search for the rest would be quadratic.
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && isSame(before[start], after[start])) start += 1;
  let end = 0;
  while (end < shorter - start && isSame(before.at(-1 - end), after.at(-1 - end))) end += 1;
  const taken = new Set(places);
  const list = places.map((place) => received[place]);
  return [
    ...list.slice(0, start),
    ...after.slice(start, after.length - end),
    ...list.slice(list.length - end),
    ...received.filter((_, index) => !taken.has(index)),
  ];
}

/** Where each of the elements stands in what was received; undefined where one cannot be found there. */
function placesOf(
  elements: readonly unknown[],
  received: readonly unknown[],
): readonly number[] | undefined {
  const places: number[] = [];
  const taken = new Set<number>();
  // In lists that are long and in another order, each would be looked for among all others.
  let tries = 64 * (elements.length + received.length);
  for (const element of elements) {
    const find = (isLike: (value: unknown, part: unknown) => boolean) => {
      const isPlace = (index: number) => {
        tries -= 1;
        return !taken.has(index) && isLike(received[index], element);
      };
      // They come in order, but for those that a template names one by one.
      let place = (places.at(-1) ?? -1) + 1;
      while (place < received.length && tries >= 0 && !isPlace(place)) place += 1;
      return place < received.length
        ? place
        : received.findIndex((_, index) => tries >= 0 && isPlace(index));
    };
    let place = find(covers);
    // What did not arrive is written all the same: a message, say.
    if (place < 0) place = find(agrees);
    if (tries < 0) return undefined;
    if (place < 0) return received.length === elements.length ? [...received.keys()] : undefined;
    places.push(place);
    taken.add(place);
  }
  return places;
}

/** Whether a value has all that the other has. */
function covers(value: unknown, part: unknown): boolean {
  return isRecord(value) && isRecord(part)
    ? Object.keys(part).every((key) => covers(own(value, key), part[key]))
    : isSame(value, part);
}

/** Whether an object has some of what the other has, and nothing else under the same names. */
function agrees(value: unknown, part: unknown): boolean {
  if (!isRecord(value) || !isRecord(part)) return false;
  const shared = Object.keys(part).filter((key) => own(value, key) !== undefined);
  return shared.length > 0 && shared.every((key) => covers(own(value, key), part[key]));
}

/** Whether two values are the same JSON. Values too deep to compare count as different. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  try {
    return equal(a, b);
  } catch {
    return false;
  }
}

function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && equal((a as never)[key], (b as never)[key]))
  );
}
