/** Images come in from people who upload them, signed in or not. */
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";
import { z } from "zod";
import { fileIn } from "./bodies.js";
import { admit, keyOf, needScope, needStanding } from "./callers.js";
import { isWhole, largestFile, typeOf } from "./files.js";
import type { Host, Raising } from "./host.js";
import { keepImage, needRoom, Title } from "./keep-image.js";
import { isPerson } from "./neighbours.js";

const Query = z.object({ title: Title });

/** `POST /images?title=…` with the file as its body. */
export const uploadImage = (host: Host) =>
  host.errors.operation("upload_image", (raise) => async (context: Context) => {
    admit(host, context, raise);
    const key = keyOf(host, context, raise);
    if (key === undefined) {
      await admitStranger(host, context, raise);
    } else {
      needScope("files:write", key, raise);
      needStanding(key, raise);
      await needRoom(host, key.account, raise);
    }
    const { title } = await host.errors.validate(Query, context.req.query(), "query");
    const type = typeOf(context.req.header("content-type"), raise);
    const bytes = await fileIn(context, largestFile(key?.account), raise);
    if (!isWhole(bytes, type)) throw raise.upload_failed();
    return keepImage(host, context, { owner: key?.account, title, type, bytes }, raise);
  });

/** People without a key may upload now and then. */
async function admitStranger(
  host: Host,
  context: Context,
  raise: Raising<"turnstile_failed" | "rate_limited">,
): Promise<void> {
  if (!isPerson(context.req.header("x-turnstile"))) throw raise.turnstile_failed();
  const address = getConnInfo(context).remote.address ?? "";
  const pause = host.state.paces.anonymousUploads.pauseFor(address);
  if (pause === undefined) return;
  const url = `${host.base}/keys`;
  throw raise.rate_limited({
    action: { type: "redirect", url, label: "Create an API key" },
    retry_after: pause.seconds,
  });
}
