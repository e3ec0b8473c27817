/** What the shipped YAML says of each wire, read by the YAML library alone: the loader has no part in it. */
import { readdirSync, readFileSync } from "node:fs";
import { load } from "js-yaml";
import { root } from "../shipped-catalog.js";

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

interface EntryText {
  readonly status: number | readonly number[];
  readonly fields?: Readonly<Record<string, Json>>;
  readonly never_sent?: boolean;
}

interface RowText {
  readonly code?: string | number | null;
  readonly status?: number | readonly number[];
  readonly body?: Json;
  readonly also?: readonly (string | number)[];
  readonly omits?: readonly string[];
}

interface WireText {
  readonly wire: string;
  readonly spelling?: string;
  readonly rest?: string;
  readonly body?: Json;
  readonly headers?: Readonly<Record<string, string>>;
  readonly codes?: Readonly<Record<string, RowText>>;
  readonly folds?: Readonly<Record<string, string>>;
  readonly infer?: Readonly<Record<string, string>>;
  readonly omits?: readonly string[];
}

const read = <Text>(path: string): Text =>
  load(readFileSync(`${root}catalog/${path}`, "utf8")) as Text;
const list = (value: number | readonly number[] = []): readonly number[] => [value].flat();

interface HeadText {
  readonly types: Readonly<Record<string, Json>>;
  readonly docs: string;
  readonly infer: Readonly<Record<string, string>>;
}

const head = read<HeadText>("catalog.yaml");

/** Every entry, by code. */
export const entries: ReadonlyMap<string, EntryText> = new Map(
  readdirSync(`${root}catalog/errors`).flatMap((file) =>
    Object.entries(read<{ errors: Readonly<Record<string, EntryText>> }>(`errors/${file}`).errors),
  ),
);

const builtIn: readonly WireText[] = [
  {
    wire: "flat",
    infer: head.infer,
    body: { error: "$code", message: "$message", "*": "$fields" },
  },
  {
    wire: "problem",
    infer: head.infer,
    body: {
      "type?": "$type",
      "title?": "$title",
      "status?": "$status",
      "detail?": "$message",
      "errors?": { $each: "$errors", "pointer?": "$key:pointer", detail: "$item" },
      "*": "$fields",
    },
  },
];

/** The seven formats, by name. */
export const wires: ReadonlyMap<string, WireText> = new Map(
  [
    ...builtIn,
    ...readdirSync(`${root}catalog/wire`).map((file) => read<WireText>(`wire/${file}`)),
  ].map((wire) => [wire.wire, wire]),
);

/** What a wire sends for a code. */
export interface Sent {
  /** The code of the row that is sent. */
  readonly as: string;
  readonly spelling: string | number | null;
  readonly statuses: readonly number[];
  /** The names of the public fields that may be in it. */
  readonly fields: readonly string[];
  readonly template: Json | undefined;
}

/** What the wire sends for the code; undefined where it sends the fallback instead. */
export function sent(wireName: string, code: string): Sent | undefined {
  const wire = wireOf(wireName);
  const own = wire.codes?.[code];
  const isFolded = own === undefined && wire.folds?.[code] !== undefined;
  if (isFolded) return sent(wireName, wire.folds?.[code] ?? "");
  const entry = entries.get(code);
  if (entry === undefined || entry.never_sent || (own === undefined && wire.rest === "none"))
    return undefined;
  const statuses = list(own?.status);
  return {
    as: code,
    spelling: own?.code === undefined ? spell(code, wire.spelling) : own.code,
    statuses: statuses.length > 0 ? statuses : list(entry.status),
    fields: publicFields(code),
    template: own?.body ?? wire.body,
  };
}

/** How the wire spells the code, now or once. */
export function spellingsOf(wireName: string, code: string): readonly (string | number)[] {
  const { codes, spelling } = wireOf(wireName);
  const own = codes?.[code];
  const current = own?.code === undefined ? spell(code, spelling) : own.code;
  return [...(current === null ? [] : [current]), ...(own?.also ?? [])];
}

