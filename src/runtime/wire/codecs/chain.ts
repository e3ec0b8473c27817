/** Conversions one after another: `:epoch:ms` is a time in milliseconds since 1970. */
import type { Codec } from "../codec.js";

/** Writes from left to right and reads from right to left. Only what is read last has to fit the field. */
export function chain(codecs: readonly Codec[]): Codec {
  return {
    toWire: (value, now) =>
      codecs.reduce(
        (given, codec) => (given === undefined ? given : codec.toWire(given, now)),
        value,
      ),
    fromWire: (value, shape, now) =>
      codecs.reduceRight(
        (given, codec, index) =>
          given === undefined ? given : codec.fromWire(given, index === 0 ? shape : "any", now),
        value,
      ),
  };
}
