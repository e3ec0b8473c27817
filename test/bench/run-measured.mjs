/** Runs Node in a process of its own and says what it cost. */
import { spawnSync } from "node:child_process";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";

const command = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));

/** The arguments of Node that run errdex. */
export const errdex = (...args) => [command, ...args];

// Says at the end what the process had: the clock says too little where other work goes on.
const measuring = `data:text/javascript,${encodeURIComponent(`process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  process.stderr.write("\\n" + [userCPUTime + systemCPUTime, maxRSS].join(" "));
});`)}`;

/** Seconds of the clock and of the processor, and the most memory in bytes. @throws where it ends otherwise than allowed. */
export function runMeasured(args, { cwd, env = process.env, allowed = [0], withUsage = true }) {
  const start = performance.now();
  const before = withUsage ? ["--import", measuring] : [];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...before, ...args], {
    cwd,
    env,
    encoding: "utf8",
    maxBuffer: 2 ** 30,
  });
  const clock = (performance.now() - start) / 1000;
  if (!allowed.includes(status))
    throw new Error(`${args.join(" ")} ended with ${status}: ${stderr}${stdout}`);
  const [microseconds, kilobytes] = withUsage ? stderr.split("\n").at(-1).split(" ") : [0, 0];
  return { clock, processor: Number(microseconds) / 1e6, memory: Number(kilobytes) * 1024 };
}
