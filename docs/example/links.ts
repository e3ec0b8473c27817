/** The links that errors offer: each is for one account, and for a day. */
import { signLink, verifyLink } from "errdex/links";
import type { Context } from "hono";
import type { Host } from "./host.js";
import type { Account } from "./state.js";

const key = { id: "2026", secret: crypto.getRandomValues(new Uint8Array(32)) };
const day = 86_400_000;

/** What people can do by a link. */
export type Step = "/upgrade" | "/verify";

/** The link to a step for an account. */
export function linkFor({ base }: Host, step: Step, { id }: Account): Promise<string> {
  return signLink(`${base}${step}`, { key, token: id, expires: Date.now() + day });
}

/** `GET /upgrade`, `GET /verify`: follows a link. */
export function followLink({ base, errors, state }: Host, step: Step) {
  return async ({ req, text }: Context) => {
    const link = `${base}${step}${new URL(req.url).search}`;
    const verified = await verifyLink(link, { keys: [key] });
    const account = verified.valid && state.accounts.find(({ id }) => id === verified.token);
    if (!account) throw errors.error("route_not_found");
    if (step === "/verify") account.isVerified = true;
    else account.plan = "pro";
    return text(
      `${account.email} is now ${step === "/verify" ? "verified" : "on the plan Pro"}.\n`,
    );
  };
}
