/** Arguments → command → exit code. */
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import packageJson from "../../package.json" with { type: "json" };
import { starterNames } from "../disk/read-starter.js";
import { addCodeCommands } from "./code-commands.js";
import { type ExitCode, exitCode } from "./exit-code.js";
import type { Host } from "./host.js";
import {
  ciFormats,
  failLevels,
  findingFormats,
  listForms,
  reportFormats,
} from "./option-choices.js";
import { safeHost } from "./safe-host.js";
import { isForUser, sayBug, sayForUser } from "./say-error.js";
import { withNativeCode } from "./with-native-code.js";

/** Runs errdex with the arguments after the program's name. Never throws. */
export async function run(argv: readonly string[], outer: Host): Promise<ExitCode> {
  const host = safeHost(outer);
  let code: ExitCode = exitCode.fine;
  const program = createProgram(host, (ended) => {
    code = ended;
  });
  try {
    await program.parseAsync(argv, { from: "user" });
    return code;
  } catch (error) {
    host.progress("");
    if (error instanceof CommanderError)
      return error.exitCode === 0 ? exitCode.fine : exitCode.usage;
    if (isForUser(error)) {
      sayForUser(error, host);
      return exitCode.usage;
    }
    sayBug(error, host);
    return exitCode.bug;
  }
}

