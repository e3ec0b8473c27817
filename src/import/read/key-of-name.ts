/** What a column or member holds, by what it is called. */
import { type ListKey, listKeys } from "../listed-code.js";

/** What people call it, without separators and in small letters; the likeliest first. */
const names: Readonly<Record<ListKey, readonly string[]>> = {
  code: [
    ...[
      "code",
      "errorcode",
      "errcode",
      "error",
      "err",
      "errno",
      "errorid",
      "sqlstate",
      "errornumber",
    ],
    ...["id", "number", "num", "no", "identifier", "key", "value", "errorkey", "slug"],
  ],
  name: [
    ...["name", "errorname", "symbol", "constant", "conditionname", "macro", "enum", "variable"],
    ...["error", "err", "key", "slug", "identifier"],
  ],
  status: [
    ...["status", "httpstatus", "httpcode", "statuscode", "httpstatuscode", "http", "responsecode"],
    ...["httpresponsecode", "httpresponse"],
  ],
  title: ["title", "summary", "shortdescription", "headline", "label", "shortmessage"],
  message: [
    ...["message", "msg", "errormessage", "errormsg", "text", "errortext", "template", "format"],
    ...["messagetemplate", "detail", "usermessage", "publicmessage"],
  ],
  meaning: [
    ...["meaning", "description", "desc", "explanation", "details", "longdescription", "notes"],
    ...["documentation", "comment", "errordescription"],
  ],
  cause: ["cause", "causes", "why", "reason", "possiblecause", "possiblecauses"],
  fix: [
    ...["fix", "fixes", "resolution", "solution", "remedy", "action", "howtofix", "hint", "advice"],
    ...["workaround", "possiblesolution", "possiblesolutions", "recommendation", "mitigation"],
  ],
  category: [
    ...["category", "group", "module", "component", "domain", "section", "area", "subsystem"],
    ...["class", "family", "service"],
  ],
  retry: ["retry", "retryable", "isretryable", "retriable", "canretry"],
  severity: ["severity", "level", "kind", "type"],
};

/** The name without what people put between its words. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}

/** How likely it is that the name stands for the key: 0 is the likeliest, undefined for never. */
function rankFor(name: string, key: ListKey): number | undefined {
  const rank = names[key].indexOf(plainName(name));
  return rank === -1 ? undefined : rank;
}

/** The number of the name that stands for each key. A list without messages has them in its descriptions. */
export function keysOfNames(all: readonly string[]): ReadonlyMap<ListKey, number> {
  const found = new Map<ListKey, number>();
  for (const key of listKeys) {
    const ranked = all.flatMap((name, index) => {
      const rank = rankFor(name, key);
      const isTaken = [...found.values()].includes(index);
      return rank === undefined || isTaken ? [] : [{ index, rank }];
    });
    const [best] = ranked.sort((a, b) => a.rank - b.rank || a.index - b.index);
    if (best !== undefined) found.set(key, best.index);
  }
  const move = (from: ListKey, to: ListKey) => {
    const index = found.get(from);
    if (index === undefined || found.has(to)) return;
    found.delete(from);
    found.set(to, index);
  };
  move("meaning", "message");
  move("cause", "message");
  move("title", "message");
  move("name", "code");
  return found;
}
