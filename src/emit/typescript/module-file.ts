/** A generated file while it is printed: what its text asks other modules for becomes its import lines. */
import * as runtime from "../../runtime/generated.js";
import { quote } from "../text/quote.js";

/** `ts` holds code and types; `js` the code alone, `dts` the types alone. */
export type Dress = "ts" | "js" | "dts";

/**
 * A file that is being printed.
 *
 * A name of ours begins with `$` in it, whatever its own module calls it. No text of a catalog becomes a name with a
 * `$`, so a catalog is free to call its codes, types and wire formats what it likes.
 */
export interface ModuleFile {
  readonly dress: Dress;
  /** The name of what the runtime exports to generated modules, by identity; undefined for any other value. */
  nameOf(value: unknown): string | undefined;
  /** The name of a value that the runtime exports. */
  value(value: unknown): string;
  /** The name of a type that the runtime exports. */
  type(name: string): string;
  /** The name of a value that another module exports. */
  valueFrom(module: string, name: string): string;
  /** The name of a type that another module exports. */
  typeFrom(module: string, name: string): string;
  /** The name of all the values of another module, by which its exports are reached. `as`: where it is not a name of ours. */
  valuesOf(module: string, as?: string): string;
  /** The name of all the types of another module. */
  typesOf(module: string, as?: string): string;
  /** What was asked for until now, a line or more for each module. */
  imports(): readonly string[];
}

/** The entry of this package that generated modules import. */
export const runtimeModule = "errdex/generated";

const runtimeNames: ReadonlyMap<unknown, string> = new Map(
  Object.entries(runtime).map(([name, value]) => [value, name]),
);

/** What is imported of a module: `*` is all of it. */
type Asked = Map<string, Wish>;

interface Wish {
  readonly local: string;
  asValue: boolean;
  asType: boolean;
}

/** A file of which nothing is printed yet. */
export function moduleFile(dress: Dress): ModuleFile {
  const modules = new Map<string, Asked>();
  const ask = (module: string, name: string, local: string, isValue: boolean): string => {
    const asked: Asked = modules.get(module) ?? new Map();
    const wish = asked.get(name) ?? { local, asValue: false, asType: false };
    wish[isValue ? "asValue" : "asType"] = true;
    modules.set(module, asked.set(name, wish));
    return local;
  };
  const nameOf = (value: unknown): string | undefined => {
    const name = runtimeNames.get(value);
    return name === undefined ? undefined : ask(runtimeModule, name, `$${name}`, true);
  };
  return {
    dress,
    nameOf,
    value: (value) => nameOf(value) as string,
    type: (name) => ask(runtimeModule, name, `$${name}`, false),
    valueFrom: (module, name) => ask(module, name, ours(name), true),
    typeFrom: (module, name) => ask(module, name, ours(name), false),
    valuesOf: (module, as = nameOfModule(module)) => ask(module, "*", as, true),
    typesOf: (module, as = nameOfModule(module)) => ask(module, "*", as, false),
    imports: () =>
      [...modules]
        .sort(([a], [b]) => (isOwn(a) === isOwn(b) ? (a < b ? -1 : 1) : isOwn(a) ? 1 : -1))
        .flatMap(([module, asked]) => importLines(module, asked, dress)),
  };
}

function ours(name: string): string {
  return name.startsWith("$") ? name : `$${name}`;
}

/** `./client.js` → `$client`, `zod/v4` → `$zod`: as a namespace, for of a name in it a bundle carries everything. */
function nameOfModule(module: string): string {
  return `$${isOwn(module) ? module.replace(/^.*\/|\.js$/g, "") : module.replace(/\/.*/, "")}`;
}

// Those from the runtime come first.
function isOwn(module: string): boolean {
  return module.startsWith(".");
}

function importLines(module: string, asked: Asked, dress: Dress): readonly string[] {
  const wanted = [...asked]
    .filter(([, { asValue, asType }]) => (asValue && dress !== "dts") || (asType && dress !== "js"))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const onlyTypes = dress === "dts" || wanted.every(([, { asValue }]) => !asValue);
  const keyword = onlyTypes ? "import type" : "import";
  const whole = wanted.filter(([name]) => name === "*");
  const names = wanted.flatMap(([name, { local, asValue }]) => {
    const type = asValue || onlyTypes ? "" : "type ";
    return name === "*" ? [] : [type + (name === local ? name : `${name} as ${local}`)];
  });
  const line = `${keyword} { ${names.join(", ")} } from ${quote(module)};`;
  const lines = names.map((name) => `  ${name},\n`).join("");
  return [
    ...whole.map(([, { local }]) => `${keyword} * as ${local} from ${quote(module)};`),
    ...(names.length === 0
      ? []
      : // A name a line, however short they are: what two branches need merges.
        [names.length === 1 ? line : `${keyword} {\n${lines}} from ${quote(module)};`]),
  ];
}
