/** Makes links that carry who they are for and how long they hold, and cannot be changed. */
import { ownMembers } from "../runtime/own-member.js";
import { keyId, type LinkKey, signatureOf } from "./link-key.js";
import { linkParts, ownParameters, signedText } from "./signed-text.js";

/** What a link is signed with and for. */
export interface SignLinkOptions {
  readonly key: LinkKey;
  /** Who or what the link is for: the parameter `t`. People can read it. */
  readonly token: string;
  /** When it ends, as a date or in milliseconds since 1970. Cut to seconds: the parameter `exp`. */
  readonly expires: Date | number;
  /** When it begins, likewise: the parameter `nbf`. */
  readonly notBefore?: Date | number;
  /** The method of the request that it is for. Default: `GET`. */
  readonly method?: string;
}

/**
 * The link with `t`, `exp` and `sig`, and with `kid` where the key has a name. Path, method and all parameters are
 * signed; scheme, host and what follows `#` are not, since a service behind a proxy does not see them.
 *
 * @param link an address, or a path with its query.
 * @throws TypeError where it is no link or has such parameters already, where there is no token, where the time is none,
 * and where the key is too short. No message has the key or the link.
 */
export async function signLink(link: string | URL, options: SignLinkOptions): Promise<string> {
  const { key, token, expires, notBefore, method = "GET" } = ownMembers(options);
  const parts = linkParts(link);
  if (parts === undefined) throw new TypeError("What is to be signed is no link.");
  if (parts.parameters.some(({ name }) => ownParameters.includes(name)))
    throw new TypeError(`A link that is to be signed has none of ${ownParameters.join(", ")}.`);
  if (typeof token !== "string" || token === "" || /\p{Surrogate}/u.test(token))
    throw new TypeError("A signed link needs a token, which is a text.");
  const id = keyId(key);
  const added = [
    `t=${encodeURIComponent(token)}`,
    `exp=${secondsOf(expires)}`,
    ...(notBefore === undefined ? [] : [`nbf=${secondsOf(notBefore)}`]),
    ...(id === undefined ? [] : [`kid=${encodeURIComponent(id)}`]),
  ].join("&");
  const { origin, path, query, fragment } = parts;
  const unsigned = `${origin}${path}${query === "" ? "?" : `${query}&`}${added}`;
  // Read as it will be when it is verified.
  const written = linkParts(unsigned);
  if (written === undefined) throw new TypeError("What is to be signed is too long.");
  const signature = await signatureOf(signedText(method, written), key);
  return `${unsigned}&sig=${signature}${fragment}`;
}

function secondsOf(time: Date | number): number {
  const seconds = Math.floor(Number(time) / 1000);
  if (!(seconds >= 0 && seconds < 1e12)) throw new TypeError("The time of a signed link is none.");
  return seconds;
}
