/** Coverage for programs. docs/coverage.md describes the form. */
import { placeFinder } from "../../model/source.js";
import { isHandled, isRaised, isTested } from "../count/catalog-coverage.js";
import type { CatalogCoverage, CodeCoverage, Coverage } from "../coverage.js";

/** The whole report; every list is in order. */
export function coverageJson(coverage: Coverage): string {
  const { files, testFiles, catalogs, unknown, undeclared, unseen } = coverage;
  return JSON.stringify(
    {
      version: 1,
      files,
      testFiles,
      catalogs: catalogs.map(catalogJson),
      unknown: unknown.map(({ span: _, ...each }) => each),
      undeclared: undeclared.map(({ span: _, ...each }) => each),
      unseen,
    },
    null,
    2,
  );
}

function catalogJson({ catalog, codes, ...shares }: CatalogCoverage): object {
  const placeOf = placeFinder();
  const names = (isIn: (code: CodeCoverage) => boolean): readonly string[] =>
    codes.filter(isIn).map(({ code }) => code);
  return {
    catalog,
    ...shares,
    neverRaised: names((code) => code.toRaise && !isRaised(code)),
    neverHandled: names((code) => code.toHandle && !isHandled(code)),
    untested: names((code) => code.toTest && !isTested(code)),
    codes: codes.map(({ at, toRaise, toHandle, toTest, ...code }) => ({
      ...code,
      place: { path: at.file.path, ...placeOf(at) },
    })),
  };
}
