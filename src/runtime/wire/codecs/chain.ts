/** Conversions one after another: `:epoch:ms` is a time in milliseconds since 1970. */
import type { Codec } from "../codec.js";

/** A conversion made of several. */
export interface Chain extends Codec {
  readonly codecs: readonly Codec[];
}

/** Writes from left to right. */
export function chainToWire(this: Chain, value: unknown, now?: number): unknown {
  return this.codecs.reduce(
    (given, codec) => (given === undefined ? given : codec.toWire(given, now)),
    value,
  );
}

/** Reads from right to left. Only what is read last has to fit the field. */
export const chainFromWire: (this: Chain, ...read: Parameters<Codec["fromWire"]>) => unknown =
  function (value, shape, now) {
    return this.codecs.reduceRight(
      (given, codec, index) =>
        given === undefined ? given : codec.fromWire(given, index === 0 ? shape : "any", now),
      value,
    );
  };

/** A conversion of several. */
export function chain(codecs: readonly Codec[]): Chain {
  return { codecs, toWire: chainToWire, fromWire: chainFromWire };
}
