/** The tree of a ledger → contract. What a ledger writes as a catalog does is read by the readers of catalogs. */
import { collect } from "../diagnostics/report.js";
import type { Contract, Entry, UsedCatalog } from "../model/catalog.js";
import type { Past } from "../model/past.js";
import type { Located } from "../model/source.js";
import type { TextMark } from "../model/text-mark.js";
import type { WireFormat } from "../model/wire-format.js";
import type { YamlMap, YamlNode, YamlPair, YamlScalar } from "../model/yaml-node.js";
import { withMembers } from "./json-tree.js";
import { lateObjects } from "./late-objects.js";
import { loadRules, type Report } from "./load-rules.js";
import { located, optional, pairs, readEntry, scalars } from "./read-entry.js";
import { readExtensions } from "./read-extensions.js";
import { readField, readFieldType } from "./read-field-type.js";
import { readMessage } from "./read-message.js";
import { readRoles } from "./read-roles.js";
import { readTypeAddress } from "./read-type-address.js";
import { readRow, readWireFormat, templateContext } from "./read-wire-format.js";

/** The contract, whose codes are read one by one where somebody asks for more than their names. The tree has been validated by zod. */
export function ledgerContract(root: YamlMap): Contract {
  // What is odd in it was released all the same.
  const { report } = collect(loadRules);
  const at = (name: string): YamlNode | undefined => root.pairs.get(name)?.value;
  const codes = pairs(at("codes"));
  const uses = pairs(at("uses")).map(readUse);
  const owners = new Map(uses.map((used) => [used.name, used]));
  let entries: readonly Entry[] | undefined;
  let wireFormats: readonly WireFormat[] | undefined;
  let marks: ReadonlyMap<string, TextMark> | undefined;
  const contract: Contract = {
    name: located(at("catalog") ?? root),
    version: located(at("version") ?? root),
    consumes: optional(at("consumes")),
    docs: optional(at("docs")),
    wire: located(at("wire") ?? root),
    fallback: optional(at("fallback")),
    roles: readRoles(at("roles")),
    infer: pairs(at("infer")).map(([status, { key, value }]) => ({
      at: key,
      status,
      code: located(value),
    })),
    categories: pairs(at("categories")).map(([id, { key, value }]) => ({
      id,
      at: key,
      title: String(value.value),
    })),
    types: new Map(
      pairs(at("types")).map(([name, { key, value }]) => [
        name,
        { name, at: key, type: readFieldType(value, report) },
      ]),
    ),
    uses,
    get entries() {
      entries ??= codes.map(([code, pair]) => readLate(code, pair, owners, report));
      return entries;
    },
    operations: pairs(at("operations")).map(([id, { key, value }]) => ({
      id,
      at: key,
      title: undefined,
      method: undefined,
      path: undefined,
      codes: scalars(member(value, "codes")?.value).map(located<string>),
      groups: [],
      extensions: readExtensions(value as YamlMap),
    })),
    groups: [],
    ...readTypeAddress(at("type")),
    context: pairs(at("context")).map(([name, pair]) => readField(name, pair, report)),
    get wireFormats() {
      wireFormats ??= readFormats(pairs(at("wires")), codes, report);
      return wireFormats;
    },
    extensions: readExtensions(root),
    unsaid: (["type", "context", "texts"] as const).filter((part) => at(part) === undefined),
    locales: [],
    exemptions: [],
    get marks() {
      marks ??= readMarks(at("texts"));
      return marks;
    },
    past: readPast(root),
    released: undefined,
  };
  // Whoever spreads the contract means to change what it says.
  return Object.defineProperty(contract, "written", { value: root.value });
}

function member(node: YamlNode, name: string): YamlPair | undefined {
  return (node as YamlMap).pairs.get(name);
}

const lateEntry = lateObjects<Entry, "code" | "owner" | "at" | "retired">({
  keys: true,
  category: true,
  statuses: true,
  hasNoStatus: true,
  title: true,
  messages: true,
  meaning: true,
  causes: true,
  fixes: true,
  resolver: true,
  retry: true,
  severity: true,
  grpc: true,
  exit: true,
  delay: true,
  headers: true,
  challenge: true,
  neverSent: true,
  stack: true,
  fields: true,
  examples: true,
  since: true,
  name: true,
  deprecated: true,
  extensions: true,
});

// Nearly every code is as it was, and nobody asks for more than its name.
function readLate(
  code: string,
  pair: YamlPair,
  owners: ReadonlyMap<unknown, UsedCatalog>,
  report: Report,
): Entry {
  const { retired, from } = membersOf(pair.value);
  const owner = owners.get(from);
  const read = () => ({ ...readCode(code, pair, report), owner });
  return retired === undefined ? lateEntry({ code, owner, at: pair.key, retired }, read) : read();
}

