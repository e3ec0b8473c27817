/** An image host in small: what it can do, each by an operation of the catalog. */

import { apiVersionDeprecated } from "errdex/image-hosting";
import { Hono } from "hono";
import { requestId } from "hono/request-id";
import { type HostSettings, hostErrors } from "./host.js";
import { deleteImage, updateImage, viewImage } from "./images.js";
import { importImage } from "./import.js";
import { createKey } from "./keys.js";
import { exportEvidence, releaseHold, reportIncident } from "./legal-hold.js";
import { followLink } from "./links.js";
import { signIn } from "./sessions.js";
import { uploadImage } from "./upload.js";

/** The app. Whatever fails in it is answered in its format. */
export function imageHost(settings: HostSettings): Hono {
  const errors = hostErrors(settings);
  const host = { ...settings, errors };
  const app = new Hono();
  app.use(requestId());
  errors.install(app);

  app.post("/images", uploadImage(host));
  app.post("/images/import", importImage(host));
  app.get("/images/:image_id", viewImage(host));
  app.patch("/images/:image_id", updateImage(host));
  app.delete("/images/:image_id", deleteImage(host));

  app.post("/keys", createKey(host));
  app.post("/sessions", signIn(host));

  app.get("/admin/images/:image_id/evidence", exportEvidence(host));
  app.post("/admin/images/:image_id/report", reportIncident(host));
  app.delete("/admin/images/:image_id/hold", releaseHold(host));

  app.get("/upgrade", followLink(host, "/upgrade"));
  app.get("/verify", followLink(host, "/verify"));

  // The first version is gone, with all that was in it.
  app.all("/v1/*", () => {
    throw apiVersionDeprecated({ current_api_base: settings.base });
  });
  return app;
}
