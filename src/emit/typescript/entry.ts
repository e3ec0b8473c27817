/** One entry as an interface and a constructor. */
import type { Catalog, Entry } from "../../model/catalog.js";
import { constructorName, interfaceName } from "../../model/identifier.js";
import { hiddenFields, secretPaths } from "../../model/secret-paths.js";
import { captureStackTrace, createError, hideFields, ownMembers } from "../../runtime/generated.js";
import { docText } from "../text/doc-comment.js";
import { quote } from "../text/quote.js";
import {
  asNever,
  type Declaration,
  functionDeclaration,
  type Parameter,
  privateConstant,
  typeDeclaration,
} from "./declarations.js";
import { messageExpression } from "./message.js";
import type { ModuleFile } from "./module-file.js";
import { memberLines, memberText } from "./types.js";

/** The interface of an entry and, unless it is retired, its constructor. */
export function entryDeclarations(entry: Entry, catalog: Catalog): readonly Declaration[] {
  const doc = entryDoc(entry);
  const [title = "", meaning = "", http = ""] = doc;
  // Nothing that arrives over a wire has internal fields, so whoever reads an error cannot count on them.
  const members = entry.fields.map((field) =>
    field.internal ? { ...field, optional: true } : field,
  );
  const lines = [
    `  readonly code: ${quote(entry.code)};`,
    `  readonly status: ${statusType(entry)};`,
    ...(members.length === 0 ? [] : [memberLines(members)]),
  ];
  const type = typeDeclaration(
    [title, meaning, http, doc.at(-1) ?? ""],
    (file) =>
      `interface ${interfaceName(entry)} extends ${file.type("CatalogError")} {\n${lines.join("\n")}\n}`,
  );
  if (entry.retired !== undefined) return [type];
  return [type, descriptor(entry, catalog), constructorDeclaration(entry, catalog, doc)];
}

// No code becomes a name with a $ in it, and what is imported has one alone, so this clashes with nothing.
function descriptorName(entry: Entry): string {
  return `$$${constructorName(entry)}`;
}

function statusType({ statuses }: Entry): string {
  return statuses.map(({ value }) => value).join(" | ");
}

function descriptor(entry: Entry, catalog: Catalog): Declaration {
  const names = entry.fields.filter(({ internal }) => !internal).map(({ name }) => quote(name));
  const secret = secretPaths(entry, catalog.types);
  const hidden = hiddenFields(entry, catalog.types).map(quote);
  const members = [
    `catalog: ${quote(catalog.name.value)}`,
    `code: ${quote(entry.code)}`,
    `status: ${entry.statuses[0]?.value}`,
    ...(names.length === 0 ? [] : [`fields: [${names.join(", ")}]`]),
    ...(secret.length === 0 ? [] : [`secret: ${pathsText(secret)}`]),
    ...delayMember(entry),
    ...(entry.stack ? [] : ["stack: false"]),
  ];
  return privateConstant((file) => ({
    name: descriptorName(entry),
    type: file.type("ErrorEntry"),
    value: () => {
      const hide = () => `/*#__PURE__*/ ${file.value(hideFields)}(${hidden.join(", ")})`;
      return `{ ${[...members, ...(hidden.length === 0 ? [] : [`hide: ${hide()}`])].join(", ")} }`;
    },
  }));
}

function constructorDeclaration(
  entry: Entry,
  catalog: Catalog,
  doc: readonly string[],
): Declaration {
  const { fields } = entry;
  const type = `{ ${fields.map((field) => memberText(field)).join(" ")} }`;
  const allOptional = fields.every(({ optional }) => optional);
  const given: Parameter = { name: "fields", type, ...(allOptional ? { default: "{}" } : {}) };
  return functionDeclaration((file) => {
    const options: Parameter = {
      name: "options",
      type: `${file.type("CatalogErrorOptions")}<${statusType(entry)}>`,
      optional: true,
    };
    return {
      doc,
      name: constructorName(entry),
      parameters: fields.length === 0 ? [options] : [given, options],
      returns: interfaceName(entry),
      body: () => constructorBody(entry, catalog, file),
    };
  });
}

function constructorBody(entry: Entry, catalog: Catalog, file: ModuleFile): readonly string[] {
  const { fields } = entry;
  const message = messageExpression(entry, catalog, file);
  const hasOptional = fields.some(({ optional }) => optional);
  return [
    ...(hasOptional ? [`fields = ${file.value(ownMembers)}(fields);`] : []),
    `const error = ${file.value(createError)}(${descriptorName(entry)}, () => ${message}, options);`,
    ...fields.map((field) => {
      const guard = field.optional ? `if (fields.${field.name} !== undefined) ` : "";
      // In brackets: some compile with `noPropertyAccessFromIndexSignature`.
      return `${guard}error[${quote(field.name)}] = fields.${field.name};`;
    }),
    // Here and not in a function of the runtime, which would be one more to skip.
    `if (error.stack === undefined) ${file.value(captureStackTrace)}(error, ${constructorName(entry)});`,
    `return error${asNever(file)};`,
  ];
}

function entryDoc(entry: Entry): readonly string[] {
  const { title, meaning, causes, fixes, statuses, retry, neverSent, deprecated, retired } = entry;
  const sent = neverSent ? ", for logs alone" : "";
  const again = {
    never: "do not retry",
    after: "retry after the delay that it carries",
    backoff: "retry with growing pauses",
  };
  const ending = retired ?? deprecated;
  const replaced =
    ending?.replacedBy === undefined ? "" : ` Use \`${ending.replacedBy.value}\` instead.`;
  const reason = ending?.reason === undefined ? "" : ` ${docText(ending.reason)}`;
  return [
    title === undefined ? "" : `**${docText(title.value)}**`,
    docText(meaning?.value ?? ""),
    `HTTP ${statuses.map(({ value }) => value).join(" or ")}${sent}; ${retry === undefined ? "it is not said whether to retry" : again[retry.value]}.`,
    list("Why it happens", causes),
    list("What to try", fixes),
    ending === undefined ? "" : `@deprecated Since ${docText(ending.since)}.${replaced}${reason}`,
  ];
}

function list(heading: string, texts: readonly { readonly value: string }[]): string {
  return texts.length === 0
    ? ""
    : `${heading}:\n${texts.map(({ value }) => `- ${docText(value)}`).join("\n")}`;
}

/** Paths as code. */
export function pathsText(paths: readonly (readonly string[])[]): string {
  return `[${paths.map((path) => `[${path.map(quote).join(", ")}]`).join(", ")}]`;
}

/** Where the delay stands, as a member of an object literal, if the entry has one. */
export function delayMember({ delay }: Entry): readonly string[] {
  return delay.length === 0 ? [] : [`delay: ${pathsText(delay.map(({ value }) => value))}`];
}
