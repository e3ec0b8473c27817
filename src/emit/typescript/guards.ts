/** The functions of a module that tell errors apart. */
import { type Catalog, compareText, type Entry } from "../../model/catalog.js";
import { pascalCase } from "../../model/identifier.js";
import { ownName, unionName } from "../../model/module-names.js";
import { isRetryable } from "../../model/retryable.js";
import {
  errorFromJson,
  hasCodeOf,
  isCatalogError,
  markOf,
  matchError,
} from "../../runtime/generated.js";
import { docText } from "../text/doc-comment.js";
import { quote } from "../text/quote.js";
import { catalogNameIn } from "./catalog-module.js";
import { asNever, type Declaration, functionDeclaration } from "./declarations.js";
import type { ModuleFile } from "./module-file.js";

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
      body: () => [`return ${file.value(isCatalogError)}(value, ${catalogNameIn(file)});`],
    })),
    functionDeclaration((file) => ({
      doc: ["Whether the value is an error of this catalog with one of the codes."],
      name: own("hasCode"),
      generics: [`const Code extends ${own("ErrorCode")} = never`],
      parameters: [value, { name: "...codes", type: "readonly Code[]" }],
      returns: `value is ${own("ErrorByCode")}[Code]`,
      body: () => [`return ${file.value(hasCodeOf)}(${catalogNameIn(file)}, value, codes);`],
    })),
    functionDeclaration((file) => ({
      doc: ["Whether the value is an error of this catalog where trying again can help."],
      name: own("isRetryable"),
      parameters: [value],
      returns: `value is ${own("RetryableError")}`,
      body: () => [
        `const retry = ${file.value(markOf)}(${catalogNameIn(file)}, ${own("retries")}, value);`,
        `return ${retryTest(entries, file)};`,
      ],
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
        "Calls the handler for the error's code. Exhaustive: a code without a handler and a handler without a code do not compile.",
        ...(example === undefined
          ? []
          : [`@throws TypeError where a handler is missing all the same.`]),
      ],
      name: own("match"),
      generics: [
        `E extends ${any}[keyof ${any}]`,
        `const H extends ${file.type("HandlersOf")}<E["code"], ${any}>`,
      ],
      parameters: [
        { name: "error", type: "E" },
        { name: "handlers", type: `${file.type("OnlyFor")}<E["code"], H>` },
      ],
      returns: `${file.type("ResultOf")}<H[E["code"]]>`,
      body: () => [`return ${file.value(matchError)}(error, handlers)${asNever(file)};`],
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

// A code without `retry` has no mark in the table that says so: its statuses do.
function retryTest(entries: readonly Entry[], file: ModuleFile): string {
  const byStatus = entries.filter((entry) => entry.retry === undefined && isRetryable(entry));
  const codes = byStatus.map(({ code }) => quote(code)).join(", ");
  const said = 'retry === "after" || retry === "backoff"';
  return codes === ""
    ? said
    : `${said} || ${file.value(hasCodeOf)}(${catalogNameIn(file)}, value, [${codes}])`;
}
