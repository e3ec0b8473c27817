/** The few pictures of the site, each a path that takes the colour of the text around it. */
import type { Retry } from "../../model/catalog.js";
import { type Html, html } from "../text/html.js";

/** The icon of the site, as a file of its own. */
export const siteIcon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#3d4ea8"/><path d="M9 10h14M9 16h9M9 22h14" stroke="#fff" stroke-width="3" stroke-linecap="round"/></svg>\n';

const paths: Readonly<Record<Retry, string>> = {
  // A circle with a bar through it.
  never: "M8 1.75a6.25 6.25 0 1 0 0 12.5 6.25 6.25 0 0 0 0-12.5M3.6 3.6l8.8 8.8",
  // A clock.
  after: "M8 1.75a6.25 6.25 0 1 0 0 12.5 6.25 6.25 0 0 0 0-12.5M8 4.5V8l2.4 1.6",
  // Bars that grow.
  backoff: "M2.75 13.25v-2.5M6.25 13.25v-5M9.75 13.25v-7.5M13.25 13.25v-10.5",
};

/** The icon of a retry; the words beside it say the same. */
export function retryIcon(retry: Retry): Html {
  return icon(paths[retry]);
}

/** An arrow to what follows. */
export function arrowIcon(): Html {
  return icon("M3 8h9.5M8.75 4.25 12.5 8l-3.75 3.75");
}

function icon(path: string): Html {
  return html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d="${path}"/></svg>`;
}
