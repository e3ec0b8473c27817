/** Types judged on what they mean: which values they take, not how they are written. */
import type { FieldType, NamedTypes, Property } from "../../model/field.js";
import { grouped } from "../../model/grouped.js";
import { compareEnums, compareLimits } from "./compare-values.js";
import { inside, type Note, type Spot } from "./comparison.js";
import { discriminatorOfBoth, tagsOf } from "./pair-variants.js";
import { type TypeFitter, typeFitter } from "./type-fitter.js";
import {
  type Members,
  membersOf,
  type ObjectType,
  restOf,
  typeKey,
  type Variant,
  variantsIn,
} from "./type-parts.js";
import { listed, shown, withMore, without } from "./type-words.js";

/** Compares the types of fields. Within a field, a pair of types is compared where it is met first. */
export class TypeComparison {
  readonly #seen = new Map<FieldType | string, Set<FieldType | string>>();
  readonly #narrowed: TypeFitter;
  readonly #widened: TypeFitter;

  constructor(
    readonly base: NamedTypes,
    readonly current: NamedTypes,
  ) {
    this.#narrowed = typeFitter(current, base);
    this.#widened = typeFitter(base, current);
  }

  /** Notes how fields differ. */
  fields(base: Members, current: Members, spot: Spot, note: Note): void {
    this.#members(base, current, spot, note, (...field) => this.field(...field));
  }

  /** Notes how a field differs. */
  field(base: Property, current: Property, at: Spot, note: Note): void {
    this.#seen.clear();
    this.#member(base, current, at, note);
  }

