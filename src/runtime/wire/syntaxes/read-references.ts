/** Entities and character references of XML, XML 1.0 sections 4.1 and 4.6. */
import { isForeignToXml } from "./xml-characters.js";

const entities = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/**
 * The text with its references replaced.
 *
 * Undefined where one is broken, stands for a character that XML does not have, or is another entity than the five.
 */
export function readReferences(text: string): string | undefined {
  if (/&(?!(?:#\d+|#x[\dA-Fa-f]+|lt|gt|amp|quot|apos);)/.test(text)) return undefined;
  let isForeign = false;
  const result = text.replace(/&([^;]+);/g, (_, name: string) => {
    if (!name.startsWith("#")) return entities[name as keyof typeof entities];
    const point = Number(`0${name.slice(1)}`);
    const character = point > 0x10ffff ? "\0" : String.fromCodePoint(point);
    isForeign ||= isForeignToXml(character);
    return character;
  });
  return isForeign ? undefined : result;
}