function createProgram(host: Host, end: (code: ExitCode) => void): Command {
  const program = new Command("errdex")
    .description("Compiles a YAML catalog of error codes.")
    .version(packageJson.version)
    .exitOverride()
    .showSuggestionAfterError()
    .configureOutput({ writeOut: (text) => host.out(text), writeErr: (text) => host.err(text) });
  const catalog = [
    "[catalog...]",
    "folders of catalogs; without one ./catalog, else what the settings name",
  ] as const;
  const all = ["--all", "show all findings, not the first ten of each rule alone"] as const;
  const reader = ({ all: whole = false }: { readonly all?: boolean }): Host => ({ ...host, whole });
  const outside = ["--allow-outside", "write outside the repository too"] as const;
  const format = (formats: readonly string[] = reportFormats) =>
    new Option("--format <format>", "how to report").choices(formats).default("text");

  program
    .command("init")
    .description("write a catalog to begin with")
    .argument("[dir]", "where to put the folder catalog")
    .option("--wire <name>", `with this wire format: ${starterNames.join(", ")}`)
    .option("--consume", "of somebody else's service, whose answers are only read")
    .option("--uses <catalog>", "with the codes of another one: errdex/http, a package or a folder")
    .action(async (dir: string | undefined, options) => {
      const { init } = await import("./commands/init.js");
      end(await init(dir, options, host));
    });
  program
    .command("import")
    .description("take a list that comes from elsewhere into a catalog, or begin one with it")
    .argument("<file>", "the list")
    .option("--catalog <folder>", "the folder of the catalog; without it ./catalog")
    .addOption(new Option("--as <form>", "what the list is written in").choices(listForms))
    .option("--column <key=column>", "what a column holds; may be repeated", collect)
    .option("--status <status>", "the status of what has none in the list: a number, or none")
    .option("--dry-run", "write nothing, and say what would be written")
    .addOption(format())
    .option(...all)
    .action(async (file: string, options) => {
      const { importCommand } = await import("./commands/import.js");
      end(await importCommand(file, options, reader(options)));
    });
  program
    .command("build")
    .description("write the outputs that the catalog names, as far as they changed")
    .argument(...catalog)
    .option("--check", "write nothing, and fail where something would be written")
    .option("--watch", "build again whenever the catalog changes")
    .option("--no-cache", "do everything, whatever the last build left")
    .option(...outside)
    .option(...all)
    .action(async (named: readonly string[], options) => {
      const { build } = await import("./commands/build.js");
      end(await build(named, options, reader(options)));
    });
  program
    .command("check")
    .description("report all that is wrong with the catalog")
    .argument(...catalog)
    .addOption(format(findingFormats))
    .option("--max-warnings <number>", "fail where there are more", wholeNumber)
    .option("--fix", "mend what is certain, and report the rest")
    .option("--baseline", "let be what is found now, or forget what is mended")
    .option(...all)
    .action(async (named: readonly string[], options) => {
      const { check } = await import("./commands/check.js");
      end(await check(named, options, reader(options)));
    });
  program
    .command("diff")
    .description("report what changed since a base, and whom it hurts")
    .argument("<base>", "a folder, a released.json, git:REF, git:REF:PATH, or released")
    .argument(...catalog)
    .addOption(format(findingFormats))
    .addOption(
      new Option("--fail-on <level>", "the least change that is a finding")
        .choices(failLevels)
        .default("major"),
    )
    .option(...all)
    .action(async (base: string, named: readonly string[], options) => {
      const { diff } = await import("./commands/diff.js");
      end(await diff(base, named, options, reader(options)));
    });
  program
    .command("ci")
    .description("judge every catalog of the repository: check, outputs, versions, coverage")
    .option(
      "--base <base>",
      "git:REF, or released; without it the branch that a pull request goes into",
    )
    .option("--staged", "judge what would be committed, as the index has it")
    .option("--summary <file>", "write the report in Markdown into a file too")
    .option("--max-warnings <number>", "fail where there are more", wholeNumber)
    .addOption(
      new Option("--fail-on <level>", "the least change that fails, whatever the version says")
        .choices(failLevels.filter((level) => level !== "none"))
        .default("refused"),
    )
    .addOption(format(ciFormats))
    .option(...all)
    .action(async (options) => {
      const { ci } = await import("./commands/ci.js");
      end(await ci(options, reader(options)));
    });
  program
    .command("release")
    .description("record the contract in released.json")
    .argument(...catalog)
    .option(...all)
    .action(async (named: readonly string[], options) => {
      const { release } = await import("./commands/release.js");
      end(await release(named, reader(options)));
    });
  program
    .command("coverage")
    .description("report which codes the source raises, handles and tests")
    .argument("[paths...]", "folders and files of the source, its tests included")
    .option("--catalog <folder>", `${catalog[1]}; may be repeated`, collect)
    .option("--tests <glob>", "which files are tests; may be given several times", collect)
    .option(
      "--module <specifier>",
      "what the source imports the catalog by; may be repeated",
      collect,
    )
    .option("--ignore <code>", "a code of another system; may be repeated", collect)
    .option("--recorded <file>", "what a run of the tests recorded")
    .option("--fail-on <kinds>", "what is a finding, with commas between, or none")
    .option(
      "--since <base>",
      "count only codes that are new or changed since a base of errdex diff",
    )
    .option("--min-raised <percent>", "fail where fewer codes are raised", wholeNumber)
    .option("--min-handled <percent>", "fail where fewer codes are handled", wholeNumber)
    .option("--min-tested <percent>", "fail where tests meet fewer codes", wholeNumber)
    .option("--min-recorded <percent>", "fail where the recorded run met fewer codes", wholeNumber)
    .addOption(format(findingFormats))
    .option(...all)
    .action(async (paths: readonly string[], options) => {
      const ended = await withNativeCode("errdex coverage", async () => {
        const { coverage } = await import("./commands/coverage.js");
        return coverage(paths, options, reader(options));
      });
      end(ended);
    });
  addCodeCommands(program, { host, end });
  program
    .command("docs")
    .description("write the help site: a page for each code, and an index that searches")
    .argument(...catalog)
    .option(
      "--out <folder>",
      "where to write, instead of outputs.site; several catalogs become one site",
    )
    .option("--check", "write nothing, and fail where something would be written")
    .option(...outside)
    .option(...all)
    .action(async (named: readonly string[], options) => {
      const { docs } = await import("./commands/docs.js");
      end(await docs(named, options, reader(options)));
    });
  program
    .command("list")
    .description("list the codes of the catalog")
    .argument(...catalog)
    .addOption(format())
    .action(async (named: readonly string[], options) => {
      const { list } = await import("./commands/list.js");
      end(await list(named, options, host));
    });
  program
    .command("rules")
    .description("list the rules of check and the kinds of changes of diff")
    .addOption(format())
    .action(async (options) => {
      const { listRules } = await import("./commands/rules.js");
      end(listRules(options, host));
    });
  program
    .command("explain")
    .description("show the help page of a code, or what a rule or kind of change is about")
    .argument("<code or rule>")
    .option("--catalog <folder>", `${catalog[1]}; may be repeated`, collect)
    .option("--locale <tag>", "the language of the code's texts, such as de")
    .addOption(format())
    .action(async (word: string, options) => {
      const { explain } = await import("./commands/explain.js");
      end(await explain(word, options, host));
    });
  program
    .command("decode")
    .description("read a pasted answer: headers and body, or a body")
    .argument("[file]", "where the answer is; without it standard input")
    .option("--wire <name>", "the wire format; without it the one that knows the code")
    .option("--status <number>", "the status, where the answer has no status line", wholeNumber)
    .option("--lenient", "keep a known code whose required fields are missing or broken")
    .option("--catalog <folder>", `${catalog[1]}; may be repeated`, collect)
    .addOption(format())
    .action(async (file: string | undefined, options) => {
      const { decode } = await import("./commands/decode.js");
      end(await decode(file, options, host));
    });
  return program;
}

function collect(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text];
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError("It is not a whole number.");
  return Number(text);
}
