/** Type-checks one file in a process of its own and prints what it took, as JSON. */
import typescript from "typescript";

const [file, runtime] = process.argv.slice(2);

// Of the processor, not of the clock: other processes of the machine must not count.
function cpuTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const start = cpuTime();
const options = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noEmit: true,
  skipLibCheck: true,
  target: typescript.ScriptTarget.ES2022,
  module: typescript.ModuleKind.ESNext,
  moduleResolution: typescript.ModuleResolutionKind.Bundler,
  types: [],
  paths: { "errdex/generated": [runtime] },
};
const host = typescript.createCompilerHost(options);
// As tsc does; the API reads every comment unless told otherwise.
host.jsDocParsingMode = typescript.JSDocParsingMode.ParseForTypeErrors;
const program = typescript.createProgram([file], options, host);
const parsed = cpuTime();
const diagnostics = typescript.getPreEmitDiagnostics(program);
const checked = cpuTime();
const [first] = diagnostics;
console.log(
  JSON.stringify({
    parse: parsed - start,
    check: checked - parsed,
    total: checked - start,
    instantiations: program.getInstantiationCount(),
    types: program.getTypeCount(),
    bytes: process.resourceUsage().maxRSS * 1024,
    problem:
      first === undefined
        ? undefined
        : typescript.flattenDiagnosticMessageText(first.messageText, "\n"),
  }),
);
