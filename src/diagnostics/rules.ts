/** The closed list of what can be wrong with a catalog. A name, once released, keeps its meaning. */

/** What is said of a rule. */
export interface RuleDefinition {
  // Spelled out: diagnostics know the rules, so the rules cannot know diagnostics.
  readonly severity: "error" | "warning";
  /** One sentence: what the rule wants. */
  readonly summary: string;
  /** Whether `allow` in catalog.yaml can switch it off for a code: it can where a build does well without. */
  readonly exemptible: boolean;
  /** Whether `rules` in catalog.yaml can make less of it: no emitter relies on it. */
  readonly lowerable: boolean;
}

const error = (summary: string): RuleDefinition => ({
  severity: "error",
  summary,
  exemptible: false,
  lowerable: false,
});
const warning = (summary: string): RuleDefinition => ({
  severity: "warning",
  summary,
  exemptible: false,
  lowerable: true,
});
const lowerable = (rule: RuleDefinition): RuleDefinition => ({ ...rule, lowerable: true });
const exemptible = (rule: RuleDefinition): RuleDefinition => ({
  ...lowerable(rule),
  exemptible: true,
});

const definitions = {
  // Reading
  "catalog-missing": error("A catalog is a folder with a catalog.yaml."),
  "file-encoding": error("Files are UTF-8."),
  "file-size": error("A file has at most 16 MiB."),
  "file-unexpected": warning("Every YAML file of the folder has a place in the catalog."),
  "yaml-syntax": error("Files are YAML 1.2, one document each, without tags."),
  "yaml-alias": error("Aliases are not allowed: what is shared has a name in `types` or `groups`."),
  "yaml-duplicate-key": error("A key stands once in a mapping."),
  "yaml-key": error("Keys are plain text, and `__proto__` is none."),
  "yaml-number": error(
    "A number keeps its value, within 2^53, and a text that looks like one is in quotes.",
  ),
  "unknown-key": error("Every key is one that errdex knows."),
  "wrong-type": error("Every value has the type that its key asks for."),
  "schema-keyword": error(
    "A field's type uses only the JSON Schema keywords that errdex supports.",
  ),
  "message-syntax": error(
    "Braces in a message enclose a field, or are doubled; a translation is ICU MessageFormat.",
  ),
  // Completeness
  "missing-status": error("Every entry has a status."),
  "missing-title": exemptible(error("Every entry has a title.")),
  "missing-message": exemptible(error("Every entry has a message.")),
  "missing-meaning": exemptible(error("Every entry says what it means.")),
  "missing-causes": exemptible(error("Every entry says why it happens.")),
  "missing-fixes": exemptible(error("Every entry says what to try.")),
  "missing-resolver": exemptible(error("Every entry says who can mend it.")),
  "missing-retry": exemptible(error("Every entry says whether trying again can help.")),
  "missing-examples": exemptible(error("Every entry shows an example.")),
  "missing-since": exemptible(error("Every entry says since which version it exists.")),
  // Names
  "code-form": error("A code is 1 to 128 letters, digits, `_`, `-` or `.`."),
  "code-duplicate": error("A code stands once in a catalog."),
  "code-identifier": error("A code becomes an identifier, or has a `name` that is one."),
  "code-reserved": error("A code does not take a word that means something else already."),
  "name-clash": error("Everything that the generated module exports has a name of its own."),
  "catalog-name": error("The catalog's name is in kebab-case."),
  "field-reserved": error("A field does not take a name that every error has already."),
  "field-form": error("A field is named with letters, digits and `_`, and begins with a letter."),
  // Values
  "status-range": error("A status is 400 to 599 and registered, or marked as never sent."),
  "status-duplicate": error("A status stands once in an entry."),
  "text-unsafe": error(
    "Texts hold no control characters and no marks that turn the writing direction.",
  ),
  "text-layout": error("Titles and messages are one line, without space at the ends."),
  "title-duplicate": lowerable(error("A title belongs to one entry.")),
  "title-similar": exemptible(warning("Titles differ by more than a letter or a mark.")),
  "title-full-stop": exemptible(warning("A title ends without a full stop.")),
  "message-similar": exemptible(warning("A message belongs to one entry.")),
  "message-full-stop": exemptible(warning("A message is a sentence, and ends like one.")),
  "key-order": warning("The keys of an entry stand in the order that all entries have."),
  "version-form": error("Versions follow semver."),
  "docs-address": error("The docs address is a URL with `{code}` in it."),
  "site-address": error("Every code has an address on the help site, and a file of its own there."),
  // References
  "category-unknown": error("A category is declared in catalog.yaml."),
  "category-empty": warning("A category has entries."),
  "code-unknown": error("A code that is mentioned has an entry."),
  "code-retired": error("An operation answers with codes that are not retired."),
  "fallback-unusable": error("The fallback can be sent, and needs no fields."),
  "header-form": error("A header has a name that HTTP allows, and a media type is one."),
  "group-unknown": error("A group that an operation names exists."),
  "wire-unknown": error("A wire format that is named exists."),
  "output-path": error(
    "An output has a path of its own; that of an OpenAPI document ends with .yaml, .yml or .json.",
  ),
  "type-unknown": error("A type that is named exists."),
  "type-cycle": error("A type does not contain itself, and ends after at most 100 others."),
  "type-unused": warning("A type is used."),
  "variants-alike": error(
    "The variants of a `oneOf` can be told apart by a constant or by their JSON type.",
  ),
  // Fields in use
  "field-internal": error(
    "Only a field of an error is internal, and only what is public is secret.",
  ),
  "secret-many": error("An entry has at most 1000 places that hold a secret."),
  "placeholder-unknown": error("A placeholder names a field."),
  "placeholder-optional": error("The last message needs no field that may be absent."),
  "message-unreachable": lowerable(
    error("Every message but the last needs a field that may be absent."),
  ),
  "placeholder-object": error("A placeholder stands for a text, a number or a list of them."),
  "placeholder-hidden": error("A message shows no internal and no secret field."),
  "field-unseen": exemptible(
    warning("A field is seen in a message, a header, a delay or an example."),
  ),
  "example-invalid": error("An example has the fields that its entry declares."),
  "retry-delay": error("`retry: after` says in `delay` where the delay stands."),
  "delay-expected": exemptible(warning("A 429 or 503 says how long to wait.")),
  "challenge-expected": exemptible(warning("A 401 has a challenge.")),
  "allow-expected": exemptible(warning("A 405 has the header Allow.")),
  // Translations
  "locale-form": error("A locale is a BCP 47 tag in its usual form, and its file has that name."),
  "locale-word": error(
    "The words of a locale are those of the help site, and put in what it puts in.",
  ),
  "missing-translation": exemptible(warning("Every locale translates every entry and category.")),
  "placeholder-type": error(
    "A plural or number stands for a number, a date for a date, and no select for a list.",
  ),
  "select-case": exemptible(warning("A case of a select is a value that the field can have.")),
  "plural-forms": exemptible(warning("A plural has the forms of its language, and no others.")),
  // Operations
  "operation-empty": warning("An operation says which codes it answers with."),
  "code-unanswered": exemptible(
    warning("Where there are operations, one of them answers with each code that is sent."),
  ),
  // Wire formats
  "wire-name": error("A wire format has a name of its own in kebab-case."),
  "wire-variable": error(
    "A variable of a template is a field or built in, and its conversion is known.",
  ),
  "wire-member": error(
    "A member of a template stands once, and beside a spread no field has its name.",
  ),
  "wire-built-in": warning(
    "A built-in wire format carries every field, even where the catalog does not use it.",
  ),
  "wire-spelling": error("A spelling stands for one code of a wire format."),
  "wire-unreachable": error(
    "A code that a wire format does not send can be inferred from a status.",
  ),
  "wire-unmapped": error("A wire format maps, spells or folds every code that can be sent."),
  "wire-fold": error(
    "A code is folded into one that the wire format has, and that asks for no more fields.",
  ),
  "wire-omits": error("A wire format omits fields that there are."),
  "wire-place": error("A required field has a place in the template, or is omitted."),
  "wire-place-optional": warning("An optional field has a place in the template, or is omitted."),
  // Released
  "released-form": error("The ledger is what `errdex release` writes."),
  "released-reused": error("A code that was retired or removed is never used again."),
  "released-spelling": error("A spelling that was released never stands for another code."),
  "released-vanished": error("A released code stays, or is retired."),
  "released-since": error("A code is not there since later than the release that had it."),
  "released-version": warning("The version covers what changed since the last release."),
  "suppression-unknown": error("A suppression names a change that can be accepted."),
  "suppression-unused": warning("A suppression is needed."),
  "exemption-unused": warning("An exemption is needed."),
  "setting-unknown": error("A setting names a rule that there is."),
  "setting-locked": error("A setting makes less of no rule that a build relies on."),
  "exemption-unknown": error("An exemption names a rule that can be exempted."),
} as const satisfies Record<string, RuleDefinition>;

/** The name of a rule, and of every diagnostic that it gives. */
export type RuleName = keyof typeof definitions;

/** Every rule by name. */
export const rules: Readonly<Record<RuleName, RuleDefinition>> = definitions;
