/** Compiles the catalog of a format and runs all its cases. */
import { type Build, buildFormat } from "./built-format.js";
import { casesOf } from "./cases.js";
import { type Outcome, runDecodeCase, runEncodeCase } from "./run-case.js";

/** How a format fares. */
export interface FormatReport {
  readonly format: string;
  readonly build: "ok" | "warns" | "fails";
  /** What is said of the catalog, a line each. */
  readonly said: readonly string[];
  /** Empty where the catalog does not build. */
  readonly outcomes: readonly Outcome[];
}

/** Runs the cases of a format. @throws where there is no such format. */
export async function runFormat(format: string): Promise<FormatReport> {
  const { wire, decode, encode } = casesOf(format);
  const { said, built } = await builtOrThrown(format, wire);
  if (built === undefined) return { format, build: "fails", said, outcomes: [] };
  const outcomes = [
    ...decode.flatMap((each) => runDecodeCase(each, built)),
    ...encode.map((each) => runEncodeCase(each, built)),
  ];
  return { format, build: said.length === 0 ? "ok" : "warns", said, outcomes };
}

async function builtOrThrown(format: string, wire: string | undefined): Promise<Build> {
  try {
    return await buildFormat(format, wire);
  } catch (error) {
    return { said: [`throws ${error}`], built: undefined };
  }
}

/** What a format does not do as its vendor's documents say, a line each. */
export function failuresOf({ build, said, outcomes }: FormatReport): readonly string[] {
  if (build === "fails") return said.map((line) => `[build] ${line}`);
  return outcomes
    .filter(({ problems }) => problems.length > 0)
    .map(
      ({ question, name, needs, problems }) =>
        `[${question}] ${name}: ${problems.join("; ")}${needs.length > 0 ? ` {${needs.join(", ")}}` : ""}`,
    );
}
