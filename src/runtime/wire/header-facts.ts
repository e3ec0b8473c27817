/** What every error has, where it stands in headers: a part of the runtime for formats that write it there. */
import { headerIn, isStatus } from "./answer.js";
import type { Source } from "./source.js";
import type { Variable } from "./template.js";

/** What headers say where no body does. */
export interface HeaderFacts {
  readonly code: string | undefined;
  readonly message: string | undefined;
  readonly status: number | undefined;
}

/** How it is read out of the headers of a format. */
export type ReadHeaderFacts = (
  headers: Readonly<Record<string, Variable>>,
) => (source: Source) => HeaderFacts;

/** Reads the code, the message and the status, each out of the first header that has it. */
export const readHeaderFacts: ReadHeaderFacts = (headers) => {
  const all = Object.entries(headers).map(([name, variable]) => ({
    ...variable,
    name: name.toLowerCase(),
  }));
  return ({ headers: given, now }) => {
    const textOf = (fact: string): string | undefined => {
      for (const { name, from, as } of all) {
        const text = from[0] === fact && given ? headerIn(given, name) : undefined;
        const value = text && (as?.fromWire(text, "string", now ?? Date.now()) ?? text);
        if (typeof value === "string" && value !== "") return value;
      }
      return undefined;
    };
    const status = Number(textOf("$status"));
    return {
      code: textOf("$code"),
      message: textOf("$message"),
      status: isStatus(status) ? status : undefined,
    };
  };
};
