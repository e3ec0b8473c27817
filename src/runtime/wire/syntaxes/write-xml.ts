/** Writes a value as XML. */
import { isRecord } from "../../is-record.js";
import { passedByLength } from "../decode-limits.js";
import { presentMembers } from "./present-members.js";
import { scalarText } from "./scalar-text.js";
import {
  isBlank,
  isForeignToXml,
  maximumLevels,
  maximumNodes,
  namePattern,
} from "./xml-characters.js";

/**
 * The text of `{ "?xml"?: declaration, root: value }`.
 *
 * Names may have prefixes, and `"@xmlns"` and `"@xmlns:soap"` are attributes. Numbers and booleans are written as
 * texts; null and undefined are left out, an empty list is an empty element.
 */
export function writeXml(value: unknown): string | undefined {
  if (!isRecord(value)) return undefined;
  const members = presentMembers(value);
  const declaration = members.find(([name]) => name === "?xml")?.[1] ?? "";
  const [root, second] = members.filter(([name]) => name !== "?xml");
  if (root === undefined || second !== undefined || !isDeclaration(declaration)) return undefined;
  const element = new XmlWriter().element(...root, 1);
  const text = `${declaration === "" ? "" : `<?xml ${declaration}?>\n`}${element}`;
  const isRead = passedByLength(text.length) === undefined && !isForeignToXml(text);
  return element !== undefined && isRead ? text : undefined;
}

// XML 1.0 section 2.8.
function isDeclaration(text: unknown): boolean {
  const declaration =
    /^(?:version=(["'])1\.\d+\1(?: encoding=(["'])[A-Za-z][\w.-]*\2)?(?: standalone=(["'])(?:yes|no)\3)?)?$/;
  return typeof text === "string" && declaration.test(text);
}

/** Each part is undefined where it would not read back. */
class XmlWriter {
  readonly #name = new RegExp(`^${namePattern()}$`);
  #nodes = 0;

  element(name: string, value: unknown, level: number): string | undefined {
    if (level > maximumLevels || !this.#isNext(name)) return undefined;
    const text = scalarText(value);
    if (text !== undefined) return elementText(name, "", escaped(text));
    if (!isRecord(value)) return undefined;
    let attributes = "";
    let content = "";
    let isParent = false;
    let hasBlank = false;
    const locals = new Set<string>();
    for (const [member, each] of presentMembers(value)) {
      const written = member.startsWith("@")
        ? this.#attribute(member.slice(1), each)
        : member === "#text"
          ? scalarText(each)
          : this.#elements(member, each, level + 1);
      const local = localOf(member);
      if (written === undefined || locals.has(local)) return undefined;
      locals.add(local);
      if (member.startsWith("@")) attributes += written;
      else content += member === "#text" ? escaped(written) : written;
      if (member === "#text") hasBlank = written !== "" && isBlank(written);
      else isParent ||= !member.startsWith("@") && written !== "";
    }
    return isParent && hasBlank ? undefined : elementText(name, attributes, content);
  }

  #elements(name: string, value: unknown, level: number): string | undefined {
    // An empty list is an empty element: what is absent is another thing.
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    const elements = (list.length > 0 ? list : [""]).map((each) => this.element(name, each, level));
    return elements.includes(undefined) ? undefined : elements.join("");
  }

  #attribute(name: string, value: unknown): string | undefined {
    const text = scalarText(value);
    if (text === undefined || !this.#isNext(name)) return undefined;
    // XML 1.0 section 3.3.3: as themselves they would be read as spaces.
    return ` ${name}="${escaped(text).replaceAll("\t", "&#9;").replaceAll("\n", "&#10;")}"`;
  }

  /** Whether an element or an attribute of this name may be written after those before it. */
  #isNext(name: string): boolean {
    this.#nodes += 1;
    return this.#nodes <= maximumNodes && this.#name.test(name);
  }
}

/** The name of a member as it is read: without its prefix, unless it declares one. */
function localOf(member: string): string {
  const local = member.slice(member.lastIndexOf(":") + 1);
  if (local === member || /^@xmlns:/.test(member)) return member;
  return member.startsWith("@") ? `@${local}` : local;
}

function elementText(name: string, attributes: string, content: string): string {
  const start = `<${name}${attributes}`;
  return content === "" ? `${start}/>` : `${start}>${content}</${name}>`;
}

function escaped(text: string): string {
  const references = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;" };
  return text.replace(/[&<>"\r]/g, (character) => references[character as keyof typeof references]);
}
