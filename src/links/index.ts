/** The entry `errdex/links`: links that are signed, for the actions that errors offer. Needs WebCrypto. */
export type { LinkKey, LinkSecret } from "./link-key.js";
export { type SignLinkOptions, signLink } from "./sign-link.js";
export {
  type LinkFault,
  type VerifiedLink,
  type VerifyLinkOptions,
  verifyLink,
} from "./verify-link.js";
