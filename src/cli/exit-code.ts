/** How a command ends. */

/** Exit codes; 2 never reads as clean. */
export const exitCode = { fine: 0, findings: 1, usage: 2, bug: 3 } as const;
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** Wrong usage, or input that cannot be read: the message is for the user, and the exit code is 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";

  /**
   * @param message one line, as it is.
   * @param report lines that come before it, made safe for a terminal already.
   */
  constructor(
    message: string,
    readonly report = "",
  ) {
    super(message);
  }
}

/** Whether a file could not be read or written, which is the user's to mend and no bug. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error;
}
