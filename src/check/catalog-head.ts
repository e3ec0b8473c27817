/** What catalog.yaml says of the catalog as a whole. */
import semver from "semver";
import type { Report } from "../diagnostics/report.js";
import { quoted } from "../diagnostics/suggest.js";
import type { Catalog } from "../model/catalog.js";
import type { Located } from "../model/source.js";
import type { CatalogCheck } from "./rule.js";

/** Reports a name, version or docs address that cannot be used. */
export const checkCatalogHead: CatalogCheck = (catalog, report) => {
  const { name, docs } = catalog;
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name.value)) {
    report(
      "catalog-name",
      name.at,
      `The name ${quoted(name.value)} is not in kebab-case, such as "image-hosting".`,
    );
  }
  checkVersions(catalog, report);
  if (docs !== undefined && !isDocsAddress(docs.value)) {
    report(
      "docs-address",
      docs.at,
      "The docs address is not an http or https URL with {code} in it.",
      {
        help: "Such as https://errors.example.com/{code}.",
      },
    );
  }
};

function isDocsAddress(text: string): boolean {
  const filled = text.replaceAll("{code}", "code");
  // A path that begins with two slashes is another host's where it stands alone.
  const isAddress = /^https?:\/\/(?!.*\/\/)[^\s"'<>{}\\^`|]+$/.test(filled);
  return filled !== text && isAddress && URL.canParse(filled);
}

function checkVersions({ version, entries, partial }: Catalog, report: Report): void {
  const current = semver.valid(version.value);
  if (current === null) {
    reportVersion(version, report);
    return;
  }
  for (const entry of [...entries, ...partial.map(({ entry: rest }) => rest)]) {
    const { since } = entry;
    if (since === undefined) continue;
    if (semver.valid(since.value) === null) reportVersion(since, report);
    else if (semver.gt(since.value, current)) {
      report(
        "version-form",
        since.at,
        `${entry.code} is there since ${since.value}, which is later than the catalog's ${current}.`,
      );
    }
  }
}

function reportVersion({ value, at }: Located<string>, report: Report): void {
  report("version-form", at, `${quoted(value)} is not a version such as 1.0.0.`);
}
