/** What several places of a source say of one code, put together: an enum has the code, a table the messages. */
import { grouped } from "../../model/grouped.js";
import { type ListedCode, type ListKey, listKeys } from "../listed-code.js";

/** Puts together what does not contradict itself. The order is that of the first mention. */
export function mergeCodes(codes: readonly ListedCode[]): readonly ListedCode[] {
  const groups = grouped(codes, ({ code }) => code.value);
  const whole = [...groups.values()].flatMap((rows) => {
    if (rows.length === 1) return rows;
    const isOne = listKeys.every((key) => key === "name" || valuesOf(rows, key).size < 2);
    return isOne ? [merged(rows)] : rows;
  });
  return whole.map(withComment);
}

/** A comment is the message of a code that has none, and else its meaning. */
export function withComment({ comment, ...code }: ListedCode): ListedCode {
  if (comment === undefined) return code;
  if (code.message === undefined) return { ...code, message: comment };
  const isNew = code.meaning === undefined && code.message.value.trim() !== comment.value;
  return isNew ? { ...code, meaning: comment } : code;
}

function valuesOf(rows: readonly ListedCode[], key: ListKey): ReadonlySet<string> {
  return new Set(rows.flatMap((row) => row[key]?.value.trim() ?? []));
}

function merged(rows: readonly ListedCode[]): ListedCode {
  return Object.assign({}, ...[...rows].reverse());
}
