/** Entities and character references of XML, XML 1.0 sections 4.1 and 4.6. */
import { own } from "../../own-member.js";
import { isForeignToXml } from "./xml-characters.js";

/**
 * The text with its references replaced.
 *
 * Undefined where one is broken, stands for a character that XML does not have, or is another entity than the five.
 */
export function readReferences(text: string): string | undefined {
  let isBroken = false;
  const entities = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
  const result = text.replace(/&([^&;]*)(;?)/g, (_, name: string, end: string) => {
    const character = /^#(?:\d+|x[\dA-Fa-f]+)$/.test(name)
      ? characterOf(Number(`0${name.slice(1)}`))
      : own(entities, name as keyof typeof entities);
    if (character === undefined || end === "") isBroken = true;
    return character ?? "";
  });
  return isBroken ? undefined : result;
}

function characterOf(point: number): string | undefined {
  if (point > 0x10ffff) return undefined;
  const character = String.fromCodePoint(point);
  return isForeignToXml(character) ? undefined : character;
}
