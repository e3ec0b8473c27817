/** Which language to answer in: RFC 9110 section 12.5.4, by the lookup of RFC 4647 section 3.4. */
import type { Translation } from "./translation.js";

/** A language that somebody asked for. */
interface Range {
  /** In small letters; `*` is whatever no other range covers. */
  readonly tag: string;
  /** From 0, which excludes it, to 1. */
  readonly quality: number;
}

/** The language of catalogs. */
const english = "en";

/**
 * The translation that somebody wants, or undefined for the catalog's own English: it was asked for, or nothing that is
 * offered was. Never throws; what is malformed in the header is passed over.
 *
 * @param acceptLanguage the header Accept-Language, or the languages of a browser, joined with commas.
 */
export function chooseTranslation(
  acceptLanguage: string | null | undefined,
  translations: readonly Translation[],
): Translation | undefined {
  const ranges = rangesIn(acceptLanguage ?? "");
  const offered = new Map<string, Translation | undefined>([[english, undefined]]);
  for (const each of translations) offered.set(each.locale.toLowerCase(), each);
  const likely = likelyTags();
  let unnamed: string | undefined;
  for (const tag of offered.keys()) {
    const covering = rangeOf(tag, ranges);
    if (covering?.quality === 0) offered.delete(tag);
    else if (covering?.tag === "*") unnamed ??= tag;
  }
  let chosen: { readonly quality: number; readonly tag: string } | undefined;
  for (const { tag, quality } of ranges) {
    if (quality === 0 || (chosen !== undefined && quality <= chosen.quality)) continue;
    const found = tag === "*" ? unnamed : lookUp(tag, offered, likely);
    if (found !== undefined) chosen = { quality, tag: found };
  }
  return offered.get(chosen?.tag ?? english);
}

// RFC 5646 section 4.4.1: no tag that is used is longer than 35 characters.
const range =
  /^(\*|[a-z]{1,8}(?:-[a-z\d]{1,8}){0,8})(?:[\t ]*;[\t ]*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?))?$/i;

function rangesIn(header: string): readonly Range[] {
  return header.split(",").flatMap((element) => {
    const [, tag, quality = "1"] = range.exec(element.trim()) ?? [];
    return tag === undefined ? [] : { tag: tag.toLowerCase(), quality: Number(quality) };
  });
}

/** The longest range that covers a language; undefined where none does. */
function rangeOf(tag: string, ranges: readonly Range[]): Range | undefined {
  let longest: Range | undefined;
  for (const each of ranges) {
    const isCovered = each.tag === "*" || `${tag}-`.startsWith(`${each.tag}-`);
    const length = longest === undefined || longest.tag === "*" ? 0 : longest.tag.length;
    if (isCovered && (longest === undefined || (each.tag !== "*" && each.tag.length > length)))
      longest = each;
  }
  return longest;
}

/**
 * The longest beginning of the range that is offered: `de-CH` finds `de`. What is written in another script is another
 * language to its readers: `zh-TW` finds `zh-Hant`, and never `zh`.
 */
function lookUp(
  wanted: string,
  offered: ReadonlyMap<string, unknown>,
  likely: LikelyTags,
): string | undefined {
  const full = likely(wanted);
  const subtags = wanted.split("-");
  for (; subtags.length > 0; subtags.pop()) {
    // A single letter stands for nothing without what follows it.
    if (subtags.length > 1 && subtags.at(-1)?.length === 1) continue;
    const tag = subtags.join("-");
    if (offered.has(tag) && likely(tag)?.script === full?.script) return tag;
  }
  if (full === undefined) return undefined;
  let general: string | undefined;
  for (const tag of offered.keys()) {
    const each = likely(tag);
    if (each?.language !== full.language || each.script !== full.script) continue;
    if (each.ownRegion === full.region) return tag;
    if (each.ownRegion === undefined) general ??= tag;
  }
  return general;
}

/** A tag with the subtags that it most likely means (UTS 35, likely subtags), an old one as its new one: `iw` is `he`. */
interface LikelyTag {
  readonly language: string;
  readonly script: string | undefined;
  readonly region: string | undefined;
  /** The region that the tag itself names. */
  readonly ownRegion: string | undefined;
}

type LikelyTags = (tag: string) => LikelyTag | undefined;

/** Asks the platform once for each tag; undefined where it knows no languages, or the tag is none. */
function likelyTags(): LikelyTags {
  const known = new Map<string, LikelyTag | undefined>();
  return (tag) => {
    if (!known.has(tag)) known.set(tag, likelyTag(tag));
    return known.get(tag);
  };
}

function likelyTag(tag: string): LikelyTag | undefined {
  try {
    const own = new Intl.Locale(tag);
    const { language, script, region } = own.maximize();
    return { language, script, region, ownRegion: own.region };
  } catch {
    return undefined;
  }
}
