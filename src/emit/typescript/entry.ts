/** One entry as an interface and a constructor. */
import type { Catalog, Entry } from "../../model/catalog.js";
import { constructorName, interfaceName } from "../../model/identifier.js";
import { fieldsName } from "../../model/module-names.js";
import { hiddenFields, secretPaths } from "../../model/secret-paths.js";
import { siteAddresses } from "../../model/site-address.js";
import { captureStackTrace, createError, hideFields, ownMembers } from "../../runtime/generated.js";
import { docMarkdown, docText } from "../text/doc-comment.js";
import { quote } from "../text/quote.js";
import { width } from "../text/width.js";
import { catalogNameIn } from "./catalog-module.js";
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
import { memberLines } from "./types.js";

/** The interfaces of an entry and of its fields and, unless it is retired, its constructor. */
export function entryDeclarations(entry: Entry, catalog: Catalog): readonly Declaration[] {
  const fields = fieldsName(catalog)(entry);
  const isMade = entry.retired === undefined && entry.fields.length > 0;
  // Nothing that arrives over a wire has internal fields, so whoever reads an error cannot count on them.
  const isAsGiven = entry.fields.every(({ internal, optional }) => optional || !internal);
  const members = entry.fields.map((field) =>
    field.internal ? { ...field, optional: true } : field,
  );
  const inherits = isMade && isAsGiven ? [fields] : [];
  const lines = [
    `  readonly code: ${quote(entry.code)};`,
    `  readonly status: ${statusType(entry)};`,
    ...(members.length === 0 || inherits.length > 0 ? [] : [memberLines(members)]),
  ];
  const type = typeDeclaration([headline(entry), ending(entry)], (file) => {
    const bases = [file.type("CatalogError"), ...inherits].join(", ");
    return `interface ${interfaceName(entry)} extends ${bases} {\n${lines.join("\n")}\n}`;
  });
  const given = typeDeclaration(
    [`What ${constructorName(entry)} takes.`],
    () => `interface ${fields} {\n${memberLines(entry.fields)}\n}`,
  );
  if (entry.retired !== undefined) return [type];
  return [
    type,
    ...(isMade ? [given] : []),
    descriptor(entry, catalog),
    constructorDeclaration(entry, catalog),
    ...(nameInside(entry) === constructorName(entry) ? [] : [alias(entry)]),
  ];
}

/** What a constructor is called inside itself, where a name of ours may hide its own. */
function nameInside(entry: Entry): string {
  const name = constructorName(entry);
  return ["error", "fields", "options"].includes(name) ? `$$$${name}` : name;
}

function alias(entry: Entry): Declaration {
  return privateConstant(() => ({
    name: nameInside(entry),
    type: "(...given: never) => unknown",
    value: () => constructorName(entry),
  }));
}

// No code becomes a name with a $ in it, and what is imported has one alone, so this clashes with nothing.
function descriptorName(entry: Entry): string {
  return `$$${constructorName(entry)}`;
}

// Without a status it is 0, as an answer has that never came: falsy, and no number that HTTP has.
function statusType({ statuses }: Entry): string {
  return statuses.length === 0 ? "0" : statuses.map(({ value }) => value).join(" | ");
}

function descriptor(entry: Entry, catalog: Catalog): Declaration {
  const names = entry.fields.filter(({ internal }) => !internal).map(({ name }) => quote(name));
  const secret = secretPaths(entry, catalog.types);
  const hidden = hiddenFields(entry, catalog.types).map(quote);
  const members = [
    `code: ${quote(entry.code)}`,
    `status: ${entry.statuses[0]?.value ?? 0}`,
    ...(names.length === 0 ? [] : [`fields: [${names.join(", ")}]`]),
    ...(secret.length === 0 ? [] : [`secret: ${pathsText(secret)}`]),
    ...delayMember(entry),
    ...(entry.severity ? [`severity: ${quote(entry.severity.value)}`] : []),
    ...(entry.grpc ? [`grpc: ${quote(entry.grpc.value)}`] : []),
    ...(entry.stack ? [] : ["stack: false"]),
  ];
  return privateConstant((file) => ({
    name: descriptorName(entry),
    type: file.type("ErrorEntry"),
    value: (head) => {
      const hide = () => `/*#__PURE__*/ ${file.value(hideFields)}(${hidden.join(", ")})`;
      const all = [
        `catalog: ${catalogNameIn(file)}`,
        ...members,
        ...(hidden.length === 0 ? [] : [`hide: ${hide()}`]),
      ];
      const line = `{ ${all.join(", ")} }`;
      if (head.length + line.length < width) return line;
      return `{\n${all.map((member) => `  ${member},\n`).join("")}}`;
    },
  }));
}

