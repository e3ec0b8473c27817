/** The rules of `check`: one list, in the order in which people read of them. */
import { type RuleBook, type RuleDefinition, ruleBook } from "../diagnostics/rule-definition.js";
import { type LoadRuleName, loadRules } from "../load/load-rules.js";
import type { Check } from "./rule.js";
import { allowExpected } from "./rules/allow-expected.js";
import { baselineUnknown } from "./rules/baseline-unknown.js";
import { catalogName } from "./rules/catalog-name.js";
import { categoryEmpty } from "./rules/category-empty.js";
import { categoryUnknown } from "./rules/category-unknown.js";
import { challengeExpected } from "./rules/challenge-expected.js";
import { codeDuplicate } from "./rules/code-duplicate.js";
import { codeForm } from "./rules/code-form.js";
import { codeIdentifier } from "./rules/code-identifier.js";
import { codeReserved } from "./rules/code-reserved.js";
import { codeRetired } from "./rules/code-retired.js";
import { codeUnanswered } from "./rules/code-unanswered.js";
import { codeUnknown } from "./rules/code-unknown.js";
import { consumedUnused } from "./rules/consumed-unused.js";
import { contextUnseen } from "./rules/context-unseen.js";
import { defaultUnused } from "./rules/default-unused.js";
import { delayExpected } from "./rules/delay-expected.js";
import { docsAddress } from "./rules/docs-address.js";
import { exampleInvalid } from "./rules/example-invalid.js";
import { exemptionUnknown } from "./rules/exemption-unknown.js";
import { exemptionUnused } from "./rules/exemption-unused.js";
import { extensionForm } from "./rules/extension-form.js";
import { extensionUnknown } from "./rules/extension-unknown.js";
import { fallbackUnusable } from "./rules/fallback-unusable.js";
import { fieldForm } from "./rules/field-form.js";
import { fieldReserved } from "./rules/field-reserved.js";
import { fieldUnseen } from "./rules/field-unseen.js";
import { groupUnknown } from "./rules/group-unknown.js";
import { headerForm } from "./rules/header-form.js";
import { keyOrder } from "./rules/key-order.js";
import { localeForm } from "./rules/locale-form.js";
import { localeWord } from "./rules/locale-word.js";
import { messageFullStop } from "./rules/message-full-stop.js";
import { missingParts } from "./rules/missing-parts.js";
import { missingTranslation } from "./rules/missing-translation.js";
import { nameClash } from "./rules/name-clash.js";
import { operationEmpty } from "./rules/operation-empty.js";
import { outputPath } from "./rules/output-path.js";
import { placeholderForeign } from "./rules/placeholder-foreign.js";
import { placeholderType } from "./rules/placeholder-type.js";
import { placeholders } from "./rules/placeholders.js";
import { pluralForms } from "./rules/plural-forms.js";
import { released } from "./rules/released.js";
import { replacedCircle } from "./rules/replaced-circle.js";
import { retryDelay } from "./rules/retry-delay.js";
import { roleFields } from "./rules/role-fields.js";
import { roleUnusable } from "./rules/role-unusable.js";
import { selectCase } from "./rules/select-case.js";
import { settingLocked } from "./rules/setting-locked.js";
import { settingUnknown } from "./rules/setting-unknown.js";
import { similarTexts } from "./rules/similar-texts.js";
import { siteAddress } from "./rules/site-address.js";
import { statusDuplicate } from "./rules/status-duplicate.js";
import { statusNone } from "./rules/status-none.js";
import { statusRange } from "./rules/status-range.js";
import { textLayout } from "./rules/text-layout.js";
import { textMarkdown } from "./rules/text-markdown.js";
import { titleDuplicate } from "./rules/title-duplicate.js";
import { titleFullStop } from "./rules/title-full-stop.js";
import { translationStale } from "./rules/translation-stale.js";
import { typeAddress } from "./rules/type-address.js";
import { typeMissing } from "./rules/type-missing.js";
import { types } from "./rules/types.js";
import { uses } from "./rules/uses.js";
import { versionForm } from "./rules/version-form.js";
import { wireAmbiguous } from "./rules/wire-ambiguous.js";
import { wireCodePlace } from "./rules/wire-code-place.js";
import { wireColumn } from "./rules/wire-column.js";
import { wireCondition } from "./rules/wire-condition.js";
import { wireErrors } from "./rules/wire-errors.js";
import { wireRoundTrip } from "./rules/wire-round-trip.js";
import { wireType } from "./rules/wire-type.js";
import { wireUnknown } from "./rules/wire-unknown.js";
import { wireUnwritten } from "./rules/wire-unwritten.js";
import { wireXml } from "./rules/wire-xml.js";
import { yamlNumber } from "./rules/yaml-number.js";
import { wireFormats } from "./wire-formats.js";
import { wireTemplates } from "./wire-templates.js";

