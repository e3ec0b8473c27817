/** YAML text → positioned tree. The only file that knows the YAML library. */
import {
  CORE_SCHEMA,
  EVENT_ID,
  type Event,
  getScalarValue,
  NOT_RESOLVED,
  parseEvents,
  SCALAR_STYLE,
  YAMLException,
} from "js-yaml";
import type { SourceFile, Span } from "../model/source.js";
import type { YamlList, YamlMap, YamlNode, YamlPair, YamlScalar } from "../model/yaml-node.js";
import { Anchors } from "./anchors.js";
import type { Report } from "./load-rules.js";
import { reportUnsafeEscape, reportUnsafeLines } from "./unsafe-characters.js";
import { quoteHelp, yamlHint } from "./yaml-hint.js";

type ScalarEvent = Extract<Event, { type: typeof EVENT_ID.SCALAR }>;
type ImplicitTag = Extract<(typeof CORE_SCHEMA.tags)[number], { nodeKind: "scalar" }>;

/** How a document is read. */
export interface YamlOptions {
  /** Whether values may have the marks U+061C, U+200E and U+200F. */
  readonly mayHaveMarks?: boolean;
  /** What to write instead of an alias. */
  readonly aliasHelp?: string;
}

/** Reads one document. Undefined where nothing can be made of it; what is wrong is reported, all of it that can be seen. */
export function parseYaml(
  file: SourceFile,
  report: Report,
  {
    mayHaveMarks = false,
    aliasHelp = "Write the value out, or give it a name in `types` or `groups`.",
  }: YamlOptions = {},
): YamlNode | undefined {
  const events = readEvents(file, report);
  if (events === undefined) return undefined;
  const builder = new TreeBuilder(file, events, report, { mayHaveMarks, aliasHelp });
  const root = builder.document();
  reportUnsafeLines(file, report, builder.marked);
  return root;
}

function readEvents(file: SourceFile, report: Report): Event[] | undefined {
  try {
    return parseEvents(file.text, {});
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const start = Math.min(error.mark?.position ?? 0, file.text.length);
    const help = yamlHint(file.text, start);
    report(
      "yaml-syntax",
      { file, start, end: start + 1 },
      `This is not YAML: ${error.reason}.`,
      help === undefined ? {} : { help },
    );
    return undefined;
  }
}

/** Walks the event list once. An object, because the walk has a position in it. */
class TreeBuilder {
  #next = 0;
  /** Where the last thing that was read ended: the place of a value that is not written. */
  #end = 0;
  /** The values that may have marks. */
  readonly marked: Span[] = [];
  readonly #anchors: Anchors;
  readonly mayHaveMarks: boolean;

  constructor(
    readonly file: SourceFile,
    readonly events: readonly Event[],
    readonly report: Report,
    { mayHaveMarks, aliasHelp }: Required<YamlOptions>,
  ) {
    this.mayHaveMarks = mayHaveMarks;
    this.#anchors = new Anchors(aliasHelp);
  }

  document(): YamlNode | undefined {
    this.#next = 1; // the first event opens the document
    const root = this.#node();
    if (root === undefined) this.report("yaml-syntax", this.#span(0, 0), "The file is empty.");
    this.#anchors.reportUnused(this.report);
    const rest = this.events.slice(this.#next + 1);
    if (rest.some(({ type }) => type === EVENT_ID.DOCUMENT)) {
      const second = rest.find((event) => "start" in event || "valueStart" in event);
      const start = second === undefined ? this.file.text.length : Math.max(0, startOf(second));
      this.report(
        "yaml-syntax",
        this.#span(start, start + 1),
        "A file holds one YAML document; this begins another.",
      );
    }
    return root;
  }

  #span(start: number, end: number): { file: SourceFile; start: number; end: number } {
    return { file: this.file, start, end };
  }

  #node(isKey = false): YamlNode | undefined {
    const event = this.events[this.#next++];
    if (event === undefined || event.type === EVENT_ID.POP || event.type === EVENT_ID.DOCUMENT)
      return undefined;
    if (event.type === EVENT_ID.ALIAS) {
      const at = this.#span(event.anchorStart - 1, event.anchorEnd);
      this.#end = at.end;
      this.#anchors.use(at, this.report);
      return { kind: "scalar", value: null, ...at };
    }
    if (event.anchorStart !== -1) {
      const at = this.#span(event.anchorStart - 1, event.anchorEnd);
      this.#anchors.define(at, event.type === EVENT_ID.SCALAR);
    }
    if (event.tagStart !== -1) {
      const tag = this.file.text.slice(event.tagStart, event.tagEnd);
      const at = this.#span(event.tagStart, event.tagEnd);
      const help = quoteHelp("!");
      this.report("yaml-syntax", at, `The tag ${tag} is not supported.`, { help });
    }
    if (event.type === EVENT_ID.SCALAR) return this.#scalar(event, this.mayHaveMarks && !isKey);
    return event.type === EVENT_ID.SEQUENCE ? this.#list(event.start) : this.#map(event.start);
  }

  #atEnd(): boolean {
    const event = this.events[this.#next];
    if (event !== undefined && event.type !== EVENT_ID.POP) return false;
    this.#next += 1;
    return true;
  }

  #list(start: number): YamlList {
    const items: YamlNode[] = [];
    const value: unknown[] = [];
    let end = start + 1;
    this.#end = end;
    while (!this.#atEnd()) {
      const item = this.#node();
      if (item === undefined) break;
      items.push(item);
      value.push(item.value);
      end = item.end;
    }
    return { kind: "list", items, value, file: this.file, start, end };
  }

