/** The compiler as a library: `errdex/compiler`. */
export { checkCatalog } from "./check/check-catalog.js";
export { type RuleName, rules } from "./check/check-rules.js";
export { type Diagnostic, hasErrors } from "./diagnostics/diagnostic.js";
export {
  type Finding,
  type RelatedPlace,
  type Severity,
  severities,
} from "./diagnostics/finding.js";
export type { RuleBook, RuleDefinition } from "./diagnostics/rule-definition.js";
export { bumpOf, type Change, isRefused } from "./diff/changes/change.js";
export {
  type Bump,
  bumps,
  type ChangeKindDefinition,
  type Effect,
} from "./diff/changes/change-kind.js";
export { type ChangeKind, changeKinds } from "./diff/changes/change-kinds.js";
export { diffCatalogs } from "./diff/diff-catalogs.js";
export { printLedger } from "./diff/ledger/print-ledger.js";
export { readCatalogFiles } from "./disk/read-catalog-files.js";
export { type BrokenFile, brokenFiles } from "./emit/broken-files.js";
export { emitFixtures, type FixtureOptions } from "./emit/fixtures/emit-fixtures.js";
export { emitJsonSchema, type JsonSchemaOptions } from "./emit/json-schema/emit-json-schema.js";
export type { ModulePlace } from "./emit/module-syntax.js";
export { emitOpenApi, type OpenApiFileOptions } from "./emit/openapi/emit-openapi.js";
export {
  emitJavaScript,
  emitTypeScript,
  type JavaScriptOptions,
  type TypeScriptOptions,
} from "./emit/typescript/emit-typescript.js";
export type { CatalogFile } from "./load/decode-file.js";
export { type LoadedCatalog, loadCatalog } from "./load/load-catalog.js";
export type { LoadRuleName } from "./load/load-rules.js";
export type { FoundCatalog, UsedFiles, UsedFolders } from "./load/read-uses.js";
export type { Baseline, FindingCounts } from "./model/baseline.js";
export type * from "./model/catalog.js";
export type * from "./model/default.js";
export type * from "./model/extension.js";
export type * from "./model/field.js";
export type { GeneratedFile } from "./model/generated-file.js";
export type * from "./model/json-value.js";
export type * from "./model/locale.js";
export { outlineOf } from "./model/locale.js";
export { localizedCatalog } from "./model/localized-catalog.js";
export type { MessagePart, MessageTemplate } from "./model/message.js";
export type * from "./model/output.js";
export type * from "./model/past.js";
export type { PatternPart } from "./model/pattern.js";
export type { RespelledScalar, RespelledValue } from "./model/respelled.js";
export type { RoleCode, RoleField, RoleName, RoleValue } from "./model/role.js";
export {
  type Located,
  type Place,
  placeFinder,
  type SourceFile,
  type Span,
} from "./model/source.js";
export type {
  Condition,
  SyntaxName,
  TemplateMember,
  TemplateNode,
  TextSyntax,
  VariableNode,
  WireFormat,
  WireRow,
} from "./model/wire-format.js";
export type { Proofs } from "./wire/proofs.js";
