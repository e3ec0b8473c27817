/** People sign in. */
import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import type { Context } from "hono";
import { z } from "zod";
import { objectIn } from "./bodies.js";
import { admit } from "./callers.js";
import type { Host } from "./host.js";
import { needCode } from "./second-factor.js";
import type { Account, Key } from "./state.js";

const Body = z.strictObject({
  email: z.email(),
  password: z.string().max(200),
  code: z.string().optional(),
});

const minutes = 15;

/** `POST /sessions` with `{ email, password, code? }`. */
export const signIn = (host: Host) =>
  host.errors.operation("sign_in", (raise) => async (context: Context) => {
    admit(host, context, raise);
    const sent = await objectIn(host, context, raise);
    const { email, password, code } = await host.errors.validate(Body, sent, "body");
    const { signIns } = host.state.paces;
    const pause = signIns.pauseFor(email);
    if (pause) {
      const [limit, reset_at] = [signIns.limit, pause.until.toISOString()];
      throw raise.rate_limited({ retry_after: pause.seconds, limit, remaining: 0, reset_at });
    }
    const account = host.state.accounts.find((each) => each.email === email);
    if (!(await isPassword(password, account)) || account === undefined) throw raise.unauthorized();
    if (account.isBanned) throw raise.forbidden({ origin: "self" });
    needCode(account, code, raise);
    const token = `session-${randomBytes(16).toString("hex")}`;
    const scopes: Key["scopes"] = ["files:read", "files:write", "keys:write"];
    const expires = Date.now() + minutes * 60_000;
    host.state.keys.set(token, { token, name: token, account, scopes, isSession: true, expires });
    return context.json({ token, expires_in: minutes * 60 }, 201);
  });

const hash = promisify<string, string, number, Buffer>(scrypt);

/** It takes as long for an account that is not there. */
async function isPassword(password: string, account: Account | undefined): Promise<boolean> {
  const hashed = await hash(password, "images", 32);
  const { passwordHash = Buffer.alloc(32) } = account ?? {};
  return timingSafeEqual(hashed, passwordHash);
}
