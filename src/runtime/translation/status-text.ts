/** What people are told of an error whose code nobody knows. */
import { memberIn, own } from "../own-member.js";
import type { Translation } from "./translation.js";

type Texts = Readonly<Record<string, string>>;

const english: Texts = {
  401: "Please sign in first.",
  403: "You are not allowed to do this.",
  404: "What you are looking for is not here.",
  408: "This took too long. Please try again.",
  409: "This does not fit what is there by now. Please look again and try once more.",
  410: "What you are looking for is no longer here.",
  413: "What you sent is too large.",
  429: "That was too often in a short time. Please wait a moment.",
  503: "This is not available right now. Please try again later.",
  504: "This took too long. Please try again.",
  "4xx": "This could not be done. Please check what you entered.",
  "5xx": "Something went wrong on our side. Please try again later.",
  other: "Something went wrong. Please try again later.",
};

const german: Texts = {
  401: "Bitte melde dich zuerst an.",
  403: "Das darfst du hier nicht.",
  404: "Das Gesuchte gibt es hier nicht.",
  408: "Das hat zu lange gedauert. Bitte versuche es noch einmal.",
  409: "Das passt nicht mehr zum jetzigen Stand. Bitte sieh nach und versuche es noch einmal.",
  410: "Das Gesuchte gibt es hier nicht mehr.",
  413: "Was du geschickt hast, ist zu groß.",
  429: "Das war zu oft in kurzer Zeit. Bitte warte einen Moment.",
  503: "Das geht gerade nicht. Bitte versuche es später noch einmal.",
  504: "Das hat zu lange gedauert. Bitte versuche es noch einmal.",
  "4xx": "Das ging nicht. Bitte prüfe deine Angaben.",
  "5xx": "Bei uns ist etwas schiefgegangen. Bitte versuche es später noch einmal.",
  other: "Etwas ist schiefgegangen. Bitte versuche es später noch einmal.",
};

/** The sentence for a status: the translation's own, else ours in its language, else ours in English. */
export function statusText(status: number, translation: Translation | undefined): string {
  const keys = [`${status}`, `${Math.floor(status / 100)}xx`, "other"];
  const language = translation?.locale.toLowerCase().split("-")[0];
  const ours = language === "de" ? german : english;
  const said = firstOf(keys, (key) => memberIn(translation, "status")?.(key));
  return said ?? firstOf(keys, (key) => own(ours, key)) ?? "";
}

function firstOf(
  keys: readonly string[],
  textOf: (key: string) => string | undefined,
): string | undefined {
  for (const key of keys) {
    const text = textOf(key);
    if (text !== undefined) return text;
  }
  return undefined;
}
