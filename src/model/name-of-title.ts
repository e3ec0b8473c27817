/** Names for codes that cannot be one themselves. */
import { camelCase } from "./identifier.js";

/** An identifier by the first words of a title; empty where it has none in the letters of identifiers. */
export function nameOfTitle(title: string): string {
  const words = (
    title
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .match(/[A-Za-z0-9]+/g) ?? []
  )
    .filter((word) => !/^(an?|the|is|are|was|were|be|been)$/i.test(word))
    .slice(0, 6);
  const name = camelCase(words.map((word) => word.toLowerCase()).join("_"));
  return /^[A-Za-z]/.test(name) ? name : "";
}
