/** Images that have to be kept, because of an investigation. */
import { createHash } from "node:crypto";
import type { Context } from "hono";
import { z } from "zod";
import { objectIn } from "./bodies.js";
import { admit, keyFor } from "./callers.js";
import type { Host, Raising } from "./host.js";
import { imageAt } from "./images.js";
import { reach } from "./neighbours.js";
import type { Hold, Image } from "./state.js";

/** The most bytes that a bundle may have. */
const largestBundle = 80_000;

/** `GET /admin/images/{image_id}/evidence` */
export const exportEvidence = (host: Host) =>
  host.errors.operation("export_evidence", (raise) => (context: Context) => {
    admit(host, context, raise);
    keyFor("legal", host, context, raise);
    const image = imageAt(host, context, raise);
    const incident = incidentOf(image.hold, raise);
    const bytes = originalOf(image, context, raise);
    if (bytes.length > largestBundle) throw raise.too_large_for_bundle();
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const file = Buffer.from(bytes).toString("base64");
    return context.json({ image_id: image.id, incident, sha256, file });
  });

const Report = z.strictObject({ authority: z.string().trim().min(1).max(80) });

/** `POST /admin/images/{image_id}/report` with `{ authority }`. */
export const reportIncident = (host: Host) =>
  host.errors.operation("report_incident", (raise) => async (context: Context) => {
    admit(host, context, raise);
    keyFor("legal", host, context, raise);
    const image = imageAt(host, context, raise);
    const incident = incidentOf(holdOf(image, raise), raise);
    originalOf(image, context, raise);
    const sent = await objectIn(host, context, raise);
    const { authority } = await host.errors.validate(Report, sent, "body");
    return context.json({ image_id: image.id, incident, authority }, 202);
  });

/** `DELETE /admin/images/{image_id}/hold` */
export const releaseHold = (host: Host) =>
  host.errors.operation("release_hold", (raise) => (context: Context) => {
    admit(host, context, raise);
    keyFor("legal", host, context, raise);
    const image = imageAt(host, context, raise);
    const hold = holdOf(image, raise);
    incidentOf(hold, raise);
    if (hold.preserveUntil.getTime() > Date.now())
      throw raise.preservation_window_active({ preserve_until: hold.preserveUntil.toISOString() });
    host.state.images.set(image.id, { ...image, hold: undefined });
    return context.body(null, 204);
  });

function holdOf({ hold }: Image, raise: Raising<"not_under_hold">): Hold {
  if (hold === undefined) throw raise.not_under_hold();
  return hold;
}

function incidentOf(hold: Hold | undefined, raise: Raising<"no_incident">): string {
  if (hold?.incident === undefined) throw raise.no_incident();
  return hold.incident;
}

/** The file as it was uploaded. */
function originalOf(
  { bytes, isInOldStorage }: Image,
  context: Context,
  raise: Raising<"bytes_unavailable" | "legacy_object_unavailable">,
): Uint8Array {
  if (isInOldStorage) throw raise.legacy_object_unavailable();
  try {
    reach("storage", context);
  } catch (cause) {
    throw raise.bytes_unavailable({ cause });
  }
  if (bytes === undefined) throw raise.bytes_unavailable();
  return bytes;
}
