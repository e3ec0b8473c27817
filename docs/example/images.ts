/** Images are looked at, changed and deleted. */
import type { Context } from "hono";
import { z } from "zod";
import { objectIn } from "./bodies.js";
import { admit, keyFor, writerFor } from "./callers.js";
import type { Host, Raising } from "./host.js";
import { shown, tagOf } from "./keep-image.js";
import { reach, render } from "./neighbours.js";
import type { Bytes, Image, Key } from "./state.js";

const widths = [320, 640, 1280];

/** `GET /images/{image_id}?width=…` */
export const viewImage = (host: Host) =>
  host.errors.operation("view_image", (raise) => async (context: Context) => {
    admit(host, context, raise);
    const image = imageAt(host, context, raise);
    if (image.isPrivate) needOwner(keyFor("files:read", host, context, raise), image, raise);
    const stored = bytesOf(image, context, raise);
    const width = context.req.query("width");
    const headers = {
      "Content-Type": image.type,
      "X-Content-Type-Options": "nosniff",
      ETag: tagOf(image),
    };
    if (width === undefined) return context.body(stored, 200, headers);
    if (!widths.includes(Number(width)))
      throw raise.bad_request({ configuration_key: "imageParamValidations", origin: "self" });
    const rendered = await render(stored, Number(width), context).catch((cause) => {
      throw cause.name === "TimeoutError"
        ? raise.gateway_timeout({ configuration_key: "backendTimeout", origin: "self" }, { cause })
        : raise.bad_gateway({ origin: "backend" }, { cause });
    });
    return context.body(rendered, 200, headers);
  });

const Change = z.strictObject({
  title: z.string().trim().min(1).max(80).optional(),
  labels: z.record(z.string(), z.string().min(1)).optional(),
  private: z.boolean().optional(),
});

/** `PATCH /images/{image_id}` with what changes. */
export const updateImage = (host: Host) =>
  host.errors.operation("update_image", (raise) => async (context: Context) => {
    admit(host, context, raise);
    const key = writerFor("files:write", host, context, raise);
    const sent = await objectIn(host, context, raise);
    const change = await host.errors.validate(Change, sent, "body");
    // From here on nothing is waited for, so nobody else changes the image.
    const image = imageAt(host, context, raise);
    needOwner(key, image, raise);
    const known = context.req.header("if-match");
    if (known !== undefined && known !== tagOf(image)) throw raise.conflict();
    if (change.private && key.account.plan === "free")
      throw raise.plan_required({ required_plan: "Pro" });
    const { title = image.title, labels = image.labels } = change;
    const isPrivate = change.private ?? image.isPrivate;
    const changed = { ...image, title, labels, isPrivate, version: image.version + 1 };
    try {
      reach("storage", context);
      host.state.images.set(image.id, changed);
    } catch (cause) {
      throw raise.update_failed({ cause });
    }
    return context.json(shown(changed), 200, { ETag: tagOf(changed) });
  });

/** `DELETE /images/{image_id}` */
export const deleteImage = (host: Host) =>
  host.errors.operation("delete_image", (raise) => async (context: Context) => {
    admit(host, context, raise);
    const key = writerFor("files:write", host, context, raise);
    const image = imageAt(host, context, raise);
    needOwner(key, image, raise);
    // What is under hold has to be kept, and its owner need not know that it is.
    if (image.hold !== undefined) throw raise.forbidden();
    try {
      reach("storage", context);
      host.state.images.delete(image.id);
    } catch (cause) {
      throw raise.delete_failed({ cause });
    }
    key.account.uploads -= 1;
    return context.body(null, 204);
  });

/** The image that a path names. */
export function imageAt({ state }: Host, { req }: Context, raise: Raising<"not_found">): Image {
  const image = state.images.get(req.param("image_id") ?? "");
  if (image === undefined) throw raise.not_found({ origin: "self" });
  return image;
}

function needOwner({ account }: Key, { owner }: Image, raise: Raising<"forbidden">): void {
  if (owner !== account) throw raise.forbidden({ origin: "self" });
}

function bytesOf({ bytes }: Image, context: Context, raise: Raising<"storage_error">): Bytes {
  const request_id = context.get("requestId");
  try {
    reach("storage", context);
  } catch (cause) {
    throw raise.storage_error({ request_id }, { cause });
  }
  if (bytes === undefined) throw raise.storage_error({ request_id });
  return bytes;
}
