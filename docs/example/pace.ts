/** How often somebody may do something in a period. */

/** When somebody who was too fast may go on. */
export interface Pause {
  readonly seconds: number;
  readonly until: Date;
}

/** Counts what each does in a period of their own, which begins with the first time. */
export class Pace {
  readonly limit: number;
  readonly #milliseconds: number;
  readonly #periods = new Map<string, { count: number; ends: number }>();

  constructor({ limit, seconds }: { readonly limit: number; readonly seconds: number }) {
    this.limit = limit;
    this.#milliseconds = seconds * 1000;
  }

  /** Counts one more; undefined where that is within the limit. */
  pauseFor(who: string): Pause | undefined {
    const now = Date.now();
    const period = this.#periods.get(who);
    if (period === undefined || period.ends <= now) {
      this.#forgetEnded(now);
      this.#periods.set(who, { count: 1, ends: now + this.#milliseconds });
      return undefined;
    }
    period.count += 1;
    if (period.count <= this.limit) return undefined;
    return { seconds: Math.ceil((period.ends - now) / 1000), until: new Date(period.ends) };
  }

  #forgetEnded(now: number): void {
    for (const [who, { ends }] of this.#periods) if (ends <= now) this.#periods.delete(who);
  }
}