function readUse([name, { key, value }]: [string, YamlPair]): UsedCatalog {
  const { version, docs, type, type_also: typeAlso } = membersOf(value);
  return {
    name,
    at: key,
    version: String(version),
    docs: docs as string | undefined,
    type: type as string | undefined,
    typeAlso: (typeAlso ?? []) as readonly string[],
    except: [],
    source: undefined,
  };
}

function membersOf(node: YamlNode): YamlMap["value"] {
  return (node as YamlMap).value;
}

// Where they stand takes long to find, and no rule asks that of a ledger.
const keysUnasked: Entry["keys"] = {
  names: [],
  placeOf: () => {
    throw new RangeError("A ledger has no keys in the order of a file.");
  },
};

function readCode(code: string, { key, value }: YamlPair, report: Report): Entry {
  const node = withMembers(value as YamlMap, {
    status: member(value, "statuses"),
    message: undefined,
    headers: undefined,
  });
  const category: Located<string> = optional(member(value, "category")?.value) ?? {
    value: "",
    at: key,
  };
  // Nobody asks where a placeholder of a ledger stands, and its quotes may be escaped.
  const message = (text: YamlNode) => readMessage(text as YamlScalar, report, () => text);
  return {
    ...readEntry({ key, value: node }, { code, category, keys: keysUnasked }, report),
    messages: scalars(member(value, "message")?.value).map(message),
    headers: pairs(member(value, "headers")?.value).map(([name, header]) => ({
      name: { value: name, at: header.key },
      value: message(header.value),
    })),
    fields: ["fields", "internal"].flatMap((room) =>
      pairs(member(value, room)?.value).map(([name, field]) => ({
        ...readField(name, field, report),
        internal: room === "internal",
      })),
    ),
  };
}

const builtIn: ReadonlySet<string> = new Set(["flat", "problem"]);

function readFormats(
  formats: readonly [string, YamlPair][],
  codes: readonly [string, YamlPair][],
  report: Report,
): readonly WireFormat[] {
  const rows = new Map<string, WireFormat["rows"][number][]>();
  const folds = new Map<string, WireFormat["folds"][number][]>();
  const listFor = <T>(lists: Map<string, T[]>, format: string): T[] => {
    const list = lists.get(format) ?? [];
    lists.set(format, list);
    return list;
  };
  const contexts = new Map(
    formats.map(([name, { value }]) => [name, templateContext(value as YamlMap, report)]),
  );
  const contextOf = (format: string) =>
    contexts.get(format) ?? { report, bodies: new Map(), isMarkup: false };
  for (const [code, { value: entry }] of codes) {
    if (membersOf(entry).wires === undefined) continue;
    for (const [format, { key, value }] of pairs(member(entry, "wires")?.value)) {
      const target = member(value, "fold")?.value;
      if (target !== undefined)
        listFor(folds, format).push({ code, at: key, target: located(target) });
      else {
        const columns = (member(value, "row")?.value.value ?? {}) as WireFormat["columns"];
        listFor(rows, format).push({ ...readRow(code, key, value, contextOf(format)), columns });
      }
    }
  }
  return formats.flatMap(([name, { key, value }]) => {
    const root = withMembers(value as YamlMap, { wire: { key, value: key } });
    // One that infers by itself is configured by a file of its own.
    const isBuiltIn = builtIn.has(name) && !root.pairs.has("infer");
    const format = readWireFormat(root, isBuiltIn, report);
    const own = { rows: rows.get(name) ?? [], folds: folds.get(name) ?? [] };
    return format === undefined ? [] : [{ ...format, ...own }];
  });
}

function readPast(root: YamlMap): Past {
  const { key, value } = root.pairs.get("past") as YamlPair;
  return {
    at: key,
    codes: new Map(
      pairs(member(value, "codes")?.value).map(([code, each]) => [
        code,
        {
          at: each.key,
          until: String(member(each.value, "until")?.value.value),
          title: member(each.value, "title")?.value.value as string | undefined,
          contract: member(each.value, "contract")?.value.value as string | undefined,
        },
      ]),
    ),
    spellings: new Map(
      pairs(member(value, "spellings")?.value).map(([format, { value: spellings }]) => [
        format,
        new Map(
          pairs(spellings).map(([spelling, each]) => [
            spelling,
            { value: String(each.value.value), at: each.key },
          ]),
        ),
      ]),
    ),
  };
}

// Nobody asks where a digest stands, and there are as many as texts.
function readMarks(node: YamlNode | undefined): ReadonlyMap<string, TextMark> {
  const written = (node?.value ?? {}) as Readonly<Record<string, WrittenMark>>;
  return new Map(
    Object.entries(written).map(([code, { meaning, translations = {} }]) => {
      const pairs = Object.entries(translations).map(
        ([tag, [text, source]]) => [tag, { text, source }] as const,
      );
      return [code, { meaning, translations: new Map(pairs) }];
    }),
  );
}

interface WrittenMark {
  readonly meaning?: string;
  readonly translations?: Readonly<Record<string, readonly [string, string]>>;
}
