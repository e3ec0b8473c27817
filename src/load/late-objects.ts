/** Objects of which little is known at once, and the rest is read when somebody asks for it. */

/** Makes objects with known members and late ones, which are all read when the first is asked for. */
export function lateObjects<T extends object, Known extends keyof T>(
  late: Readonly<Record<Exclude<keyof T, Known>, true>>,
): (known: Pick<T, Known>, read: () => T) => T {
  class Late {
    readonly #read: () => T;
    #whole: T | undefined;

    constructor(known: Pick<T, Known>, read: () => T) {
      this.#read = read;
      Object.assign(this, known);
      // On the prototype a spread would leave them out.
      for (const [name, getter] of getters) Object.defineProperty(this, name, getter);
    }

    whole(): T {
      this.#whole ??= this.#read();
      return this.#whole;
    }
  }
  const names = Object.keys(late) as Exclude<keyof T, Known>[];
  // Shared by all, or each object would have a layout of its own.
  const getters = names.map((name) => {
    const getter = {
      enumerable: true,
      get(this: Late) {
        return this.whole()[name];
      },
    };
    return [name, getter] as const;
  });
  return (known, read) => new Late(known, read) as unknown as T;
}
