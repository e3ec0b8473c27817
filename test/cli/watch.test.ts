import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { exitCode } from "../../src/cli/exit-code.js";
import { run } from "../../src/cli/run.js";
import { watchCatalogs } from "../../src/cli/watch-catalogs.js";
import { root } from "../shipped-catalog.js";
import { entryText, errorsText, headText } from "../support/catalog-of.js";
import { commitAll, git } from "../support/git.js";
import { inCatalog, recordingHost, type Workplace, workplace } from "../support/workplace.js";

const rules = "catalog/errors/a.yaml";
const saying = (message: string, code = "sold_out") =>
  errorsText(entryText(code, { title: `Title of ${code}`, message }));
const sources = inCatalog({
  "catalog.yaml": headText("outputs: { typescript: ../src/errors }"),
  "errors/a.yaml": saying("Message 0."),
});

/** A watcher that runs, and what it does. */
interface Running {
  readonly place: Workplace;
  readonly said: { readonly out: string; readonly err: string };
  /** What the watcher wrote is what a build of what is there now would write, with these texts in it. */
  shows(...texts: readonly string[]): Promise<void>;
  /** Ends it as Ctrl-C does. */
  end(): Promise<number>;
}

/** Waits long: other tests may have the machine. */
const patience = { timeout: 30_000, interval: 40 };

async function start(
  place: Workplace,
  watching: (host: ReturnType<typeof recordingHost>["host"]) => Promise<number>,
): Promise<Running> {
  const { host, said, interrupt } = recordingHost(place.folder);
  const ended = watching(host);
  onTestFinished(async () => {
    interrupt.abort();
    await ended;
  });
  await vi.waitFor(() => expect(said.err).toContain("Watching catalog"), patience);
  return {
    place,
    said,
    shows: (...texts) =>
      vi.waitFor(async () => {
        const index = place.read("src/errors/index.ts");
        expect(texts.filter((text) => !index.includes(text))).toEqual([]);
        expect(await place.errdex(["build", "--check"])).toMatchObject({ code: 0 });
      }, patience),
    end: () => {
      interrupt.abort();
      return ended;
    },
  };
}

const watchTheCommand = (place: Workplace) =>
  start(place, (host) => run(["build", "--watch"], host));

/** A watcher that is told by the system alone, and never looks by itself. */
const watchEvents = (place: Workplace) =>
  start(place, async (host) => {
    const build = () => run(["build"], host);
    await watchCatalogs([join(place.folder, "catalog")], { build, host, lookEvery: 3_600_000 });
    return exitCode.fine;
  });

const ten = Array.from({ length: 10 }, (_, index) => index + 1);

/** Ways to save, each with what the output says after it. */
const saves: Readonly<
  Record<
    string,
    (place: Workplace, times: number) => readonly string[] | Promise<readonly string[]>
  >
> = {
  "written in place": (place, times) => {
    place.write({ [rules]: saying(`Message ${times}.`) });
    return [`Message ${times}.`];
  },
  "written in several steps": (place, times) => {
    const text = saying(`Message ${times}.`);
    place.write({ [rules]: text.slice(0, 40) });
    appendFileSync(join(place.folder, rules), text.slice(40));
    return [`Message ${times}.`];
  },
  "written beside it and renamed": (place, times) => {
    place.write({ "catalog/errors/.a.yaml.swp": saying(`Message ${times}.`) });
    renameSync(join(place.folder, "catalog/errors/.a.yaml.swp"), join(place.folder, rules));
    return [`Message ${times}.`];
  },
  "moved away as a backup and written anew": (place, times) => {
    renameSync(join(place.folder, rules), join(place.folder, `${rules}~`));
    place.write({ [rules]: saying(`Message ${times}.`) });
    return [`Message ${times}.`];
  },
  "deleted and made again": (place, times) => {
    unlinkSync(join(place.folder, rules));
    place.write({ [rules]: saying(`Message ${times}.`) });
    return [`Message ${times}.`];
  },
  "touched after a change": (place, times) => {
    const path = join(place.folder, rules);
    place.write({ [rules]: saying(`Message ${times}.`) });
    utimesSync(path, times, times);
    return [`Message ${times}.`];
  },
  "one of many that are written at once": (place, times) => {
    const files = ten.map((each) => [
      `catalog/errors/many_${each}.yaml`,
      saying(`Message ${times} of ${each}.`, `many_${each}`),
    ]);
    place.write(Object.fromEntries(files));
    return ten.map((each) => `Message ${times} of ${each}.`);
  },
  "in a new folder": (place, times) => {
    place.write({
      [`catalog/errors/new_${times}/b.yaml`]: saying(`Deep ${times}.`, `deep_${times}`),
    });
    return [`Deep ${times}.`];
  },
  "given another name": (place, times) => {
    const [from, to] = [times - 1, times].map((each) => `catalog/errors/name_${each}.yaml`);
    if (times === 1) place.write({ [from ?? ""]: saying("Named.", "named") });
    renameSync(join(place.folder, from ?? ""), join(place.folder, to ?? ""));
    appendFileSync(
      join(place.folder, to ?? ""),
      entryText(`named_${times}`, { title: `Title ${times}` }),
    );
    return [`named_${times}`, "Named."];
  },
  "in a folder that is deleted and made again": (place, times) => {
    const kept = readFileSync(join(place.folder, rules), "utf8");
    rmSync(join(place.folder, "catalog/errors"), { recursive: true });
    mkdirSync(join(place.folder, "catalog/errors"));
    writeFileSync(join(place.folder, rules), kept);
    writeFileSync(
      join(place.folder, `catalog/errors/again_${times}.yaml`),
      saying(`Again ${times}.`, `again_${times}`),
    );
    return [`Again ${times}.`];
  },
  "of another branch": (place, times) => {
    const branch = times % 2 === 1 ? "other" : "main";
    git(place.folder, "checkout", "--quiet", "--force", branch);
    return branch === "other" ? ["Of the branch."] : ["Message 0."];
  },
};

