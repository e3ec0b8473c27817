/** A step of a JSON Pointer (RFC 6901 section 3). */

/** The name of a member as a pointer has it, with its slash. */
export function pointerStep(name: string): string {
  return `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** The names that a pointer goes through. */
export function pointerNames(pointer: string): readonly string[] {
  const [, ...steps] = pointer.split("/");
  return steps.map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}
