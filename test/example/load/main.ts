/** The long form of the load: `npm run load`, a minute by 50 connections. */
import { putUnderLoad } from "./put-under-load.js";

const { requests, failures, problems, heap } = await putUnderLoad({ connections: 50, seconds: 60 });

const third = Math.floor(heap.length / 3);
const mean = (values: readonly number[]) =>
  values.reduce((sum, each) => sum + each, 0) / values.length;
const before = mean(heap.slice(third, 2 * third));
const after = mean(heap.slice(2 * third));
const growth = after / before;

console.log(`${requests} requests, ${failures} of them failed; ${problems.length} went wrong.`);
for (const problem of problems) console.log(`  ${problem}`);
const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`;
console.log(`Heap: ${megabytes(before)}, then ${megabytes(after)}: ${growth.toFixed(3)} times.`);
if (problems.length > 0 || requests === 0 || !(growth <= 1.05)) process.exitCode = 1;
