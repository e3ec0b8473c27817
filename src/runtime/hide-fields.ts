/** Fields that are internal or hold a secret: no property of an error's own, so nothing that copies or lists finds them. */
import { type CatalogErrorObject, entryOf, publicFields } from "./catalog-error.js";
import { redact } from "./redact.js";

type ErrorClass = typeof CatalogErrorObject;

type Inspect = (value: unknown, options: object) => string;

const inspectSymbol: unique symbol = Symbol.for("nodejs.util.inspect.custom") as never;

/** What an entry with such fields has for `hide`: makes its class, once. */
export function hideFields(...names: readonly string[]): (Base: ErrorClass) => ErrorClass {
  let made: ErrorClass | undefined;
  return (Base) => {
    made ??= names.reduce(hideField, Base);
    return made;
  };
}

// The name is what loggers print.
function hideField(Base: ErrorClass, name: string): ErrorClass {
  return class CatalogErrorObject extends Base {
    #value: unknown;

    get [name](): unknown {
      return #value in this ? this.#value : undefined;
    }

    set [name](value: unknown) {
      this.#value = value;
    }

    // Others are printed whole by whatever prints errors, with nothing in them to redact.
    [inspectSymbol](depth: number | null, options: object, inspect: Inspect): string {
      const shown: Record<string, unknown> = { ...this, ...publicFields(this as never) };
      if (Object.hasOwn(this, "cause")) shown.cause = this.cause;
      // The depth that is left: a cycle of causes ends with it.
      const inside = { ...options, depth: depth ?? 100 };
      return `${this.stack || this} ${inspect(redact(shown, this[entryOf]?.secret), inside)}`;
    }
  };
}