/** The fields that the wire has a place for, and those that it never sends. */
export function placesOf(
  wireName: string,
  code: string,
): {
  readonly body: ReadonlySet<string>;
  readonly headers: ReadonlySet<string>;
  readonly omits: readonly string[];
} {
  const wire = wireOf(wireName);
  const own = wire.codes?.[code];
  const omits = [...(wire.omits ?? []), ...(own?.omits ?? [])];
  const names = (texts: readonly string[]) =>
    texts
      .flatMap((text) =>
        /^\$[^$]/.test(text) ? (text.slice(1).split(":")[0] ?? "").split("|") : [],
      )
      .map((path) => path.split(".")[0] ?? "");
  const inBody = names(textsIn(own?.body ?? wire.body ?? {}));
  const all = publicFields(code).filter((name) => !omits.includes(name));
  const body = inBody.includes("fields") ? all : all.filter((name) => inBody.includes(name));
  const inHeaders = names(Object.values(wire.headers ?? {}));
  return {
    body: new Set(body),
    headers: new Set(all.filter((name) => inHeaders.includes(name))),
    omits,
  };
}

function textsIn(value: Json): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** The docs address of a code. */
export function pageOf(code: string): string {
  return head.docs.replace("{code}", code);
}

/** The fields of a code that may leave the process. */
export function publicFields(code: string): readonly string[] {
  return Object.entries(entries.get(code)?.fields ?? {})
    .filter(([, schema]) => !(isObject(schema) && schema.internal === true))
    .map(([name]) => name.replace(/\?$/, ""));
}

function wireOf(name: string): WireText {
  const wire = wires.get(name);
  if (wire === undefined) throw new Error(`There is no wire format ${name}.`);
  return wire;
}

function spell(code: string, rule: string | undefined): string {
  if (rule === "upper") return code.toUpperCase();
  return rule === "kebab" ? code.replaceAll("_", "-") : code;
}

/** Paths of the members of a body that neither the template of what was sent has, nor the types of its fields. */
export function strays(body: unknown, { as, template }: Sent): readonly string[] {
  return template === undefined
    ? body === undefined
      ? []
      : ["(body)"]
    : inTemplate(body, template, as, "");
}

function inTemplate(value: unknown, template: Json, code: string, path: string): readonly string[] {
  if (typeof template === "string" && template.startsWith("$")) {
    const [name = ""] = template.slice(1).split(/[.:|]/);
    const schema = fieldSchema(code, name);
    return schema === undefined ? [] : inSchema(value, schema, path);
  }
  if (isArray(template)) {
    return (value as readonly unknown[]).flatMap((item, index) =>
      inTemplate(item, template[index] ?? null, code, `${path}/${index}`),
    );
  }
  if (!isObject(template)) return [];
  if (template.$each !== undefined) {
    const { $each: _, ...item } = template;
    return (value as readonly unknown[]).flatMap((each, index) =>
      inTemplate(each, item, code, `${path}/${index}`),
    );
  }
  const spread = template["*"] === undefined ? [] : publicFields(code);
  return Object.entries(value as object).flatMap(([key, member]) => {
    const own = template[key] ?? template[`${key}?`];
    if (own !== undefined) return inTemplate(member, own, code, `${path}/${key}`);
    if (!spread.includes(key)) return [`${path}/${key}`];
    return inSchema(member, fieldSchema(code, key) ?? "any", `${path}/${key}`);
  });
}

function fieldSchema(code: string, name: string): Json | undefined {
  const fields = entries.get(code)?.fields ?? {};
  return fields[name] ?? fields[`${name}?`];
}

function inSchema(value: unknown, schema: Json, path: string): readonly string[] {
  const resolved = typeof schema === "string" ? head.types[schema] : schema;
  if (!isObject(resolved) || typeof value !== "object" || value === null) return [];
  const { oneOf, properties, additionalProperties } = resolved;
  if (oneOf !== undefined) {
    const found = (oneOf as readonly Json[]).map((variant) => inSchema(value, variant, path));
    return found.sort((a, b) => a.length - b.length)[0] ?? [];
  }
  if (additionalProperties !== undefined || !isObject(properties)) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    const own = properties[key] ?? properties[`${key}?`];
    return own === undefined ? [`${path}/${key}`] : inSchema(member, own, `${path}/${key}`);
  });
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function isObject(value: unknown): value is { readonly [name: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
