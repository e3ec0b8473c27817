/** Which files are images, and how large they may be. */
import type { Raising } from "./host.js";
import type { Account } from "./state.js";

const signatures: Readonly<Record<string, string>> = {
  "image/gif": "GIF8",
  "image/jpeg": "\xff\xd8\xff",
  "image/png": "\x89PNG\r\n\x1a\n",
};

/** The kinds of files that are taken. */
export const accepted: readonly string[] = Object.keys(signatures);

/** The kind of a file, without what else stands in the header. */
export function typeOf(
  header: string | undefined,
  raise: Raising<"unsupported_file_type">,
): string {
  const type = header?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (!accepted.includes(type)) throw raise.unsupported_file_type({ accepted });
  return type;
}

/** Whether a file begins like one of its kind. */
export function isWhole(bytes: Uint8Array, type: string): boolean {
  const signature = signatures[type] ?? "";
  return Buffer.from(bytes).toString("latin1", 0, signature.length) === signature;
}

/** The most bytes that a file may have. */
export function largestFile(account: Account | undefined): number {
  return account?.plan === "pro" ? 64_000 : 16_000;
}
