/** Names that elements and attributes can have. */
import { namePattern } from "../runtime/wire/syntaxes/xml-characters.js";

const whole = new RegExp(`^${namePattern()}$`);

/** Whether a text is a name in XML, with or without a prefix (Namespaces in XML 1.0, section 4). */
export function isXmlName(text: string): boolean {
  return whole.test(text);
}