  #map(start: number): YamlMap {
    const pairs = new Map<string, YamlPair>();
    const value: Record<string, unknown> = Object.create(null);
    let end = start + 1;
    this.#end = Math.max(this.#end, start);
    while (!this.#atEnd()) {
      const key = this.#node(true);
      const node = this.#node();
      if (key === undefined || node === undefined) break;
      end = node.end;
      if (key.kind !== "scalar") {
        this.report("yaml-key", key, "A key is plain text, not a list or a mapping.");
        continue;
      }
      const name = keyText(key);
      if (name === "__proto__") {
        this.report("yaml-key", key, "`__proto__` cannot be a key.");
        continue;
      }
      if (name.length > longestKey) {
        this.report("yaml-key", key, `A key has at most ${longestKey} characters.`);
        continue;
      }
      const first = pairs.get(name);
      if (first !== undefined) {
        this.report("yaml-duplicate-key", key, `The key "${name}" stands here a second time.`, {
          help: "Remove one of the two; only the first has been read.",
          related: [{ at: first.key, message: "The first is here." }],
        });
        continue;
      }
      pairs.set(name, { key, value: node });
      value[name] = node.value;
    }
    return { kind: "map", pairs, value, file: this.file, start, end };
  }

  #scalar(event: ScalarEvent, isMarked: boolean): YamlScalar {
    if (event.valueStart === -1) {
      const { file } = this;
      return { kind: "scalar", value: null, file, start: this.#end, end: this.#end };
    }
    const text = getScalarValue(this.file.text, event);
    const quotes =
      event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED
        ? 1
        : 0;
    const { file } = this;
    const start = event.valueStart - quotes;
    const end = event.valueEnd + quotes;
    const value = event.style === SCALAR_STYLE.PLAIN ? plainValue(text) : text;
    // Written out: a catalog has millions of them, and what is spread takes twice the memory.
    const at: YamlScalar = { kind: "scalar", value, file, start, end };
    this.#end = end;
    if (isMarked) this.marked.push(at);
    if (event.style === SCALAR_STYLE.DOUBLE_QUOTED)
      reportUnsafeEscape(text, { at, isMarked }, this.report);
    if (event.style !== SCALAR_STYLE.PLAIN) return at;
    if (!keepsItsValue(value, text)) {
      this.report("yaml-number", at, `The number ${text} cannot be kept exactly.`, {
        help: "Put it in quotes, and make the field a string.",
      });
      return { ...at, written: text, isLost: true };
    }
    return isRespelled(value, text) ? { ...at, written: text } : at;
  }
}

// YAML 1.2.2 section 7.4.2 allows no more, and messages name keys as often as they have to.
const longestKey = 1024;

function startOf(event: Event): number {
  return "start" in event ? event.start : "valueStart" in event ? event.valueStart : 0;
}

// `404:` and `"404":` are the same key, and so are `null:` and `"null":`.
function keyText({ value, file, start, end }: YamlScalar): string {
  return typeof value === "string" ? value : file.text.slice(start, end);
}

const implicitTags = new Map<string, ImplicitTag[]>();
for (const tag of CORE_SCHEMA.tags) {
  if (tag.nodeKind !== "scalar" || !tag.implicit) continue;
  for (const first of tag.implicitFirstChars ?? []) {
    implicitTags.set(first, [...(implicitTags.get(first) ?? []), tag]);
  }
}

function plainValue(text: string): YamlScalar["value"] {
  for (const tag of implicitTags.get(text.charAt(0)) ?? []) {
    const value: unknown = tag.resolve(text, false, tag.tagName);
    if (value !== NOT_RESOLVED) return value as YamlScalar["value"];
  }
  return text;
}

function isRespelled(value: YamlScalar["value"], text: string): boolean {
  // Nothing and `~` are the usual ways to write null.
  if (value === null) return text.toLowerCase() === "null" && text !== "null";
  return String(value) !== text;
}

// JSON has no infinities, and an integer beyond 2^53 or a float out of range has changed when it was read.
function keepsItsValue(value: YamlScalar["value"], text: string): boolean {
  // The library takes what is too large for a text; in YAML it is a number.
  if (typeof value === "string") return !/^[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?$/.test(text);
  if (typeof value !== "number") return true;
  if (value === 0) return !/^[^eE]*[1-9]/.test(text);
  const isFloat = /^[-+\d.]*[.eE]/.test(text);
  return Number.isFinite(value) && (isFloat || Number.isSafeInteger(value));
}
