/** What an answer has to look like, for a choice: a part of the runtime for formats that make such. */
import { codeIn, type Holds } from "./layout.js";

/** Compares constants. */
export const holds: Holds = ({ status: wanted, headers, body }, source, status) => {
  const isStatus =
    wanted === undefined || wanted === String(status) || wanted === `${Math.floor(status / 100)}xx`;
  return (
    isStatus &&
    (headers === undefined || codeIn(headers, source.headers) !== false) &&
    (body === undefined || codeIn(body, source.error ?? source.body) !== false)
  );
};
