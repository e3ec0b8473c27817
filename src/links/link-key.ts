/** Keys of signed links, and signatures with them: HMAC-SHA-256 by WebCrypto. */

import { memberIn } from "../runtime/own-member.js";

/** A secret: at least 16 bytes, best 32 or more that are random. A text stands for its bytes in UTF-8. */
export type LinkSecret = string | Uint8Array;

/** A secret, with a name where several are in use. The name is in the link. */
export type LinkKey = LinkSecret | { readonly id: string; readonly secret: LinkSecret };

/** What is used of `crypto.subtle`. */
interface Subtle {
  importKey(
    format: "raw",
    key: Uint8Array,
    algorithm: { readonly name: string; readonly hash: string },
    extractable: boolean,
    usages: readonly string[],
  ): Promise<unknown>;
  sign(algorithm: "HMAC", key: unknown, data: Uint8Array): Promise<ArrayBuffer>;
}

const shortest = 16;
/** 256 bits in base64url. */
const signatureLength = 43;

/** The name of a key, where it has one. */
export function keyId(key: LinkKey): string | undefined {
  return isSecret(key) ? undefined : memberIn(key, "id");
}

/**
 * The signature of a text, in base64url.
 *
 * @throws TypeError where the key is too short or is none. The message does not have it.
 */
export async function signatureOf(text: string, key: LinkKey): Promise<string> {
  const secret = isSecret(key) ? key : memberIn(key, "secret");
  const bytes = typeof secret === "string" ? new TextEncoder().encode(secret) : secret;
  if (!(bytes instanceof Uint8Array) || bytes.length < shortest)
    throw new TypeError(`The key of a signed link needs at least ${shortest} bytes.`);
  const { subtle } = globalThis.crypto as unknown as { readonly subtle: Subtle };
  const hmac = { name: "HMAC", hash: "SHA-256" };
  const imported = await subtle.importKey("raw", bytes, hmac, false, ["sign"]);
  const signature = await subtle.sign("HMAC", imported, new TextEncoder().encode(text));
  const binary = String.fromCharCode(...new Uint8Array(signature));
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** Whether the text has the form of a signature. */
export function isSignature(text: string): boolean {
  return text.length === signatureLength && /^[\w-]+$/.test(text);
}

/** Whether two signatures are the same, in a time that does not depend on where they differ. */
export function isSameSignature(one: string, other: string): boolean {
  let difference = one.length ^ other.length;
  for (let index = 0; index < signatureLength; index += 1)
    difference |= one.charCodeAt(index) ^ other.charCodeAt(index);
  return difference === 0;
}

function isSecret(key: LinkKey): key is LinkSecret {
  return typeof key === "string" || key instanceof Uint8Array;
}
