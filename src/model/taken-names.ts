/** Names and titles that are taken: everything in a generated module has a name of its own, and a title belongs to one entry. */
import { camelCase, isFunctionName, pascalCase } from "./identifier.js";

/** Names that things in a generated module have, in both their spellings. */
export class TakenNames {
  readonly #taken: Set<string>;
  /** Where looking for a free number goes on: ten thousand codes may have one message. */
  readonly #next = new Map<string, number>();

  constructor(taken: Iterable<string>) {
    this.#taken = new Set(taken);
  }

  /** Whether nothing has the name, and a constructor can have it. */
  isFree(name: string): boolean {
    const word = camelCase(name);
    const isPossible = isFunctionName(word) && word !== "then";
    return isPossible && !this.#taken.has(word) && !this.#taken.has(pascalCase(name));
  }

  /** Takes the name. */
  take(name: string): void {
    this.#taken.add(camelCase(name)).add(pascalCase(name));
  }

  /** The name, or with the first number behind it with which it is free. */
  free(name: string): string {
    const word = /^[A-Za-z][A-Za-z0-9]*$/.test(name) ? name : "error";
    for (let number = this.#next.get(word) ?? 1; ; number += 1) {
      const numbered = number === 1 ? word : `${word}${number}`;
      if (!this.isFree(numbered)) continue;
      this.#next.set(word, number);
      return numbered;
    }
  }
}

/** Titles that entries have. */
export class TakenTitles {
  readonly #taken: Set<string>;

  constructor(taken: Iterable<string>) {
    this.#taken = new Set([...taken].map((title) => title.toLowerCase()));
  }

  /** The title, with the code behind it where another entry has it. One that the entry has already may be its own. */
  own(title: string, code: string, known: string | undefined): string {
    const withCode = `${title} (${code})`;
    if (known !== undefined && (known === title || known === withCode)) return known;
    for (let number = 0; ; number += 1) {
      const each = number === 0 ? title : number === 1 ? withCode : `${withCode} ${number}`;
      const small = each.toLowerCase();
      if (this.#taken.has(small)) continue;
      this.#taken.add(small);
      return each;
    }
  }
}
