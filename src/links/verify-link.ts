/** Tells links that were signed here, and still hold, from all others. */
import { ownMembers } from "../runtime/own-member.js";
import { isSameSignature, isSignature, keyId, type LinkKey, signatureOf } from "./link-key.js";
import { type LinkParts, linkParts, ownParameters, signedText } from "./signed-text.js";

/** What a link is verified by. */
export interface VerifyLinkOptions {
  /** The keys that were signed with: the present one, and earlier ones as long as their links hold. */
  readonly keys: readonly LinkKey[];
  /** Milliseconds since 1970. Default: now. */
  readonly now?: number;
  /** Milliseconds by which the clocks of those who sign and verify may differ. Default: 0. */
  readonly skew?: number;
  /** The method of the request. Default: `GET`. */
  readonly method?: string;
}

/**
 * Why a link does not hold:
 *
 * - `missing`: it lacks `t`, `exp` or `sig`, so it was not signed.
 * - `malformed`: it is no link, has a path such as `/a/../b`, which others may read otherwise, or has one of the parameters twice or in another form.
 * - `unknown_key`: it names a key that is none of those given.
 * - `bad_signature`: something in it was changed, or another key has signed it.
 * - `expired`, `not_yet`: it was signed with one of the keys, for another time.
 */
export type LinkFault =
  | "missing"
  | "malformed"
  | "unknown_key"
  | "bad_signature"
  | "expired"
  | "not_yet";

/** What verifying a link gives. */
export type VerifiedLink =
  | {
      readonly valid: true;
      /** Who or what it is for. */
      readonly token: string;
      /** When it ends, in milliseconds since 1970. */
      readonly expires: number;
      /** The name of the key that it was signed with, where that has one. */
      readonly key?: string;
    }
  | { readonly valid: false; readonly reason: LinkFault };

/**
 * Whether a link was signed with one of the keys, for this method and for now.
 *
 * Whatever the link is, it gives an answer and throws nothing. A time is looked at only where the signature is right.
 *
 * @param link as it arrived: an address, or the path with its query.
 * @throws TypeError where there are no keys, and where one is too short. The message does not have it.
 */
export async function verifyLink(
  link: string | URL,
  options: VerifyLinkOptions,
): Promise<VerifiedLink> {
  const { keys, now = Date.now(), skew = 0, method = "GET" } = ownMembers(options);
  if (keys.length === 0) throw new TypeError("A signed link is verified by one key or more.");
  const parts = linkParts(link);
  const claims = parts?.isPathAsWritten ? claimsOf(parts) : "malformed";
  if (parts === undefined || typeof claims === "string") return fault(claims as LinkFault);
  const { token, expires, notBefore, id, signature } = claims;
  const candidates = id === undefined ? keys : keys.filter((key) => keyId(key) === id);
  if (candidates.length === 0) return fault("unknown_key");
  const text = signedText(method, parts);
  const signatures = await Promise.all(candidates.map((key) => signatureOf(text, key)));
  // All are compared: the time says nothing about which it was.
  const same = signatures.map((each) => isSameSignature(each, signature));
  if (!same.includes(true)) return fault("bad_signature");
  // So that a time that is none lets nothing through.
  if (!(now < expires + skew)) return fault("expired");
  if (!(now >= notBefore - skew)) return fault("not_yet");
  return { valid: true, token, expires, ...(id !== undefined && { key: id }) };
}

function fault(reason: LinkFault): VerifiedLink {
  return { valid: false, reason };
}

/** What a link says of itself, before anybody knows whether it is true. */
interface Claims {
  readonly token: string;
  readonly expires: number;
  readonly notBefore: number;
  readonly id: string | undefined;
  readonly signature: string;
}

function claimsOf({ parameters }: LinkParts): Claims | "missing" | "malformed" {
  const own = parameters.filter(({ name }) => ownParameters.includes(name));
  const values = new Map(own.map(({ name, value }) => [name, value]));
  const [token, exp, signature] = [values.get("t"), values.get("exp"), values.get("sig")];
  if (!token || !exp || !signature) return "missing";
  const nbf = values.has("nbf") ? values.get("nbf") : "0";
  const isKnown = isTime(exp) && isTime(nbf) && isSignature(signature);
  // Of a parameter that is there twice, others may take the other one.
  if (!isKnown || values.size !== own.length) return "malformed";
  const [expires, notBefore] = [Number(exp) * 1000, Number(nbf) * 1000];
  return { token, expires, notBefore, id: values.get("kid"), signature };
}

function isTime(text: string | undefined): boolean {
  return text !== undefined && /^\d{1,12}$/.test(text);
}
