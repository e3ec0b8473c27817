/** The script of the search, which a page loads when somebody begins to search. */
import { createSearch } from "./search.js";

Object.assign(globalThis, { errdexCreateSearch: createSearch });
