/** Keys for programs. */
import { randomBytes } from "node:crypto";
import type { Context } from "hono";
import { z } from "zod";
import { objectIn } from "./bodies.js";
import { admit, writerFor } from "./callers.js";
import type { Host } from "./host.js";
import { linkFor } from "./links.js";
import { needCode } from "./second-factor.js";

const Body = z.strictObject({
  name: z.string().trim().min(1).max(40),
  scopes: z.array(z.enum(["files:read", "files:write", "keys:write"])).min(1),
  /** How long the key is good; without it, for good. */
  days: z.int().min(1).max(90).optional(),
  code: z.string().optional(),
});

/** `POST /keys` with `{ name, scopes, days?, code? }`. */
export const createKey = (host: Host) =>
  host.errors.operation("create_key", (raise) => async (context: Context) => {
    admit(host, context, raise);
    const { account, isSession } = writerFor("keys:write", host, context, raise);
    const pause = host.state.paces.newKeys.pauseFor(account.id);
    if (pause) throw raise.rate_limited({ action: { type: "wait", seconds: pause.seconds } });
    if (account.isClosedToPrograms && !isSession) {
      const url = `${host.base}/keys`;
      const label = "Get a key in the dashboard";
      throw raise.registration_closed({ action: { type: "redirect", url, label } });
    }
    const sent = await objectIn(host, context, raise);
    const { name, scopes, days, code } = await host.errors.validate(Body, sent, "body");
    needCode(account, code, raise);
    const keys = [...host.state.keys.values()].filter(
      (key) => key.account === account && !key.isRevoked && !key.isSession,
    );
    if (keys.some((key) => key.name === name)) throw raise.conflict();
    if (!account.isVerified && keys.length >= 3) {
      const url = await linkFor(host, "/verify", account);
      const label = "Verify your email address";
      throw raise.key_limit_reached({ action: { type: "verify", url, label } });
    }
    if (days === undefined && account.plan === "free")
      throw raise.plan_required({ required_plan: "Pro" });
    const token = `key-${randomBytes(16).toString("hex")}`;
    const expires = days === undefined ? {} : { expires: Date.now() + days * 86_400_000 };
    host.state.keys.set(token, { token, name, account, scopes, ...expires });
    return context.json({ token, name, scopes }, 201);
  });
