import { describe, it } from "vitest";
import { expectHarmless } from "./expect-harmless.js";
import { accepted, type Filling, filledCatalog } from "./hostile-catalogs.js";
import { payloads } from "./payloads.js";
import type { Position } from "./position.js";
import { positions } from "./positions.js";

const idOf = (index: number): string => `a${index}`;

/** Every payload that is accepted in a place. */
function payloadsIn(position: Position): readonly Filling[] {
  return accepted(payloads.map((text, index) => ({ id: idOf(index), position, text })));
}

function harmlessIn(position: Position, id: string): Filling {
  return { id, position, text: position.harmless(id) };
}

/** Places of which each is filled beside the others, each with another payload. */
function rounds(): readonly (readonly [string, readonly (readonly [string, Position])[]])[] {
  const found = new Map<string, [string, Position][]>();
  const seen = new Map<string, number>();
  for (const [path, position] of Object.entries(positions)) {
    if (position.isName || position.isUnseen) continue;
    // Two that fill the same part of an entry or format are in two rounds.
    const [file = "", one = "", two = ""] = path
      .replace(/ \d$/, "")
      .replace(/deprecated|retired/, "ending")
      .split(".");
    const kind = /^(Schema|Type)$/.test(file) ? "errors" : file;
    const part =
      kind !== file ? "errors.fields" : file === "wire" ? `wire.${one}` : `${file}.${one}.${two}`;
    const round = seen.get(part) ?? 0;
    seen.set(part, round + 1);
    const name = `${kind} ${position.single ? "once" : "each"} ${round}`;
    found.set(name, [...(found.get(name) ?? []), [path, position]]);
  }
  return [...found];
}

/** Each place alone takes minutes: `npm run matrix`. */
const isFull = process.env.ERRDEX_MATRIX === "full";

describe("texts of a catalog are refused, or stay texts in every output:", () => {
  it.each(rounds())("%s", async (_, round) => {
    const single = round.some(([, position]) => position.single);
    const idIn = (row: number) => idOf(single ? 0 : row);
    const rows = payloads.map(() => new Map<Position, Filling>());
    // Turned against each other, so that no two places have the same payload.
    for (const [column, [, position]] of round.entries())
      for (const [index, filling] of payloadsIn(position).entries()) {
        const row = (index + 11 * column) % rows.length;
        rows[row]?.set(position, { ...filling, id: idIn(row) });
      }
    if (!single) await expectHarmless(rows.flatMap((row) => [...row.values()]));
    // Filled up with texts that do no harm, so that most have one twin. Each place gets every second payload.
    else
      for (const [index, row] of rows.entries())
        if (isFull || index % 2 === 0)
          await expectHarmless(
            round.map(([, position]) => row.get(position) ?? harmlessIn(position, idIn(index))),
          );
  });

  const alone = Object.entries(positions).filter(([, { isName }]) => isName || isFull);
  it.each(alone)("%s", async (_, position) => {
    const fit = payloadsIn(position);
    const isWhole = !position.single && fit.length > 0 && filledCatalog(fit) !== undefined;
    if (isWhole) await expectHarmless(fit);
    // Some clash with each other.
    else for (const filling of fit) await expectHarmless([{ ...filling, id: idOf(0) }]);
  });
});
