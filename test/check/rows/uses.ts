/** What is wrong with the catalogs that a catalog uses. */
import { entryText, errorsText, headText, strictHeadText } from "../../support/catalog-of.js";
import type { Row } from "./row.js";

const other = (name: string, code: string, ...head: readonly string[]) => ({
  [`../${name}/catalog.yaml`]: headText(...head).replace("catalog: shop", `catalog: ${name}`),
  [`../${name}/errors/a.yaml`]: errorsText(entryText(code)),
});
const using = (uses: string, ...more: readonly string[]) => ({
  "catalog.yaml": headText(`uses: ${uses}`, ...more),
  "errors/a.yaml": errorsText(entryText("sold_out")),
});

export const usesRows: readonly Row[] = [
  {
    name: "a used catalog that is not there",
    files: using("{ platform: ../platform }"),
    finds: ["uses-unreadable catalog.yaml:5:19"],
    says: ["There is no folder ../platform/."],
  },
  {
    name: "a used catalog that is called otherwise",
    files: {
      ...using("{ platform: ../platform }"),
      ...Object.fromEntries(
        Object.entries(other("base", "late")).map(([path, text]) => [
          path.replace("../base/", "../platform/"),
          text,
        ]),
      ),
    },
    finds: ["uses-unreadable catalog.yaml:5:19"],
    says: ["`base: ../platform`"],
  },
  {
    name: "a used catalog that cannot be read",
    files: {
      ...using("{ platform: ../platform }"),
      "../platform/catalog.yaml": "catalog: [platform]\n",
    },
    finds: ["uses-unreadable catalog.yaml:5:19"],
    says: ["cannot be read"],
  },
  {
    name: "a used catalog that only consumes, in one that answers",
    files: {
      ...using("{ payments: ../payments }"),
      ...other("payments", "late"),
      "../payments/catalog.yaml": strictHeadText("consumes: true").replace(
        "catalog: shop",
        "catalog: payments",
      ),
    },
    finds: ["uses-consumed catalog.yaml:5:9"],
    says: ["Decode that service's answers with the module of payments"],
  },
  {
    name: "codes without an address beside those of a catalog that has one",
    files: {
      ...using("{ platform: ../platform }"),
      ...other("platform", "late", "type: urn:platform:{code}"),
    },
    finds: ["type-missing catalog.yaml:1:10"],
    says: ["and sold_out has none. | Add `type: urn:shop:{code}`"],
  },
  {
    name: "a code that the catalog and a used one have",
    files: { ...using("{ platform: ../platform }"), ...other("platform", "sold_out") },
    finds: ["code-shared catalog.yaml:5:9"],
    says: ["except: [sold_out]"],
  },
  {
    name: "a code that two used catalogs have",
    files: {
      ...using("{ one: ../one, two: ../two }"),
      ...other("one", "late"),
      ...other("two", "late"),
    },
    finds: ["code-shared catalog.yaml:5:22"],
  },
  {
    name: "a code of both of which one is left out, and nothing else",
    files: {
      ...using("{ platform: { from: ../platform, except: sold_out } }"),
      ...other("platform", "sold_out"),
    },
    finds: [],
  },
  {
    name: "a code that is left out, and that the used catalog does not have",
    files: {
      ...using("{ platform: { from: ../platform, except: [latte] } }"),
      ...other("platform", "late"),
    },
    finds: ["code-unknown catalog.yaml:5:49"],
    says: ["Did you mean"],
  },
  {
    name: "a catalog that a used one uses, and this one does not",
    files: {
      ...using("{ one: ../one }"),
      ...other("one", "late", "uses: { two: ../two }"),
      ...other("two", "early"),
    },
    finds: ["uses-indirect catalog.yaml:5:9"],
  },
  {
    name: "a code that moved to a used catalog which does not have it",
    files: {
      ...using("{ platform: ../platform }"),
      ...other("platform", "late"),
      "errors/a.yaml": errorsText(
        entryText("sold_out", {
          retired: "{ since: 1.0.0, replaced_by: platform/later, reason: It moved. }",
        }),
      ),
    },
    finds: ["code-unknown errors/a.yaml:14:43"],
  },
  {
    name: "outputs where a used catalog has its own, and its files",
    files: {
      ...using(
        "{ platform: ../platform }",
        "outputs: { typescript: ../src, openapi: ../platform/openapi.yaml, site: ../public/pages }",
      ),
      ...other("platform", "late", "outputs: { typescript: ../src, site: ../public }"),
    },
    finds: ["output-path catalog.yaml:6:24", "output-path catalog.yaml:6:41"],
    says: [
      "The output typescript of platform writes ../src/index.ts already.",
      "a part of the catalog platform",
    ],
  },
  {
    name: "a used catalog in a folder, without a module that could be imported",
    files: {
      ...using("{ platform: ../platform }", "outputs: { javascript: ../src }"),
      ...other("platform", "late", "outputs: { typescript: ../other, openapi: ../a.yaml }"),
    },
    finds: ["uses-module catalog.yaml:5:9"],
    says: ["platform has no output that javascript could import"],
  },
  {
    name: "a used catalog in a folder, of which nothing is imported",
    files: {
      ...using("{ platform: ../platform }", "outputs: { site: ../public }"),
      ...other("platform", "late"),
    },
    finds: [],
  },
];
