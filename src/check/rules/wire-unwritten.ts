/** Places of templates for which no error has anything. */
import type { Catalog, Entry } from "../../model/catalog.js";
import { everyPlace, headerPlaces, names, placesIn } from "../../model/placement.js";
import type { WireFormat } from "../../model/wire-format.js";
import { resolveRows } from "../../model/wire-rows.js";
import { type Complain, defineRule } from "../rule.js";

export const wireUnwritten = defineRule({
  name: "wire-unwritten",
  severity: "warning",
  forProducers: true,
  summary: "What a wire format always writes some code has, and what it asks for some answer has.",
  catalog: (catalog, report) => {
    for (const format of catalog.wireFormats) {
      if (format.builtIn) continue;
      checkDelay(format, catalog, report);
      checkHeaders(format, catalog, report);
    }
  },
});

/** A delay is read of what arrives, too, so a place for it that may be empty is one. */
function checkDelay(format: WireFormat, catalog: Catalog, report: Complain): void {
  const place = everyPlace(format).find(
    (each) => names(each, "$delay") && !each.optional && each.variable.fallback === undefined,
  );
  if (place === undefined || headerPlaces(format).includes(place)) return;
  if (entriesOf(format, catalog).some(({ delay }) => delay.length > 0)) return;
  report(place.variable.at, "No code of this format has a delay, so $delay is never written.", {
    help: "Say in `delay` of an entry where it stands, or give the member a `?`.",
  });
}

/** A header that the format asks for and none of its answers has: what it writes is not what it reads. */
function checkHeaders(format: WireFormat, catalog: Catalog, report: Complain): void {
  const own = [...format.headers, ...entriesOf(format, catalog).flatMap(({ headers }) => headers)];
  const written = new Set(own.map(({ name }) => name.value.toLowerCase()));
  for (const { code, when } of format.infer) {
    if (when?.headers?.kind !== "object") continue;
    for (const { key, at } of when.headers.members) {
      const name = key.toLowerCase();
      if (written.has(name) || ofEveryAnswer.test(name)) continue;
      // Where nothing of its own is written, the format is read of others alone.
      if (!isSent(code.value, format, catalog)) continue;
      report(at, `This format never writes the header ${key}, so it does not tell ${code.value}.`, {
        help: "Write it in `headers` of the format or of the entry.",
      });
    }
  }
}

const ofEveryAnswer =
  /^(content-type|retry-after(-ms)?|(x-)?ratelimit(-.*)?|x-rate-limit-.*|www-authenticate|cache-control|allow|content-language)$/;

/** Whether an answer with the code has nothing else to be told by. */
function isSent(code: string, format: WireFormat, catalog: Catalog): boolean {
  const row = resolveRows(format, catalog).find(({ entry }) => entry.code === code);
  const body = row?.row?.body ?? format.body;
  return row?.spelling === null && body !== undefined && placesIn(body).length > 0;
}

function entriesOf(format: WireFormat, catalog: Catalog): readonly Entry[] {
  return resolveRows(format, catalog).map(({ entry }) => entry);
}
