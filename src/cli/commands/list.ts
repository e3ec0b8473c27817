/** `errdex list`: the codes of a catalog. */
import { lineForTerminal } from "../../diagnostics/escape.js";
import { type Catalog, liveEntries } from "../../model/catalog.js";
import { type Extension, extensionMembers } from "../../model/extension.js";
import { type ExitCode, exitCode } from "../exit-code.js";
import { findCatalogs } from "../find-catalogs.js";
import type { Host } from "../host.js";
import { openSoundCatalog } from "../open-catalog.js";
import type { ReportFormat } from "../option-choices.js";

/** Prints each code with status, category and title: as text by category, as JSON by code. Of several catalogs all, or none. */
export async function list(
  named: readonly string[],
  { format }: { readonly format: ReportFormat },
  host: Host,
): Promise<ExitCode> {
  const folders = await findCatalogs(named, host);
  const catalogs: Catalog[] = [];
  for (const folder of folders) catalogs.push(await openSoundCatalog(folder, host));
  if (format === "text") host.out(catalogs.map((each) => toText(each, host)).join("\n"));
  else {
    const all = catalogs.map(toJson);
    host.out(`${JSON.stringify(all.length === 1 ? all[0] : { catalogs: all }, null, 2)}\n`);
  }
  return exitCode.fine;
}

function toJson(catalog: Catalog): object {
  const codes = liveEntries(catalog).map(
    ({ code, statuses, category, title, retry, since, deprecated, retired, ...entry }) => ({
      code,
      statuses: statuses.map(({ value }) => value),
      category: category.value,
      title: title?.value ?? code,
      resolver: entry.resolver?.value,
      severity: entry.severity?.value,
      retry: retry?.value ?? null,
      grpc: entry.grpc?.value,
      exit: entry.exit?.value,
      since: since?.value,
      ...(deprecated === undefined ? {} : { deprecated: true }),
      ...(retired === undefined ? {} : { retired: true }),
      ...extensionMembers(entry.extensions),
      ...membersOf(
        "fields",
        entry.fields.map(({ name, type }) => [name, type.extensions ?? []]),
      ),
    }),
  );
  return {
    catalog: catalog.name.value,
    version: catalog.version.value,
    ...extensionMembers(catalog.extensions),
    codes,
    ...membersOf(
      "operations",
      catalog.operations.map(({ id, extensions }) => [id, extensions]),
    ),
  };
}

/** Those that have keys of their own, under one name; nothing where none has. */
function membersOf(
  name: string,
  all: readonly (readonly [id: string, extensions: readonly Extension[]])[],
): object {
  const own = all.filter(([, extensions]) => extensions.length > 0);
  if (own.length === 0) return {};
  return { [name]: Object.fromEntries(own.map(([id, each]) => [id, extensionMembers(each)])) };
}

function toText(catalog: Catalog, { colors }: Host): string {
  const entries = liveEntries(catalog);
  const width = Math.max(0, ...entries.map(({ code }) => code.length));
  const groups = catalog.categories.map(({ id, title }) => {
    const own = entries.filter(({ category }) => category.value === id);
    const lines = own.map(({ code, statuses, hasNoStatus, title: name, retired, deprecated }) => {
      const mark =
        retired === undefined ? (deprecated === undefined ? "" : " (deprecated)") : " (retired)";
      const numbers = hasNoStatus ? "none" : statuses.map(({ value }) => value).join(" ");
      return `  ${colors.cyan(code.padEnd(width))}  ${numbers.padEnd(7)}  ${lineForTerminal(name?.value ?? "")}${colors.dim(mark)}`;
    });
    return [`${own.length} ${colors.bold(lineForTerminal(title))}`, ...lines].join("\n");
  });
  return `${groups.join("\n\n")}\n`;
}
