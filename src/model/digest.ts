/** Short digests, by which a text is known again: FNV-1a of 64 bits. They show accidents, and keep nobody from anything. */

/** The digest of the UTF-8 of all texts together, as 16 hexadecimal digits. */
export function digestOf(texts: Iterable<string>): string {
  const encoder = new TextEncoder();
  // Two halves of the offset basis; the prime is 2^40 + 0x1b3.
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (const text of texts)
    for (const byte of encoder.encode(text)) {
      const mixed = (low ^ byte) >>> 0;
      const product = mixed * 0x1b3;
      const carried = (product - (product >>> 0)) / 2 ** 32;
      high = (high * 0x1b3 + carried + mixed * 2 ** 8) % 2 ** 32;
      low = product >>> 0;
    }
  return [high, low].map((half) => half.toString(16).padStart(8, "0")).join("");
}
