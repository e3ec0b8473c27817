import { describe, it } from "vitest";
import { expectHarmless } from "./expect-harmless.js";
import { accepted, type Filling, filledCatalog } from "./hostile-catalogs.js";
import { neighbours, type PutHalves } from "./neighbours.js";
import { splits } from "./payloads.js";
import { many, speaking } from "./position.js";

// What means something in a message, a template or a translation is compared with itself.
const speaks = /[{}$*?<']/;

function fillingsOf(put: PutHalves): readonly Filling[] {
  return splits.map((halves, index): Filling => {
    const text = halves.join("");
    const position = many((world, given, id) =>
      put(world, given === text ? halves : [`${given} one`, `${given} two`], id),
    );
    return { id: `a${index}`, position: speaking(position, speaks), text };
  });
}

describe("two texts of a catalog stay two texts where they meet:", () => {
  it.each(Object.entries(neighbours))("%s", async (_, put) => {
    const fit = accepted(fillingsOf(put));
    if (filledCatalog(fit) !== undefined) await expectHarmless(fit);
    else for (const filling of fit) await expectHarmless([filling]);
  });
});
