/** Runs what needs the parser or the resolver: native code, loaded when it is asked for, that may not be installed. */
import { UsageError } from "./exit-code.js";

/**
 * What the work gives.
 *
 * @param command for the user.
 * @throws UsageError where a package with native code is not installed, which is the user's to mend.
 */
export async function withNativeCode<T>(command: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const missing = missingPackage(error);
    if (missing === undefined) throw error;
    throw new UsageError(
      `${command} needs the package ${missing}, which is not installed. Run \`npm install --include=optional\`; where that does not help, delete node_modules and package-lock.json first.`,
    );
  }
}

// Each tries one package after the other, and chains what went wrong: that of WebAssembly comes last.
function missingPackage(error: unknown): string | undefined {
  const names: string[] = [];
  for (let each = error; each instanceof Error; each = each.cause) {
    const [, name] =
      /Cannot find (?:module|package) '(oxc-\w+|@oxc-\w+\/binding-[\w-]+)'/.exec(each.message) ??
      [];
    if (name !== undefined) names.push(name);
  }
  return names.find((name) => !name.includes("wasm")) ?? names[0];
}
