/** The text of an element that has attributes. */
import { memberOf } from "../layout.js";

/** What a text variable reads of an element. */
export const elementText = (value: unknown): unknown => memberOf(value, "#text") ?? value;
