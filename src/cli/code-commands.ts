/** The commands that change codes in the files of a catalog: their arguments and options. */
import { type Command, InvalidArgumentError, Option } from "commander";
import type { ExitCode } from "./exit-code.js";
import type { Host } from "./host.js";

/** Where the commands run, and whom they tell how they ended. */
export interface CommandSurroundings {
  readonly host: Host;
  readonly end: (code: ExitCode) => void;
}

/** Adds the commands. */
export function addCodeCommands(program: Command, { host, end }: CommandSurroundings): void {
  const reader = ({ all: whole = false }: { readonly all?: boolean }): Host => ({ ...host, whole });
  const common = (command: Command): Command =>
    command
      .option("--catalog <folder>", "the folder of the catalog, where there are several")
      .option("--dry-run", "write nothing, and show what would be written")
      .option("--all", "show all that is left to do, not the first ten of each rule alone");
  common(program.command("add"))
    .description("begin the entry of a code, and list what is to be filled in")
    .argument("<code>")
    .option("--category <id>", "its category, where the catalog has several")
    .option("--status <number>", "its HTTP status", statusNumber)
    .option("--title <text>", "its title; without it the words of the code")
    .option("--message <text>", "its message; without it the title")
    .option("--meaning <text>", "what it means")
    .option("--cause <text>", "why it happens; may be repeated", collect)
    .option("--fix <text>", "what to try; may be repeated", collect)
    .addOption(new Option("--resolver <who>", "who can mend it").choices(resolvers))
    .addOption(new Option("--retry <how>", "whether trying again can help").choices(retries))
    .option("--name <name>", "its identifier, where the code cannot be one")
    .action(async (code: string, options) => {
      const { add } = await import("./commands/add.js");
      end(await add(code, options, reader(options)));
    });
  common(program.command("retire"))
    .description("end a code: its entry becomes a tombstone, and what named it names its successor")
    .argument("<code>")
    .option("--replaced-by <code>", "what has taken its place: a code, or catalog/code of another")
    .option("--reason <text>", "why it has ended")
    .action(async (code: string, options) => {
      const { retire } = await import("./commands/retire.js");
      end(await retire(code, options, reader(options)));
    });
  common(program.command("rename"))
    .description("give a code another name, with all that names it")
    .argument("<old>")
    .argument("<new>")
    .option("--respell", "let the wire follow, instead of sending the old spelling on")
    .action(async (from: string, to: string, options) => {
      const { rename } = await import("./commands/rename.js");
      end(await rename([from, to], options, reader(options)));
    });
}

const resolvers = ["caller", "user", "operator"];
const retries = ["never", "after", "backoff"];

function collect(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text];
}

function statusNumber(text: string): number {
  if (!/^[1-5]\d\d$/.test(text)) throw new InvalidArgumentError("It is no status of HTTP.");
  return Number(text);
}
