/** One image host six times: each answers under a path of its own, in the format of that name. */
import { imagebin, imagizer, imgPro, picora, pinarkive, problem } from "errdex/image-hosting/wire";
import { Hono } from "hono";
import { mount } from "hono/mount";
import { type HostSettings, hostErrors } from "./host.js";
import { imageHost } from "./image-host.js";

/** The formats, by the paths that speak them. */
export const formats = {
  imagebin,
  imgpro: imgPro,
  imagizer,
  pinarkive,
  picora,
  problem,
};

/** The six, with one state. */
export function imageService(settings: Omit<HostSettings, "format">): Hono {
  const app = hostErrors({ ...settings, format: problem }).install(new Hono());
  for (const [name, format] of Object.entries(formats)) {
    const base = `${settings.base}/${name}`;
    app.all(`/${name}/*`, mount(imageHost({ ...settings, format, base }).fetch));
  }
  return app;
}
