/** The script of help sites. Every page can be read without it. */
import { startCopying } from "./copy-buttons.js";
import { startSearch } from "./search-box.js";
import { startTabs } from "./tabs.js";

for (const block of document.querySelectorAll<HTMLElement>(".tabs")) startTabs(block);
startCopying();
const form = document.querySelector<HTMLFormElement>("form.search");
if (form !== null) startSearch(form);
