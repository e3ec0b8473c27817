/** Every example of the shipped catalog, one after the other, decoded and encoded beside code by hand. */
import { interleave, median, number, printTable, ratio, target, withCallers } from "./harness.mjs";
import { examples } from "./wire-examples.mjs";

/** Answers as they come, one after the other: no code has the caches of the engine for itself. */
export function decodingInTurn(rounds) {
  const rows = Object.entries(examples).map(([name, { format, answers, decodeByHand }]) => {
    for (const { status, text, code } of answers)
      if (format.decode({ status, body: text }).code !== code) throw new Error(`${name}: ${text}`);
    const measured = inTurn(rounds, answers, {
      parse: ({ text }) => JSON.parse(text),
      hand: ({ status, text }) => decodeByHand(status, text),
      errdex: ({ status, text }) => format.decode({ status, body: text }),
      headers: ({ status, headers, text }) => format.decode({ status, headers, body: text }),
    });
    const above = (each) => (median(measured[each]) - median(measured.parse)) * 1e6;
    return { name, count: answers.length, above };
  });
  const toHand = ({ above }, each) => above(each) / above("hand");
  printTable(
    [
      "above JSON.parse",
      "answers",
      "zod + hand",
      "errdex",
      "× zod + hand",
      "with Headers",
      "× zod + hand",
    ],
    rows.map((row) => [
      row.name,
      row.count,
      number(row.above("hand")),
      number(row.above("errdex")),
      number(toHand(row, "errdex"), 2),
      number(row.above("headers")),
      number(toHand(row, "headers"), 2),
    ]),
  );
  return rows.map((row) =>
    target(`decode all of ${row.name} in turn, to zod + Error by hand`, toHand(row, "errdex"), {
      atMost: row.name === "img-pro" ? 0.8 : 1,
    }),
  );
}

/** The same the other way; an answer has its status and its headers besides. */
export function encodingInTurn(rounds) {
  const rows = Object.entries(examples).map(([name, { format, errors, bodyByHand }]) => {
    for (const error of errors)
      if (JSON.stringify(format.encode(error).body) !== JSON.stringify(bodyByHand(error)))
        throw new Error(`${name}: ${error.code} is written differently.`);
    const measured = inTurn(rounds, errors, {
      hand: (error) => JSON.stringify(bodyByHand(error)),
      errdex: (error) => JSON.stringify(format.encode(error).body),
    });
    return { name, count: errors.length, measured, toHand: ratio(measured, "errdex", "hand") };
  });
  printTable(
    ["to a string", "errors", "a body by hand", "errdex, with status and headers", "× hand"],
    rows.map(({ name, count, measured, toHand }) => [
      name,
      count,
      number(median(measured.hand) * 1e6),
      number(median(measured.errdex) * 1e6),
      number(toHand, 2),
    ]),
  );
  return rows.map(({ name, toHand }) =>
    target(`encode all of ${name} in turn, to a body by hand`, toHand, { atMost: 1.2 }),
  );
}

/** Each with callers above it and a loop of its own. One result of each input stays alive: a collection drops shapes that nothing has. */
function inTurn(rounds, inputs, works) {
  const contenders = Object.entries(works).map(([name, work]) => {
    const kept = inputs.map(work);
    let at = 0;
    const loop = (count) => {
      for (let index = 0; index < count; index += 1) {
        kept[at] = work(inputs[at]);
        at = at + 1 === inputs.length ? 0 : at + 1;
      }
    };
    return [name, withCallers(loop)];
  });
  return interleave(Object.fromEntries(contenders), rounds);
}
