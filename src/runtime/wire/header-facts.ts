/** What every error has, where it stands in headers: a part of the runtime for formats that write it there. */
import { codeIn, noLayout, statusIn, textIn } from "./layout.js";
import type { ReadFacts } from "./wire-spec.js";

/** Reads the code, the message and the status. */
export const readFacts: ReadFacts = ({ headers = noLayout }, { headers: given }) => ({
  code: codeIn(headers, given) || undefined,
  text: textIn(headers, given),
  status: statusIn(headers, given),
});
