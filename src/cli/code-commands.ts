/** The commands that change codes in the files of a catalog: their arguments and options. */
import type { Command } from "commander";
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