/** A repository whose other branch has another file and another text. */
function withBranches(place: Workplace): void {
  place.write({ ".gitignore": "src\n" });
  commitAll(place.folder);
  git(place.folder, "checkout", "--quiet", "-b", "other");
  place.write({
    [rules]: saying("Of the branch."),
    "catalog/errors/there/b.yaml": saying("There.", "there_alone"),
  });
  git(place.folder, "add", "--all");
  git(place.folder, "commit", "--quiet", "--message=two");
  git(place.folder, "checkout", "--quiet", "main");
}

describe("errdex build --watch", () => {
  it.each(Object.keys(saves))("builds each of ten times that a file is %s", async (kind) => {
    const place = workplace(sources);
    if (kind === "of another branch") withBranches(place);
    const { shows } = await watchEvents(place);
    for (const times of ten) await shows(...((await saves[kind]?.(place, times)) ?? ["?"]));
  });

  it("goes on after mistakes, and ends with 0", async () => {
    const { place, said, shows, end } = await watchTheCommand(workplace(sources));
    place.write({ [rules]: errorsText(entryText("sold_out", { title: undefined })) });
    await vi.waitFor(() => expect(said.err).toContain("Nothing was written."), patience);
    place.write({ [rules]: saying("Mended.") });
    await shows("Mended.");
    place.write({ "catalog/catalog.yaml": headText() });
    await vi.waitFor(() => expect(said.err).toContain("the catalog has no outputs"), patience);
    place.write(sources);
    await shows("Message 0.");
    expect(await end()).toBe(0);
  });

  it("ends with 0 when the process is interrupted", async () => {
    const { folder } = workplace(sources);
    const child = spawn(process.execPath, [`${root}dist/cli.js`, "build", "--watch"], {
      cwd: folder,
    });
    onTestFinished(() => void child.kill("SIGKILL"));
    let said = "";
    child.stderr.on("data", (text) => {
      said += text;
    });
    await vi.waitFor(() => expect(said).toContain("Watching catalog"), patience);
    child.kill("SIGINT");
    expect(await once(child, "exit")).toEqual([0, null]);
  });

  it("begins with a catalog that has mistakes", async () => {
    const { place, shows } = await watchTheCommand(
      workplace({ ...sources, "catalog/catalog.yaml": headText() }),
    );
    place.write(sources);
    await shows("Message 0.");
  });

  it("waits for a folder that goes away, and sees what changes when it is back", async () => {
    const { place, said, shows } = await watchTheCommand(workplace(sources));
    renameSync(join(place.folder, "catalog"), join(place.folder, "elsewhere"));
    await vi.waitFor(
      () => expect(said.err).toContain("catalog is gone. Waiting for it to come back.\n"),
      patience,
    );
    renameSync(join(place.folder, "elsewhere"), join(place.folder, "catalog"));
    await vi.waitFor(() => expect(said.err).toContain("catalog is back.\n"), patience);
    for (const times of ten) {
      place.write({ [rules]: saying(`After ${times}.`) });
      await shows(`After ${times}.`);
    }
  });

  it("sees what releases write", async () => {
    const { place, said } = await watchTheCommand(workplace(sources));
    expect((await place.errdex(["release"])).code).toBe(0);
    place.write({
      "catalog/released.json": place.read("catalog/released.json").replaceAll("sold_out", "gone"),
    });
    await vi.waitFor(() => expect(said.out).toContain("catalog/released.json"), patience);
  });

  it("builds once at a time, and again where something changed meanwhile", async () => {
    const place = workplace(sources);
    const { host, interrupt } = recordingHost(place.folder);
    let running = 0;
    const seen: string[] = [];
    const build = async () => {
      running += 1;
      expect(running).toBe(1);
      seen.push(place.read(rules));
      // Written when the build has read it: what is built is old already.
      if (seen.length < 5) place.write({ [rules]: saying(`Meanwhile ${seen.length}.`) });
      await new Promise((done) => setTimeout(done, 100));
      running -= 1;
    };
    const ended = watchCatalogs([join(place.folder, "catalog")], { build, host });
    await vi.waitFor(() => expect(seen).toHaveLength(5), patience);
    interrupt.abort();
    await ended;
    expect(seen.slice(1)).toEqual([1, 2, 3, 4].map((each) => saying(`Meanwhile ${each}.`)));
  });

  it("watches several catalogs", async () => {
    const at = (folder: string, output: string) =>
      Object.fromEntries(
        Object.entries(sources).map(([path, text]) => [
          path.replace(/^catalog/, folder),
          text.replace("../src/errors", output).replace("catalog: shop", `catalog: ${folder}`),
        ]),
      );
    const place = workplace({
      ...at("one", "../src/errors"),
      ...at("two", "../src/two"),
      "package.json": JSON.stringify({ errdex: ["one", "two"] }),
    });
    const { host, said, interrupt } = recordingHost(place.folder);
    const ended = run(["build", "--watch"], host);
    await vi.waitFor(() => expect(said.err).toContain("Watching one, two;"), patience);
    place.write({ "two/errors/a.yaml": saying("Of the second.") });
    await vi.waitFor(
      () => expect(place.read("src/two/index.ts")).toContain("Of the second."),
      patience,
    );
    interrupt.abort();
    expect(await ended).toBe(0);
  });
});
