/** Builds again whenever a catalog changes. A watcher says when to look; what is there says whether to build. */
import { setTimeout as sleep } from "node:timers/promises";
import { watch } from "chokidar";
import { type CatalogState, catalogState } from "../disk/catalog-state.js";
import type { Host } from "./host.js";
import { shown } from "./report-folders.js";
import { isForUser, sayBug, sayForUser } from "./say-error.js";

/** Milliseconds in which nothing may change before a build: an editor writes a file in several steps. */
const settling = 60;
/** After so many looks a build begins though files still change; another follows. */
const mostLooks = 50;
/** Milliseconds between looks for a folder that is gone. */
const missing = 500;

/** What is done for whom. */
export interface WatchOptions {
  /** Builds all catalogs. What it throws is said, and ends nothing. */
  readonly build: () => Promise<unknown>;
  readonly host: Host;
  /** Milliseconds after which a look is taken though nobody told of a change: not every file system tells. */
  readonly lookEvery?: number;
}

/**
 * Builds, and builds again after each change, one build at a time, until the user interrupts. A folder that goes away
 * is waited for.
 */
export async function watchCatalogs(
  folders: readonly string[],
  { build, host, lookEvery = 1000 }: WatchOptions,
): Promise<void> {
  const { interrupted } = host;
  const watcher = startWatcher(folders, host);
  let seen: States | undefined;
  try {
    while (!interrupted.aborted) {
      const states = await settledStates(folders, seen);
      watcher.follow(states);
      if (isSame(states, seen)) {
        await watcher.change(states.includes(undefined) ? Math.min(missing, lookEvery) : lookEvery);
        continue;
      }
      sayPresence(folders, { states, before: seen, host });
      const isFirst = seen === undefined;
      seen = states;
      if (!states.includes(undefined)) await buildOnce(build, host);
      if (isFirst)
        host.err(
          `Watching ${folders.map((each) => shown(each, host)).join(", ")}; press Ctrl-C to end.\n`,
        );
    }
  } finally {
    await watcher.close();
  }
}

type States = readonly (CatalogState | undefined)[];

function isSame(states: States, others: States | undefined): boolean {
  return (
    others !== undefined &&
    states.every((each, index) => each?.files === others[index]?.files && !each === !others[index])
  );
}

/** What is there when it has stopped changing, or at once where it is as it was. */
async function settledStates(
  folders: readonly string[],
  seen: States | undefined,
): Promise<States> {
  const look = () => Promise.all(folders.map(catalogState));
  let states = await look();
  for (let looks = 1; looks < mostLooks && !isSame(states, seen); looks += 1) {
    const before = states;
    await sleep(settling);
    states = await look();
    if (isSame(states, before)) break;
  }
  return states;
}

// A catalog that is half written, or a bug that it meets, must not end what runs all day.
async function buildOnce(build: () => Promise<unknown>, host: Host): Promise<void> {
  try {
    await build();
  } catch (error) {
    host.progress("");
    if (isForUser(error)) sayForUser(error, host);
    else sayBug(error, host);
  }
}

function sayPresence(
  folders: readonly string[],
  { states, before, host }: { states: States; before: States | undefined; host: Host },
): void {
  for (const [index, folder] of folders.entries()) {
    const wasThere = before === undefined || before[index] !== undefined;
    const isThere = states[index] !== undefined;
    if (wasThere && !isThere)
      host.err(`${shown(folder, host)} is gone. Waiting for it to come back.\n`);
    if (!wasThere && isThere) host.err(`${shown(folder, host)} is back.\n`);
  }
}

interface Watcher {
  /** Watches the folders that are there now: of one that was replaced, the watcher knows the old one alone. */
  follow(states: States): void;
  /** Ends with the next change, or one that came since the last, after some milliseconds, or when the user interrupts. */
  change(most: number): Promise<void>;
  close(): Promise<void>;
}

function startWatcher(folders: readonly string[], { interrupted, err }: Host): Watcher {
  let waiting = new AbortController();
  let watched: ReturnType<typeof watch> | undefined;
  let followed: string | undefined;
  let failed = false;
  const wake = () => waiting.abort();
  const start = () =>
    watch([...folders], { ignoreInitial: true, ignorePermissionErrors: true })
      // What changed before it was ready it does not tell.
      .on("ready", wake)
      .on("all", wake)
      .on("error", (error) => {
        if (failed) return;
        failed = true;
        const reason = error instanceof Error && "code" in error ? ` (${error.code})` : "";
        err(`The system does not tell of all changes${reason}, so they are looked for.\n`);
      });
  return {
    follow: (states) => {
      const now = states.map((each) => each?.folders ?? "").join("\n\n");
      if (now === followed) return;
      followed = now;
      void watched?.close();
      watched = start();
    },
    change: async (most) => {
      const signal = AbortSignal.any([interrupted, waiting.signal]);
      await sleep(most, undefined, { signal }).catch(() => {});
      waiting = new AbortController();
    },
    close: async () => watched?.close(),
  };
}
