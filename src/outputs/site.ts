/** `outputs.site`: the help site. */
import { siteFiles } from "../model/site-address.js";
import { defineOutput } from "./output-definition.js";

export const site = defineOutput({
  key: "site",
  description: "A folder for the help site.",
  isSingle: true,
  files: () => siteFiles,
});
