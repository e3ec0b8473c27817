/** The functions of a module that tell errors apart. */
import { type Catalog, compareText, type Entry } from "../../model/catalog.js";
import { pascalCase } from "../../model/identifier.js";
import { unionName } from "../../model/module-names.js";
import { isRetryable } from "../../model/retryable.js";
import { docText } from "../text/doc-comment.js";
import { quote } from "../text/quote.js";
import { asNever, type Declaration, functionDeclaration } from "./declarations.js";

/** Guards, `match` and `fromJSON`. */
export function guards(catalog: Catalog, entries: readonly Entry[]): readonly Declaration[] {
  const union = unionName(catalog);
  const name = quote(catalog.name.value);
  const value = { name: "value", type: "unknown" };
  const [example] = entries;
  return [
    functionDeclaration({
      doc: [
        "Whether the value is an error of this catalog, whichever copy of the package made it.",
      ],
      name: `is${union}`,
      parameters: [value],
      returns: `value is ${union}`,
      body: () => [`return isCatalogError(value, ${name});`],
    }),
    functionDeclaration({
      doc: ["Whether the value is an error of this catalog with one of the codes."],
      name: "hasCode",
      generics: "<const Code extends ErrorCode = never>",
      parameters: [value, { name: "...codes", type: "readonly Code[]" }],
      returns: "value is ErrorByCode[Code]",
      body: () => [`return hasCodeOf(${name}, value, codes);`],
    }),
    functionDeclaration({
      doc: ["Whether the value is an error of this catalog where trying again can help."],
      name: "isRetryable",
      parameters: [value],
      returns: "value is RetryableError",
      body: () => [
        `const retry = markOf(${name}, retries, value);`,
        `return ${retryTest(name, entries)};`,
      ],
    }),
    ...[...catalog.categories]
      .sort((a, b) => compareText(a.id, b.id))
      .map(({ id, title }) =>
        functionDeclaration({
          doc: [`Whether the value is an error of the category: ${docText(title)}.`],
          name: `is${pascalCase(id)}Error`,
          parameters: [value],
          returns: `value is ${pascalCase(id)}Error`,
          body: () => [`return markOf(${name}, categories, value) === ${quote(id)};`],
        }),
      ),
    functionDeclaration({
      doc: [
        "Calls the handler for the error's code. Exhaustive: a code without a handler and a handler without a code do not compile.",
        ...(example === undefined
          ? []
          : [`@throws TypeError where a handler is missing all the same.`]),
      ],
      name: "match",
      generics:
        '<E extends AnyByCode[keyof AnyByCode], const H extends { readonly [Code in E["code"]]: (error: AnyByCode[Code]) => unknown }>',
      parameters: [
        { name: "error", type: "E" },
        { name: "handlers", type: 'H & { readonly [Key in Exclude<keyof H, E["code"]>]: never }' },
      ],
      returns: 'ReturnType<H[E["code"]]>',
      body: (dress) => [`return matchError(error, handlers)${asNever(dress)};`],
    }),
    functionDeclaration({
      doc: [
        "Reads what `error.toJSON()` gave, in this process or another. Never throws: what it cannot read is an `UnrecognizedError`.",
      ],
      name: "fromJSON",
      parameters: [value],
      returns: `${union} | UnrecognizedError`,
      body: (dress) => [`return errorFromJson(value, entries)${asNever(dress)};`],
    }),
  ];
}

// A code without `retry` has no mark in the table that says so: its statuses do.
function retryTest(name: string, entries: readonly Entry[]): string {
  const byStatus = entries.filter((entry) => entry.retry === undefined && isRetryable(entry));
  const codes = byStatus.map(({ code }) => quote(code)).join(", ");
  const said = 'retry === "after" || retry === "backoff"';
  return codes === "" ? said : `${said} || hasCodeOf(${name}, value, [${codes}])`;
}
