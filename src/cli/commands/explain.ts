/** `errdex explain`: the help page of a code, or what a rule wants, in the terminal. */
import { type RuleName, rules } from "../../diagnostics/rules.js";
import { nearest, quoted } from "../../diagnostics/suggest.js";
import type { Catalog, Entry } from "../../model/catalog.js";
import { registeredStatuses } from "../../model/http-status.js";
import { type ExitCode, exitCode, UsageError } from "../exit-code.js";
import { findCatalogs } from "../find-catalogs.js";
import type { Host } from "../host.js";
import { openSoundCatalog } from "../open-catalog.js";

/** Prints the page of a code or rule. */
export async function explain(
  word: string,
  { catalog: named }: { readonly catalog?: string },
  host: Host,
): Promise<ExitCode> {
  if (Object.hasOwn(rules, word)) {
    host.out(ruleText(word as RuleName, host));
    return exitCode.fine;
  }
  const catalogs = await catalogsFor(named, host);
  for (const catalog of catalogs) {
    const entry = catalog.entries.find(({ code }) => code === word);
    if (entry === undefined) continue;
    host.out(entryText(entry, catalog, host));
    return exitCode.fine;
  }
  const known = [
    ...catalogs.flatMap(({ entries }) => entries.map(({ code }) => code)),
    ...Object.keys(rules),
  ];
  const near = nearest(word, known);
  throw new UsageError(
    `There is no code or rule ${quoted(word)}.${near === undefined ? "" : ` Did you mean ${quoted(near)}?`}`,
  );
}

async function catalogsFor(named: string | undefined, host: Host): Promise<readonly Catalog[]> {
  const folders = await findCatalogs(named, host.cwd);
  return Promise.all(folders.map((folder) => openSoundCatalog(folder, host)));
}

function ruleText(name: RuleName, { colors }: Host): string {
  const { severity, summary, exemptible } = rules[name];
  const exempt = exemptible
    ? "A code can be exempted from it by `allow` in catalog.yaml, with a reason.\n"
    : "";
  return `${colors.bold(name)} (${severity})\n${summary}\n${exempt}`;
}

const resolvers = {
  caller: "whoever wrote the program that calls",
  user: "the person who uses it",
  operator: "whoever runs the service",
};

const retries = {
  never: "no: without a change it fails again",
  after: "yes, after the delay that the error carries",
  backoff: "yes, with growing pauses",
};

function entryText(entry: Entry, catalog: Catalog, { colors }: Host): string {
  const { code, title, meaning, causes, fixes, statuses, category, resolver, retry, since } = entry;
  const heading =
    catalog.categories.find(({ id }) => id === category.value)?.title ?? category.value;
  const numbers = statuses
    .map(({ value }) => `${value} ${registeredStatuses.get(value) ?? ""}`.trim())
    .join(", ");
  const ending = entry.retired ?? entry.deprecated;
  const word = entry.retired === undefined ? "Deprecated" : "Retired";
  const lines = [
    colors.bold(title?.value ?? code),
    `${colors.cyan(code)} · HTTP ${numbers} · ${heading}`,
    ...(ending === undefined
      ? []
      : [`${colors.red(`${word} since ${ending.since}.`)} ${ending.reason ?? ""}`.trim()]),
    ...(ending?.replacedBy === undefined ? [] : [`Use ${ending.replacedBy.value} instead.`]),
    ...(meaning === undefined ? [] : ["", meaning.value]),
    ...section("Why it happens", causes, colors),
    ...section("What to try", fixes, colors),
    "",
    ...(resolver === undefined
      ? []
      : [`${colors.dim("Who can mend it:")} ${resolvers[resolver.value]}`]),
    `${colors.dim("Try again:")} ${retries[retry?.value ?? "never"]}`,
    ...(since === undefined ? [] : [`${colors.dim("Since:")} ${since.value}`]),
    ...(catalog.docs === undefined
      ? []
      : [`${colors.dim("Page:")} ${catalog.docs.value.replaceAll("{code}", code)}`]),
  ];
  return `${lines.join("\n")}\n`;
}

function section(
  heading: string,
  texts: readonly { readonly value: string }[],
  colors: Host["colors"],
): readonly string[] {
  return texts.length === 0
    ? []
    : ["", colors.bold(heading), ...texts.map(({ value }) => `  - ${value}`)];
}