function constructorDeclaration(entry: Entry, catalog: Catalog): Declaration {
  const { fields } = entry;
  const type = fieldsName(catalog)(entry);
  const allOptional = fields.every(({ optional }) => optional);
  const given: Parameter = { name: "fields", type, ...(allOptional ? { default: "{}" } : {}) };
  return functionDeclaration((file) => {
    const options: Parameter = {
      name: "options",
      type: `${file.type("CatalogErrorOptions")}<${entry.hasNoStatus ? "never" : statusType(entry)}>`,
      optional: true,
    };
    return {
      doc: entryDoc(entry, catalog),
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
    `if (error.stack === undefined) ${file.value(captureStackTrace)}(error, ${nameInside(entry)});`,
    `return error${asNever(file)};`,
  ];
}

function entryDoc(entry: Entry, catalog: Catalog): readonly string[] {
  const { title, meaning, causes, fixes, at } = entry;
  const page = siteAddresses(catalog).type(entry.code);
  return [
    title === undefined ? "" : `**${docText(title.value)}**`,
    docMarkdown(meaning?.value ?? ""),
    answerLine(entry),
    list("Why it happens", causes),
    list("What to try", fixes),
    ending(entry),
    `@see ${page === undefined ? "" : `${docText(page)} and `}${docText(pathInCatalog(at.file.path, catalog))} of the catalog`,
  ];
}

// As seen from the folder of the catalog: whoever builds, from wherever, gets the same.
function pathInCatalog(path: string, { name }: Catalog): string {
  const folder = name.at.file.path.replace(/[^/]*$/, "");
  return path.startsWith(folder) ? path.slice(folder.length) : path;
}

/** What the interface says of an entry: the rest stands at the constructor. */
function headline(entry: Entry): string {
  const { title } = entry;
  return title === undefined ? answerLine(entry) : `${docText(title.value)}: ${answerLine(entry)}`;
}

function answerLine({ statuses, hasNoStatus, retry, neverSent }: Entry): string {
  const sent = neverSent ? ", for logs alone" : "";
  const again = {
    never: "do not retry",
    after: "retry after the delay that it carries",
    backoff: "retry with growing pauses",
  };
  const often = retry === undefined ? "it is not said whether to retry" : again[retry.value];
  if (hasNoStatus) return `No HTTP status; ${often}.`;
  return `HTTP ${statuses.map(({ value }) => value).join(" or ")}${sent}; ${often}.`;
}

function ending({ deprecated, retired }: Entry): string {
  const end = retired ?? deprecated;
  if (end === undefined) return "";
  const replaced = end.replacedBy === undefined ? "" : ` Use \`${end.replacedBy.value}\` instead.`;
  const reason = end.reason === undefined ? "" : ` ${docText(end.reason)}`;
  return `@deprecated Since ${docText(end.since)}.${replaced}${reason}`;
}

function list(heading: string, texts: readonly { readonly value: string }[]): string {
  return texts.length === 0
    ? ""
    : `${heading}:\n${texts.map(({ value }) => `- ${docMarkdown(value)}`).join("\n")}`;
}

/** Paths as code. */
export function pathsText(paths: readonly (readonly string[])[]): string {
  return `[${paths.map((path) => `[${path.map(quote).join(", ")}]`).join(", ")}]`;
}

/** Where the delay stands, as a member of an object literal, if the entry has one. */
export function delayMember({ delay }: Entry): readonly string[] {
  return delay.length === 0 ? [] : [`delay: ${pathsText(delay.map(({ value }) => value))}`];
}
