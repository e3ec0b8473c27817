/** The functions of a module that tell errors apart. */
import { type Catalog, compareText, type Entry } from "../../model/catalog.js";
import { pascalCase } from "../../model/identifier.js";
import { ownName, unionName } from "../../model/module-names.js";
import { isRetryable } from "../../model/retryable.js";
import {
  errorFromJson,
  hasCodeOf,
  isCatalogError,
  isRetryableIn,
  markOf,
  matchError,
} from "../../runtime/generated.js";
import { docText } from "../text/doc-comment.js";
import { quote } from "../text/quote.js";
import { catalogNameIn } from "./catalog-module.js";
import { asNever, type Declaration, functionDeclaration, type Parameter } from "./declarations.js";
import type { ModuleFile } from "./module-file.js";
import { ownersArgument } from "./other-module.js";

/** Guards, `match` and `fromJSON`. */
export function guards(catalog: Catalog, entries: readonly Entry[]): readonly Declaration[] {
  const union = unionName(catalog);
  const own = ownName(catalog);
  const any = own("AnyByCode");
  const value = { name: "value", type: "unknown" };
  const [example] = entries;
  return [
    functionDeclaration((file) => ({
      doc: [
        "Whether the value is an error of this catalog, whichever copy of the package made it.",
      ],
      name: `is${union}`,
      parameters: [value],
      returns: `value is ${union}`,
      body: () => {
        const given = ["value", catalogNameIn(file), ...ownersArgument(catalog, file)];
        return [`return ${file.value(isCatalogError)}(${given.join(", ")});`];
      },
    })),
    functionDeclaration((file) => ({
      doc: ["Whether the value is an error of this catalog with one of the codes."],
      name: own("hasCode"),
      generics: [`const Code extends ${own("ErrorCode")} = never`],
      parameters: [value, { name: "...codes", type: "readonly Code[]" }],
      returns: `value is ${own("ErrorByCode")}[Code]`,
      body: () => {
        const given = [catalogNameIn(file), "value", "codes", ...ownersArgument(catalog, file)];
        return [`return ${file.value(hasCodeOf)}(${given.join(", ")});`];
      },
    })),
    functionDeclaration((file) => ({
      doc: [
        "Whether the value is an error of this catalog, or an unrecognized one, where trying again can help. Where the code is unknown or was inferred, the status decides.",
      ],
      name: own("isRetryable"),
      parameters: [value],
      returns: `value is (${union} | ${file.type("UnrecognizedError")}) & ${file.type("Retryable")}`,
      body: () => {
        const owners = ownersArgument(catalog, file);
        const unsaid = unsaidCodes(entries);
        const last = owners.length > 0 && unsaid.length === 0 ? ["[]"] : unsaid;
        const given = [catalogNameIn(file), own("retries"), "value", ...last, ...owners];
        return [`return ${file.value(isRetryableIn)}(${given.join(", ")});`];
      },
    })),
    ...[...catalog.categories]
      .sort((a, b) => compareText(a.id, b.id))
      .map(({ id, title }) =>
        functionDeclaration((file) => ({
          doc: [`Whether the value is an error of the category: ${docText(title)}.`],
          name: `is${pascalCase(id)}Error`,
          parameters: [value],
          returns: `value is ${pascalCase(id)}Error`,
          body: () => [
            `return ${file.value(markOf)}(${catalogNameIn(file)}, ${own("categories")}, value) === ${quote(id)};`,
          ],
        })),
      ),
    functionDeclaration((file) => ({
      doc: [
        "Calls the handler for the error's code, or `otherwise` where there is none. Without `otherwise`, a code without a handler does not compile; a handler without a code never does.",
        ...(example === undefined
          ? []
          : [`@throws TypeError where a handler is missing all the same.`]),
      ],
      name: own("match"),
      signatures: [
        {
          generics: [errorOf(any), `const H extends ${file.type("HandlersOf")}<E["code"], ${any}>`],
          parameters: matched(file),
          returns: `${file.type("ResultOf")}<H[E["code"]]>`,
        },
        {
          generics: [
            errorOf(any),
            `const H extends ${file.type("SomeHandlersOf")}<E["code"], ${any}>`,
            "Rest",
          ],
          parameters: [
            ...matched(file),
            {
              name: "otherwise",
              type: `(error: ${file.type("RestOf")}<E["code"], H, ${any}>) => Rest`,
            },
          ],
          returns: `${file.type("ResultOf")}<H[keyof H]> | Rest`,
        },
      ],
      parameters: [
        { name: "error", type: `${any}[keyof ${any}]` },
        { name: "handlers", type: "object" },
        { name: "otherwise", type: "(error: never) => unknown", optional: true },
      ],
      returns: "unknown",
      body: () => [`return ${file.value(matchError)}(error, handlers, otherwise);`],
    })),
    functionDeclaration((file) => ({
      doc: [
        "Reads what `error.toJSON()` gave, in this process or another. Never throws: what it cannot read is an `UnrecognizedError`.",
      ],
      name: own("fromJSON"),
      parameters: [value],
      returns: `${union} | ${file.type("UnrecognizedError")}`,
      body: () => {
        return [
          `return ${file.value(errorFromJson)}(value, ${file.valuesOf("./entries.js")}.$all)${asNever(file)};`,
        ];
      },
    })),
  ];
}

function errorOf(any: string): string {
  return `E extends ${any}[keyof ${any}]`;
}

function matched(file: ModuleFile): readonly Parameter[] {
  return [
    { name: "error", type: "E" },
    { name: "handlers", type: `${file.type("OnlyFor")}<E["code"], H>` },
  ];
}

// A code without `retry` has no mark in the table that says so: its statuses do.
function unsaidCodes(entries: readonly Entry[]): readonly string[] {
  const unsaid = entries.filter((entry) => entry.retry === undefined && isRetryable(entry));
  return unsaid.length === 0 ? [] : [`[${unsaid.map(({ code }) => quote(code)).join(", ")}]`];
}
