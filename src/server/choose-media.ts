/** Which of the media types on offer a request wants: proactive negotiation, RFC 9110 section 12.5.1. */

interface MediaRange {
  readonly type: string;
  /** From 0, which excludes it, to 1. */
  readonly quality: number;
}

/**
 * The place of the best of the types. An earlier one wins over a later that is wanted as much. The first where nothing
 * that is offered is wanted: an error in a form that nobody asked for says more than 406.
 *
 * What is malformed in the header is passed over. Parameters other than `q` do not count.
 */
export function chooseMedia(accept: string | null | undefined, offered: readonly string[]): number {
  const ranges = rangesIn(accept ?? "");
  if (ranges.length === 0) return 0;
  let best = 0;
  let most = 0;
  offered.forEach((media, index) => {
    const quality = qualityOf(bareType(media), ranges);
    if (quality <= most) return;
    best = index;
    most = quality;
  });
  return best;
}

function rangesIn(accept: string): readonly MediaRange[] {
  return accept.split(",").flatMap((element): MediaRange[] => {
    const [type = "", ...parameters] = element.split(";").map((part) => part.trim().toLowerCase());
    if (!/^[^\s/]+\/[^\s/]+$/.test(type)) return [];
    const weight = parameters.find((each) => /^q\s*=/.test(each));
    if (weight === undefined) return [{ type, quality: 1 }];
    const text = weight.replace(/^q\s*=\s*/, "");
    return /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(text)
      ? [{ type, quality: Number(text) }]
      : [];
  });
}

/** By the most specific range that covers the type. */
function qualityOf(media: string, ranges: readonly MediaRange[]): number {
  const [type = "", subtype = ""] = media.split("/");
  const [, suffix] = /\+([a-z\d]+)$/.exec(subtype) ?? [];
  const qualityFor = (range: string) =>
    ranges.reduce<number | undefined>(
      (most, each) => (each.type === range ? Math.max(most ?? 0, each.quality) : most),
      undefined,
    );
  return (
    qualityFor(media) ??
    // Whoever reads JSON reads a problem as well, though RFC 9110 knows nothing of suffixes.
    ((suffix && qualityFor(`${type}/${suffix}`)) ||
      (qualityFor(`${type}/*`) ?? qualityFor("*/*") ?? 0))
  );
}

function bareType(media: string): string {
  return (media.split(";")[0] as string).trim().toLowerCase();
}
