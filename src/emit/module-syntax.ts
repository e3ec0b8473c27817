/** How a generated module names other modules, and in which module system it stands. Emitters print ES modules. */

import type { GeneratedFile } from "../model/generated-file.js";
import type { ModuleFormat } from "../model/output.js";

// Every such line is ours: texts of a catalog stand in comments and between quotes, none of which begins a line.
const relative =
  /^((?:import|export) (?:type )?(?:\*(?: as \S+)?|\{[^{}]*\}) from "\.{1,2}\/[^"]*)\.js";$/gm;
const imported = /^import (?:\* as (\S+)|\{([^{}]*)\}) from ("[^"]*");$/gm;
const exported = /^export ((?:const|function) ([\w$]+))/gm;
const renamed = /^export \{([^{}]*)\};\n?/gm;
const passedOn = /^export \{([^{}]*)\} from ("[^"]*");\n?/gm;

/** The module with other endings where it names those beside it, which are `.js` as emitters print them. */
export function withEnding(text: string, ending: string): string {
  return ending === ".js" ? text : text.replace(relative, `$1${ending}";`);
}

/** In which module system JavaScript is written, and where. */
export interface ModulePlace {
  /** Default: what the package says. */
  readonly format?: ModuleFormat | undefined;
  /** What the package.json above says. Files in the other format end with `.mjs` or `.cjs`. Default: `module`. */
  readonly packageFormat?: ModuleFormat | undefined;
}

/** A module of JavaScript and its declarations: first the declarations. */
export function javaScriptFiles(
  name: string,
  { packageFormat = "module", format = packageFormat }: ModulePlace,
  { types, code }: { readonly types: string; readonly code: string },
): readonly [types: GeneratedFile, code: GeneratedFile] {
  const kind = format === packageFormat ? "" : format === "module" ? "m" : "c";
  const ending = `.${kind}js`;
  const linked = withEnding(code, ending);
  return [
    { path: `${name}.d.${kind}ts`, text: withEnding(types, ending) },
    { path: `${name}${ending}`, text: format === "module" ? linked : commonJs(linked) },
  ];
}

// Names are set one by one: so Node finds them without running the module, and `import` can take them apart.
function commonJs(text: string): string {
  const names = [...text.matchAll(exported)].map(([, , name = ""]) => [name, name]);
  const others = [...text.matchAll(renamed)].flatMap(([, list = ""]) =>
    [...list.matchAll(/(\S+) as ([\w$]+)/g)].map(([, name = "", other = ""]) => [other, name]),
  );
  const foreign = [...text.matchAll(passedOn)].flatMap(([, list = "", from = ""]) =>
    [...list.matchAll(/[\w$]+/g)].map(([name]) => [name, `require(${from}).${name}`]),
  );
  const [head = ""] = /^(?:\/\/.*\n)*/.exec(text) ?? [];
  const code = text
    .slice(head.length)
    .replace(imported, (_, whole: string | undefined, some: string | undefined, from: string) =>
      whole === undefined
        ? `const {${some?.replace(/ as /g, ": ")}} = require(${from});`
        : `const ${whole} = require(${from});`,
    )
    .replace(exported, "$1")
    .replace(renamed, "")
    .replace(passedOn, "");
  const marks = 'Object.defineProperty(exports, "__esModule", { value: true });';
  const last = [...names, ...others, ...foreign]
    .map(([name, own]) => `exports.${name} = ${own};\n`)
    .join("");
  return `${head}"use strict";\n${marks}\n${code}${last === "" ? "" : `\n${last}`}`;
}
