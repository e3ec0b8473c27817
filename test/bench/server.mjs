/** What an adapter costs a request that succeeds, and one that fails, beside its bare framework. Over sockets. */
import { fork } from "node:child_process";
import { Agent, get } from "node:http";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { median, number, printTable, ratio, target, times } from "./harness.mjs";

/** Connections at the same time. */
const connections = 8;

/** Runs the section. */
export async function run(_folder, { rounds, warmUp, requests }) {
  const child = fork(fileURLToPath(new URL("server-apps.mjs", import.meta.url)), {
    env: { ...process.env, NODE_ENV: "production" },
  });
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  try {
    const ports = await new Promise((resolve, reject) => {
      child.once("message", resolve);
      child.once("exit", reject);
    });
    const frameworks = Object.keys(ports);
    const contenders = frameworks.flatMap((framework) =>
      ["/ok", "/fail"].flatMap((path) =>
        ["bare", "errdex"].map((kind) => ({
          name: `${framework} ${path} ${kind}`,
          options: { agent, port: ports[framework][kind], host: "127.0.0.1", path },
        })),
      ),
    );
    const measured = Object.fromEntries(contenders.map(({ name }) => [name, []]));
    for (let round = -warmUp; round < rounds; round += 1) {
      for (let turn = 0; turn < contenders.length; turn += 1) {
        const { name, options } = contenders[(turn + round + warmUp) % contenders.length];
        const start = performance.now();
        await ask(options, requests);
        if (round >= 0) measured[name].push((performance.now() - start) / requests);
      }
    }
    const figure = (framework, path, kind) => median(measured[`${framework} ${path} ${kind}`]);
    const factor = (framework, path) =>
      ratio(measured, `${framework} ${path} errdex`, `${framework} ${path} bare`);
    printTable(
      ["framework", "succeeds, bare µs", "with errdex", "fails, bare µs", "with errdex"],
      frameworks.map((framework) => [
        framework,
        number(figure(framework, "/ok", "bare") * 1000),
        times(factor(framework, "/ok")),
        number(figure(framework, "/fail", "bare") * 1000),
        times(factor(framework, "/fail")),
      ]),
    );
    return frameworks.flatMap((framework) => [
      target(`${framework}: a request that succeeds, to bare`, factor(framework, "/ok"), {
        atMost: 1.05,
      }),
      target(`${framework}: one that fails, to bare`, factor(framework, "/fail"), { atMost: 1 }),
    ]);
  } finally {
    agent.destroy();
    child.kill();
  }
}

/** Asks `requests` times, over all connections. */
async function ask(options, requests) {
  let left = requests;
  const one = () =>
    new Promise((resolve, reject) => {
      get(options, (response) => response.resume().on("end", resolve)).on("error", reject);
    });
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (; left > 0; left -= 1) await one();
    }),
  );
}
