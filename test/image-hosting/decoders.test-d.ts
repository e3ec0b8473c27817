/** What the types of decoders promise. Compiled by every TypeScript that is supported, never run. */
import * as client from "../../src/image-hosting/client.js";
import * as errors from "../../src/image-hosting/index.js";
import * as wire from "../../src/image-hosting/wire.js";
import {
  type ErrorOf,
  fromJSON,
  isUnrecognized,
  type UnrecognizedError,
} from "../../src/runtime/index.js";

type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Compiles only where both types are the same. */
declare function same<A, B>(yes: Same<A, B>): void;

const decoders = { imgPro: client.imgPro, picora: client.picora };
const formats = { imgPro: wire.imgPro, picora: wire.picora };

type Either = client.ImgProError | client.PicoraError | UnrecognizedError;

export function oneOfTwoLosesNoCodes(name: "imgPro" | "picora", value: unknown) {
  const error = decoders[name].decode({});
  same<typeof error.code, Either["code"]>(true);
  const [there, back]: [Either, typeof error] = [error, error as Either];
  const written = formats[name].decode({}, { now: 3 });
  same<typeof written, Either>(true);
  const few = decoders[name].decode({}, { codes: ["quota_exceeded", "conflict"] });
  same<typeof few.code, "quota_exceeded" | "conflict" | "unrecognized">(true);
  const kept = decoders[name].decode({}, { lenient: true });
  if (kept.code === "validation_error") same<undefined extends typeof kept.errors ? 1 : 0, 1>(true);
  // @ts-expect-error: no code of the catalog
  decoders[name].decode({}, { codes: ["quota_exceded"] });
  if (decoders[name].is(value)) same<typeof value, client.ImgProError | client.PicoraError>(true);
  if (decoders[name].is(value, "conflict")) same<typeof value.code, "conflict">(true);
  same<ErrorOf<(typeof decoders)[typeof name]>, Either>(true);
  return [there, back];
}

export function guardsOfFormatsKnowWhatTheyLack(value: unknown, error: Either) {
  if (client.picora.is(value, "quota_exceeded")) {
    same<typeof value, client.PicoraByCode["quota_exceeded"]>(true);
    // @ts-expect-error: Picora does not send it
    value.action.url;
  }
  if (client.imgPro.is(value, "quota_exceeded")) value.action.url satisfies string;
  if (client.picora.is(value)) same<typeof value, client.PicoraError>(true);
  // @ts-expect-error: no code of the catalog
  client.picora.is(value, "quota_exceded");
  if (isUnrecognized(value)) same<typeof value, UnrecognizedError>(true);
  if (isUnrecognized(error)) same<typeof error, UnrecognizedError>(true);
  else same<typeof error.code, Exclude<Either["code"], "unrecognized">>(true);
}

export async function decodeCanBePassedOn(answers: readonly wire.ImgProError[]) {
  const errors: (client.ImgProError | UnrecognizedError)[] = [{}, {}].map((answer) =>
    client.imgPro.decode(answer),
  );
  const later = await Promise.resolve({}).then(client.imgPro.decode);
  same<typeof later, client.ImgProError | UnrecognizedError>(true);
  const { decode } = client.imgPro;
  const alone: client.ImgProError | UnrecognizedError = decode({});
  return [answers, errors, alone];
}

export function optionsMayBeAbsent(
  options: { readonly codes: readonly "not_found"[] } | undefined,
  either: { readonly lenient?: boolean },
) {
  const error = client.imgPro.decode({}, options);
  same<typeof error.code, "not_found" | "unrecognized">(true);
  // @ts-expect-error: whether fields may be absent is not known
  client.imgPro.decode({}, either);
}

export function jsonOfAFormatIsThatOfTheFormat(value: unknown) {
  const error = fromJSON(client.picora, value);
  same<typeof error, client.PicoraError | UnrecognizedError>(true);
  if (error.code === "quota_exceeded") {
    // @ts-expect-error: Picora does not send it
    error.action.url;
  }
}

export function matchTakesTheRest(error: client.ImgProError | UnrecognizedError) {
  const text = errors.match(
    error,
    { quota_exceeded: ({ action }) => action.label, unrecognized: () => 0 },
    (rest) => {
      same<typeof rest.code, Exclude<client.ImgProError["code"], "quota_exceeded">>(true);
      return rest;
    },
  );
  same<string | number | Exclude<client.ImgProError, errors.QuotaExceeded>, typeof text>(true);
  // @ts-expect-error: a code that the error does not have
  errors.match(error, { no_incident: () => 1 }, () => 2);
  // @ts-expect-error: a code is missing, and nothing is said of the rest
  errors.match(error, { quota_exceeded: () => 1 });
}

export function whatCanBeTriedAgainMayHaveAnyCode(
  value: unknown,
  error: client.ImgProError | UnrecognizedError,
) {
  if (errors.isRetryable(value)) {
    same<typeof value.code, errors.ErrorCode | "unrecognized">(true);
    same<typeof value.status extends number ? 1 : 0, 1>(true);
  }
  if (errors.isRetryable(error)) same<typeof error.code, Either["code"] & typeof error.code>(true);
  else same<typeof error, client.ImgProError | UnrecognizedError>(true);
}
