/** XML 1.0 as values: a strict reader and writer of ours, without a document type and without namespaces. */
import { readXml } from "./read-xml.js";
import type { Syntax } from "./syntax.js";
import { writeXml } from "./write-xml.js";

/**
 * An object with one member, the root's name → its value.
 *
 * An element is its text, or where it has attributes or child elements an object: `"@name"` an attribute, `name` a
 * child (a list where it is repeated), `"#text"` the text beside them. Prefixes and `xmlns` are ignored on reading.
 */
export const xml: Syntax = { read: readXml, write: writeXml };
