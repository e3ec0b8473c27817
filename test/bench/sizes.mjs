/** How large each section is: whole, for figures, and quick, which shows that every section still runs to its end. */

/** What `npm run bench` measures. */
export const whole = {
  construct: { rounds: 101, warmUp: 30, times: 300 },
  bundle: { few: 46, many: 1000 },
  types: [
    { codes: 46, rounds: 7 },
    { codes: 1000, rounds: 7 },
    { codes: 10_000, rounds: 3 },
  ],
  compile: {
    warmUp: { codes: 200, rounds: 10 },
    measured: [
      { codes: 100, rounds: 41 },
      { codes: 1000, rounds: 21 },
      { codes: 10_000, rounds: 9 },
    ],
  },
  // Longer rounds than construction has: a full collection before each empties V8's caches, which no service meets so often.
  wire: { few: 46, many: 10_000, rounds: 61, warmUp: 12, times: 2000 },
  check: [
    { codes: 1000, rounds: 21 },
    { codes: 10_000, rounds: 9 },
  ],
  coverage: [
    { files: 200, codes: 100, rounds: 21 },
    { files: 2000, codes: 1000, rounds: 11 },
  ],
  site: [
    { codes: 1000, rounds: 3 },
    { codes: 10_000, rounds: 3 },
  ],
  contracts: [
    { codes: 1000, rounds: 9 },
    { codes: 10_000, rounds: 3 },
  ],
  catalogs: { codes: 1000, rounds: 7, rows: 10_000, imports: 5 },
  server: { rounds: 20, warmUp: 5, requests: 2000 },
  commands: { rounds: 21, builds: 5, codes: 10_000 },
  scale: [1000, 10_000, 100_000],
};

/** What `--quick` runs. Its figures say nothing. */
export const quick = {
  construct: { rounds: 3, warmUp: 1, times: 10 },
  bundle: { few: 20, many: 60 },
  types: [
    { codes: 20, rounds: 1 },
    { codes: 60, rounds: 1 },
  ],
  compile: {
    warmUp: { codes: 20, rounds: 1 },
    measured: [
      { codes: 20, rounds: 2 },
      { codes: 60, rounds: 2 },
    ],
  },
  wire: { few: 20, many: 60, rounds: 3, warmUp: 1, times: 10 },
  check: [
    { codes: 20, rounds: 2 },
    { codes: 60, rounds: 2 },
  ],
  coverage: [{ files: 20, codes: 20, rounds: 2 }],
  site: [
    { codes: 20, rounds: 2 },
    { codes: 60, rounds: 2 },
  ],
  contracts: [
    { codes: 20, rounds: 2 },
    { codes: 60, rounds: 2 },
  ],
  catalogs: { codes: 40, rounds: 1, rows: 60, imports: 1 },
  server: { rounds: 1, warmUp: 0, requests: 20 },
  commands: { rounds: 2, builds: 1, codes: 60 },
  scale: [20, 60, 300],
};