/** What is asked, by what it is about. A new rule is added here. */
const sections = {
  Completeness: [...missingParts],
  Names: [
    codeForm,
    codeDuplicate,
    codeIdentifier,
    codeReserved,
    nameClash,
    catalogName,
    fieldReserved,
    fieldForm,
  ],
  Values: [
    statusRange,
    statusDuplicate,
    statusNone,
    textLayout,
    textMarkdown,
    titleDuplicate,
    similarTexts,
    titleFullStop,
    messageFullStop,
    keyOrder,
    versionForm,
    docsAddress,
    typeAddress,
    typeMissing,
    siteAddress,
    yamlNumber,
  ],
  References: [
    categoryUnknown,
    categoryEmpty,
    defaultUnused,
    codeUnknown,
    replacedCircle,
    codeRetired,
    fallbackUnusable,
    roleUnusable,
    roleFields,
    consumedUnused,
    headerForm,
    groupUnknown,
    wireUnknown,
    outputPath,
    types,
    uses,
    extensionForm,
    extensionUnknown,
  ],
  "Fields in use": [
    placeholders,
    placeholderForeign,
    fieldUnseen,
    contextUnseen,
    exampleInvalid,
    retryDelay,
    delayExpected,
    challengeExpected,
    allowExpected,
  ],
  Translations: [
    localeForm,
    localeWord,
    missingTranslation,
    translationStale,
    placeholderType,
    selectCase,
    pluralForms,
  ],
  Operations: [operationEmpty, codeUnanswered],
  "Wire formats": [
    wireFormats,
    wireTemplates,
    wireType,
    wireErrors,
    wireXml,
    wireCodePlace,
    wireCondition,
    wireAmbiguous,
    wireColumn,
    wireUnwritten,
    wireRoundTrip,
  ],
  Released: [released],
  Settings: [settingUnknown, settingLocked, exemptionUnknown, exemptionUnused, baselineUnknown],
} as const satisfies Readonly<Record<string, readonly Check[]>>;

type Listed = (typeof sections)[keyof typeof sections][number]["rules"][number]["name"];

/** The name of a rule, and of every diagnostic that it gives. */
export type RuleName = Listed | LoadRuleName;

/** All that is asked of a catalog that was read. */
export const checks: readonly Check<Listed>[] = Object.values(sections).flat();

/** Every rule by name, those of reading first. */
export const rules: RuleBook<RuleName> = {
  ...loadRules,
  ...ruleBook(checks.flatMap((check) => check.rules)),
};

/** Every rule once, by what it is about. */
export const listedRules: Readonly<Record<string, readonly RuleDefinition[]>> = {
  Reading: Object.values(loadRules).filter(({ name }) => !isAsked(name)),
  ...Object.fromEntries(
    Object.entries<readonly Check[]>(sections).map(([title, listed]) => [
      title,
      listed.flatMap((check) => check.rules),
    ]),
  ),
};

function isAsked(name: string): boolean {
  return checks.some((check) => check.rules.some((rule) => rule.name === name));
}
