/** The script of help sites. Every page can be read without it. */
import { startCopying } from "./copy-buttons.js";
import { startSearch } from "./search-box.js";
import { startTabs } from "./tabs.js";

startTabs(document.querySelectorAll<HTMLElement>(".tabs"));
startCopying();
const form = document.querySelector<HTMLFormElement>("form.search");
if (form !== null) startSearch(form);
