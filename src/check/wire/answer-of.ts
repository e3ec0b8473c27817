/** The plainest answer of which a condition holds. */

import type { Condition, TemplateNode } from "../../model/wire-format.js";

/** An answer that has what the condition asks for and nothing else. */
interface PlainAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** The answer; undefined where it would hold a text of a pattern or of a syntax. */
export function answerOf({ status, headers, body }: Condition): PlainAnswer | undefined {
  const made = body === undefined ? {} : sampleOf(body);
  const sent = headers === undefined ? {} : sampleOf(headers);
  if (made === undefined || sent === undefined) return undefined;
  const names = Object.entries(Object(sent)).map(
    ([name, value]) => [name, typeof value === "object" ? "" : String(value)] as const,
  );
  return {
    status: Number(status?.replace("xx", "00") ?? 200),
    headers: Object.fromEntries(names),
    body: made,
  };
}

function sampleOf(node: TemplateNode): unknown {
  switch (node.kind) {
    case "constant":
    case "filler":
      return node.value;
    // No code is an object.
    case "any":
      return {};
    case "list": {
      const items = node.items.map(sampleOf);
      return items.includes(undefined) ? undefined : items;
    }
    case "object": {
      const members = node.members.map(({ key, value }) => [key, sampleOf(value)] as const);
      const isWhole = members.every(([, value]) => value !== undefined);
      return isWhole ? Object.fromEntries(members) : undefined;
    }
    default:
      return undefined;
  }
}
