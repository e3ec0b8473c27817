/** What a run of the tests recorded: the file that the reporters for tests write and `errdex coverage --recorded` reads. */
import type { RecordedCode } from "../coverage.js";

/** By catalog, then by code. */
export interface Recording {
  readonly version: 1;
  readonly catalogs: Readonly<Record<string, Readonly<Record<string, RecordedCode>>>>;
}

/** One code of a recording; a code that is not in it was met by no test. */
export function recordedCode(recording: Recording, catalog: string, code: string): RecordedCode {
  const codes = own(recording.catalogs, catalog);
  const found = codes && own(codes, code);
  return found ?? { raised: 0, decoded: 0, met: 0, tests: [] };
}

function own<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** Reads the text of such a file; undefined where it is none. */
export function parseRecording(text: string): Recording | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecording(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** What is wrong with such a file that cannot be read, as the rest of a sentence that begins with its name. */
export function whyNoRecording(text: string): string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return "is no JSON, or was cut short. Run the tests again.";
  }
  if (isObject(value) && Number.isSafeInteger(value.version) && Number(value.version) > 1)
    return `is a recording of version ${value.version}, and this errdex reads version 1. Upgrade it.`;
  return "is not what a run of the tests records.";
}

function isRecording(value: unknown): value is Recording {
  return (
    isObject(value) &&
    value.version === 1 &&
    isObject(value.catalogs) &&
    Object.values(value.catalogs).every(
      (codes) => isObject(codes) && Object.values(codes).every(isRecordedCode),
    )
  );
}

function isRecordedCode(value: unknown): value is RecordedCode {
  if (!isObject(value) || !Array.isArray(value.tests)) return false;
  const counts = [value.raised, value.decoded, value.met];
  const isCount = (count: unknown) => Number.isSafeInteger(count) && Number(count) >= 0;
  return counts.every(isCount) && value.tests.every((test) => typeof test === "string");
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