  #members(
    base: Members,
    current: Members,
    spot: Spot,
    note: Note,
    compare: TypeComparison["field"],
  ): void {
    for (const [name, member] of current) {
      const before = base.get(name);
      const at = inside(spot, [name], before, member);
      if (before === undefined) {
        const id = member.optional ? "field-added-optional" : "field-added-required";
        note(id, at, `${shown(at)} is new${member.optional ? "" : " and required"}.`);
      } else compare(before, member, at, note);
    }
    for (const [name, member] of base)
      if (!current.has(name)) {
        const at = inside(spot, [name], member);
        note("field-removed", at, `${shown(at)} is gone.`);
      }
  }

  #member(base: Property, current: Property, at: Spot, note: Note): void {
    if (base.optional && !current.optional)
      note("field-made-required", at, `${shown(at)} is required.`);
    if (!base.optional && current.optional)
      note("field-made-optional", at, `${shown(at)} may be absent.`);
    if (!base.secret && current.secret) note("secret-marked", at, `${shown(at)} is secret.`);
    if (base.secret && !current.secret)
      note("secret-unmarked", at, `${shown(at)} is secret no more.`);
    this.#types(base.type, current.type, at, note);
  }

  #types(base: FieldType, current: FieldType, at: Spot, note: Note): void {
    if (this.#wasSeen(base, current)) return;
    const before = variantsIn(base, this.base);
    const after = variantsIn(current, this.current);
    const [one] = before;
    const [other] = after;
    if (before.length === 1 && after.length === 1 && one && other)
      this.#variant(one, other, at, note);
    else this.#unions(before, after, at, note);
  }

  // Types may hold one another, or each two of the next: only what can be met twice is remembered.
  #wasSeen(base: FieldType, current: FieldType): boolean {
    if (isLeaf(base) && isLeaf(current)) return false;
    const [key, other] = [typeKey(base), typeKey(current)];
    const others = this.#seen.get(key) ?? new Set();
    if (others.has(other)) return true;
    this.#seen.set(key, others.add(other));
    return false;
  }

  #variant(base: Variant, current: Variant, at: Spot, note: Note): void {
    if (base.kind === "object" && current.kind === "object") this.#objects(base, current, at, note);
    else if (base.kind === "array" && current.kind === "array") {
      compareLimits(base, current, at, "items", note);
      const items = inside(at, ["[]"], base.items, current.items);
      this.#types(base.items, current.items, items, note);
    } else if (base.kind === "enum" && current.kind === "enum")
      compareEnums(base.values, current.values, at, note);
    else if (base.kind === "scalar" && current.kind === "scalar" && base.type === current.type) {
      compareLimits(base, current, at, base.type === "string" ? "characters" : "", note);
      if (base.format !== current.format)
        note(
          "format-changed",
          at,
          `${shown(at)} is ${current.format ?? "any text"} instead of ${base.format ?? "any text"}.`,
        );
    } else if (base.kind !== "any" || current.kind !== "any")
      this.#others([base], [current], at, note);
  }

  #objects(base: ObjectType, current: ObjectType, at: Spot, note: Note): void {
    const [before, after] = [membersOf(base.properties), membersOf(current.properties)];
    this.#members(before, after, at, note, (...member) => this.#member(...member));
    if (!base.closed && current.closed)
      note("object-closed", at, `${shown(at)} takes no other members any more.`);
    if (base.closed && !current.closed)
      note("object-opened", at, `${shown(at)} takes other members.`);
    // A closed object had no other members that could differ, and a closed one has none now.
    const isEitherClosed = base.closed || current.closed;
    if (!isEitherClosed && (base.rest !== undefined || current.rest !== undefined))
      this.#types(restOf(base), restOf(current), inside(at, ["*"], base.rest, current.rest), note);
  }

  #unions(base: readonly Variant[], current: readonly Variant[], at: Spot, note: Note): void {
    const before = base.filter((each) => each.kind === "object");
    const after = current.filter((each) => each.kind === "object");
    const by = discriminatorOfBoth(before, this.base, after, this.current);
    const isOpen = [...base, ...current].some(({ kind }) => kind === "any");
    if (isOpen || (by === undefined && before.length + after.length > 2)) {
      this.#others(base, current, at, note);
      return;
    }
    this.#objectVariants(before, after, by, at, note);
    this.#rest(
      base.filter((each) => each.kind !== "object"),
      current.filter((each) => each.kind !== "object"),
      at,
      note,
    );
  }

  #objectVariants(
    before: readonly ObjectType[],
    after: readonly ObjectType[],
    by: string | undefined,
    at: Spot,
    note: Note,
  ): void {
    const byTag = new Map(
      after
        .toReversed()
        .flatMap((each) => tagsOf(each, by, this.current).map((tag) => [tag, each])),
    );
    const pairs = before.map((one) => {
      const [tag] = tagsOf(one, by, this.base).filter((each) => byTag.has(each));
      return { one, other: by === undefined ? after[0] : byTag.get(tag) };
    });
    const paired = new Set(pairs.map(({ other }) => other));
    for (const { one, other } of pairs) {
      if (other !== undefined) this.#objects(one, other, at, note);
      else note("variant-removed", at, `${shown(at)} ${without(tagsOf(one, by, this.base))}.`);
    }
    for (const each of after) {
      if (paired.has(each)) continue;
      const tags = tagsOf(each, by, this.current);
      // A client that knows one object alone has nothing to tell variants apart by, and refuses others.
      const isKept = before.length > 1 && tags.every((tag) => typeof tag === "string");
      note(isKept ? "variant-added" : "type-widened", at, `${shown(at)} ${withMore(tags)}.`);
    }
  }

  // Variants of the same JSON type are compared, and the others as a whole.
  #rest(base: readonly Variant[], current: readonly Variant[], at: Spot, note: Note): void {
    const kinds = sharedKinds(base, current);
    for (const [one, other] of kinds) this.#variant(one, other, at, note);
    const paired = new Set(kinds.flat());
    const gone = base.filter((each) => !paired.has(each) && !this.#widened.isAmong(each, current));
    const come = current.filter((each) => !paired.has(each) && !this.#narrowed.isAmong(each, base));
    const what = `${shown(at)} takes ${listed(current)} instead of ${listed(base)}.`;
    if (gone.length > 0 && come.length > 0) note("type-changed", at, what);
    else if (gone.length > 0) note("type-narrowed", at, what);
    else if (come.length > 0) note("type-widened", at, what);
  }

  #others(base: readonly Variant[], current: readonly Variant[], at: Spot, note: Note): void {
    const wider = base.every((each) => this.#widened.isAmong(each, current));
    const narrower = current.every((each) => this.#narrowed.isAmong(each, base));
    if (wider && narrower) return;
    const id = wider ? "type-widened" : narrower ? "type-narrowed" : "type-changed";
    note(id, at, `${shown(at)} takes ${listed(current)} instead of ${listed(base)}.`);
  }
}

function isLeaf({ kind }: FieldType): boolean {
  return kind === "scalar" || kind === "any" || kind === "enum";
}

function sharedKinds(
  base: readonly Variant[],
  current: readonly Variant[],
): readonly (readonly [Variant, Variant])[] {
  const [before, after] = [base, current].map((types) =>
    grouped(types, (type) => (type.kind === "scalar" ? type.type : type.kind)),
  );
  return [...(before ?? [])].flatMap(([key, [one, ...own]]) => {
    const [other, ...alike] = after?.get(key) ?? [];
    const areAlone = own.length === 0 && alike.length === 0;
    return areAlone && one !== undefined && other !== undefined ? [[one, other] as const] : [];
  });
}
