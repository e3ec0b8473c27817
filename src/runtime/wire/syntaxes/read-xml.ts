/** Reads a text as XML, in one walk from its start to its end. */
import { setOwn } from "../../own-member.js";
import { passedByLength } from "../decode-limits.js";
import { readReferences } from "./read-references.js";
import { TextCursor } from "./text-cursor.js";
import {
  isBlank,
  isForeignToXml,
  maximumLevels,
  maximumNodes,
  namePattern,
} from "./xml-characters.js";

/**
 * The root's local name → its value.
 *
 * Undefined where the text is not well-formed, has a document type or an entity other than the five, or has more than
 * 100 levels or 100,000 elements and attributes.
 */
export function readXml(text: string): unknown {
  if (passedByLength(text.length) !== undefined || isForeignToXml(text)) return undefined;
  // XML 1.0 section 2.11: however a line ends, it is read as LF.
  return new XmlReader(text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n")).read();
}

/** An element whose end tag has not been read, or the document, whose name is empty. */
interface OpenElement {
  /** As it is written, with its prefix. */
  readonly name: string;
  readonly local: string;
  readonly members: Record<string, unknown>;
  /** All text that stands directly in it. */
  text: string;
  isParent: boolean;
}

/** Each step says whether all is well so far. */
class XmlReader {
  readonly #cursor: TextCursor;
  /** The document, its root and what is open inside. */
  readonly #open: [OpenElement, ...OpenElement[]] = [elementOf("", "")];
  readonly #instruction = new RegExp(`${namePattern()}(?=[ \\t\\n?])`, "y");
  readonly #name = new RegExp(namePattern(), "y");
  readonly #attribute = new RegExp(`[ \\t\\n]+(${namePattern()})[ \\t\\n]*=[ \\t\\n]*(["'])`, "y");
  readonly #tagEnd = /[ \t\n]*(\/?)>/y;
  #nodes = 0;

  constructor(text: string) {
    this.#cursor = new TextCursor(text);
  }

  read(): unknown {
    while (this.#takeText()) {
      if (this.#cursor.at < this.#cursor.text.length) {
        if (!this.#takeMarkup()) return undefined;
        continue;
      }
      const [{ members }, unclosed] = this.#open;
      const [root, second] = Object.values(members);
      const isOne = root !== undefined && second === undefined && !Array.isArray(root);
      return isOne && unclosed === undefined ? members : undefined;
    }
    return undefined;
  }

  get #current(): OpenElement {
    return this.#open.at(-1) ?? this.#open[0];
  }

  /** What stands before the next `<`. */
  #takeText(): boolean {
    const { text, at } = this.#cursor;
    const end = text.indexOf("<", at);
    const raw = text.slice(at, end < 0 ? text.length : end);
    this.#cursor.at += raw.length;
    // XML 1.0 section 2.4: a text has no `]]>`.
    const isAllowed = this.#current.name === "" ? isBlank(raw) : !raw.includes("]]>");
    return isAllowed && this.#add(readReferences(raw));
  }

  #add(text: string | undefined): boolean {
    if (text !== undefined) this.#current.text += text;
    return text !== undefined;
  }

  #takeMarkup(): boolean {
    const cursor = this.#cursor;
    // XML 1.0 section 2.5: a comment has no `--` inside.
    if (cursor.skip("<!--")) return cursor.takeUntil("--") !== undefined && cursor.skip(">");
    if (cursor.skip("<![CDATA["))
      return this.#current.name !== "" && this.#add(cursor.takeUntil("]]>"));
    // XML 1.0 sections 2.6 and 2.8: a declaration stands at the very start.
    const isStart = cursor.at === 0;
    if (cursor.skip("<?")) {
      const [target] = cursor.take(this.#instruction) ?? [];
      const isAllowed = target !== undefined && (isStart || target.toLowerCase() !== "xml");
      return isAllowed && cursor.takeUntil("?>") !== undefined;
    }
    if (cursor.skip("</"))
      return (
        cursor.take(this.#name)?.[0] === this.#current.name &&
        cursor.take(this.#tagEnd)?.[1] === "" &&
        this.#close()
      );
    return cursor.skip("<") && this.#takeStartTag();
  }

  #takeStartTag(): boolean {
    const [name, local = ""] = this.#cursor.take(this.#name) ?? [];
    this.#nodes += 1;
    if (name === undefined || this.#open.length > maximumLevels || this.#nodes > maximumNodes)
      return false;
    const element = elementOf(name, local);
    this.#open.push(element);
    if (!this.#takeAttributes(element.members)) return false;
    const isEmpty = this.#cursor.take(this.#tagEnd)?.[1];
    return isEmpty === "/" ? this.#close() : isEmpty === "";
  }

  #takeAttributes(members: object): boolean {
    const names = new Set<string>();
    for (;;) {
      const [found, name = "", local = "", quote = ""] = this.#cursor.take(this.#attribute) ?? [];
      if (found === undefined) return true;
      const raw = this.#cursor.takeUntil(quote);
      this.#nodes += 1;
      if (raw === undefined || raw.includes("<") || names.has(name) || this.#nodes > maximumNodes)
        return false;
      names.add(name);
      // XML 1.0 section 3.3.3: white space that is no reference is read as spaces.
      const value = readReferences(raw.replace(/[\t\n]/g, " "));
      if (value === undefined) return false;
      // Of `type` and `xsi:type` the one without a prefix is meant.
      const isMeant = name === local || !Object.hasOwn(members, `@${local}`);
      if (isMeant && !/^xmlns(?::|$)/.test(name)) setOwn(members, `@${local}`, value);
    }
  }

  #close(): boolean {
    const element = this.#current;
    this.#open.pop();
    const { members } = this.#current;
    this.#current.isParent = true;
    const value = elementValue(element);
    // A value is a text or an object: a list is what is repeated.
    const before = Object.hasOwn(members, element.local) ? members[element.local] : undefined;
    if (Array.isArray(before)) before.push(value);
    else setOwn(members, element.local, before === undefined ? value : [before, value]);
    return true;
  }
}

function elementOf(name: string, local: string): OpenElement {
  return { name, local, members: {}, text: "", isParent: false };
}

function elementValue({ members, text, isParent }: OpenElement): unknown {
  if (Object.keys(members).length === 0) return text;
  if (text !== "" && !(isParent && isBlank(text))) setOwn(members, "#text", text);
  return members;
}
