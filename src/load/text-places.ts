/** Where a part of a scalar's text stands in its file: quotes, escapes and folded lines move it. */
import type { Span } from "../model/source.js";
import type { YamlScalar } from "../model/yaml-node.js";

/** Gives the place of a stretch of the node's text; that of the whole node where the file spells it otherwise. */
export function textPlaces(node: YamlScalar): (from: number, to: number) => Span {
  const { file, start, end } = node;
  const text = String(node.value);
  const source = file.text.slice(start, end);
  let places: readonly number[] | undefined;
  return (from, to) => {
    places ??= placesIn(source, text);
    const first = places[from] ?? -1;
    const last = places[Math.max(from, to - 1)] ?? -1;
    const isFound =
      first >= 0 && squeezed(source.slice(first, last + 1)) === squeezed(text.slice(from, to));
    return isFound ? { file, start: start + first, end: start + last + 1 } : node;
  };
}

/** The place of each unit of the text, as long as they are found one behind the other. */
function placesIn(source: string, text: string): readonly number[] {
  const places: number[] = [];
  let next = 0;
  for (const unit of text.split("")) {
    while (isSpace(unit) && next < source.length && !isSpace(source.charAt(next))) next += 1;
    const found = isSpace(unit) ? next : source.indexOf(unit, next);
    if (found === -1) break;
    places.push(found);
    next = found + 1;
  }
  return places;
}

function isSpace(unit: string): boolean {
  return unit === " " || unit === "\n" || unit === "\r" || unit === "\t";
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, " ");
}
