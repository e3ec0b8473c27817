/** Images come in from other websites. */
import type { Context } from "hono";
import { z } from "zod";
import { objectIn } from "./bodies.js";
import { admit, writerFor } from "./callers.js";
import { isWhole, largestFile, typeOf } from "./files.js";
import type { Host } from "./host.js";
import { keepImage, needRoom, Title } from "./keep-image.js";
import { fetchFrom } from "./neighbours.js";

const Body = z.strictObject({ url: z.url({ protocol: /^https$/ }), title: Title });

/** `POST /images/import` with `{ url, title? }`. */
export const importImage = (host: Host) =>
  host.errors.operation("import_image", (raise) => async (context: Context) => {
    admit(host, context, raise);
    const { account } = writerFor("files:write", host, context, raise);
    await needRoom(host, account, raise);
    const sent = await objectIn(host, context, raise);
    const { url, title } = await host.errors.validate(Body, sent, "body");
    const found = await fetchFrom(url).catch((cause) => {
      throw raise.fetch_failed({ cause, status: cause.name === "TimeoutError" ? 504 : 502 });
    });
    const type = typeOf(found.type, raise);
    const most = largestFile(account);
    const size = found.body.length;
    if (size > most) throw raise.file_too_large({ max_bytes: most, size_bytes: size });
    if (!isWhole(found.body, type)) throw raise.import_failed();
    return keepImage(host, context, { owner: account, title, type, bytes: found.body }, raise);
  });
