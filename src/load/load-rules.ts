/** The rules whose breaches reading finds: what is broken so that nothing can be made of it. */
import type { Report as ReportOf } from "../diagnostics/report.js";
import { ruleBook, ruleDefinition } from "../diagnostics/rule-definition.js";

const definitions = [
  ruleDefinition({
    name: "catalog-missing",
    severity: "error",
    summary: "A catalog is a folder with a catalog.yaml.",
  }),
  ruleDefinition({ name: "file-encoding", severity: "error", summary: "Files are UTF-8." }),
  ruleDefinition({
    name: "file-size",
    severity: "error",
    summary: "A file has at most 16 MiB.",
  }),
  ruleDefinition({
    name: "file-unexpected",
    severity: "warning",
    summary: "Every YAML file of the folder has a place in the catalog.",
  }),
  ruleDefinition({
    name: "yaml-syntax",
    severity: "error",
    summary: "Files are YAML 1.2, one document each, without tags.",
  }),
  ruleDefinition({
    name: "yaml-alias",
    severity: "error",
    summary: "Aliases are not allowed: what is shared has a name in `types` or `groups`.",
  }),
  ruleDefinition({
    name: "yaml-duplicate-key",
    severity: "error",
    summary: "A key stands once in a mapping.",
  }),
  ruleDefinition({
    name: "yaml-key",
    severity: "error",
    summary: "Keys are plain text, and `__proto__` is none.",
  }),
  ruleDefinition({
    name: "yaml-number",
    severity: "error",
    summary: "A number keeps its value, within 2^53, and a text that looks like one is in quotes.",
  }),
  ruleDefinition({
    name: "unknown-key",
    severity: "error",
    summary: "Every key is one that errdex knows.",
  }),
  ruleDefinition({
    name: "wrong-type",
    severity: "error",
    summary: "Every value has the type that its key asks for.",
  }),
  ruleDefinition({
    name: "schema-keyword",
    severity: "error",
    summary: "A field's type uses only the JSON Schema keywords that errdex supports.",
  }),
  ruleDefinition({
    name: "message-syntax",
    severity: "error",
    summary:
      "Braces in a message enclose a field, or are doubled; a translation is ICU MessageFormat.",
  }),
  ruleDefinition({
    name: "text-unsafe",
    severity: "error",
    summary: "Texts hold no control characters and no marks that turn the writing direction.",
  }),
  ruleDefinition({
    name: "field-form",
    severity: "error",
    summary: "A field is named with letters, digits and `_`, and begins with a letter.",
  }),
  ruleDefinition({
    name: "field-reserved",
    severity: "error",
    summary: "A field does not take a name that every error has already.",
  }),
  ruleDefinition({
    name: "field-internal",
    severity: "error",
    summary: "Only a field of an error is internal, and only what is public is secret.",
  }),
  ruleDefinition({
    name: "wire-variable",
    severity: "error",
    summary: "A variable of a template is a field or built in, and its conversion is known.",
  }),
  ruleDefinition({
    name: "wire-member",
    severity: "error",
    summary: "A member of a template stands once, and beside a spread no field has its name.",
  }),
  ruleDefinition({
    name: "wire-body",
    severity: "error",
    summary: "A body that is named in a template stands in `bodies`, and not in itself.",
  }),
  ruleDefinition({
    name: "wire-pattern",
    severity: "error",
    summary: "A pattern can be read in one way: its placeholders have text between them.",
  }),
  ruleDefinition({
    name: "wire-syntax",
    severity: "error",
    summary: "A text inside a body is json, xml, form, params or a pattern.",
  }),
  ruleDefinition({
    name: "wire-condition",
    severity: "error",
    summary: "A condition compares what an answer has with constants, and can hold.",
  }),
  ruleDefinition({
    name: "uses-unreadable",
    severity: "error",
    summary: "A catalog that is used is there, once, can be read, and does not use this one.",
  }),
  ruleDefinition({
    name: "released-form",
    severity: "error",
    summary: "The ledger is what `errdex release` writes.",
  }),
  ruleDefinition({
    name: "baseline-form",
    severity: "error",
    summary: "The baseline is what `errdex check --baseline` writes.",
  }),
] as const;

/** The name of a rule whose breaches reading finds. */
export type LoadRuleName = (typeof definitions)[number]["name"];

/** The rules by name. `check` asks some of them too. */
export const loadRules = ruleBook<LoadRuleName>(definitions);

/** Takes what reading complains about. */
export type Report = ReportOf<LoadRuleName>;
