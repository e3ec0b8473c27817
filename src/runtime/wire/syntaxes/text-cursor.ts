/** A place in a text that is read once, from its start to its end. */

/** Walks through a text. What does not match leaves it where it is. */
export class TextCursor {
  at = 0;
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** The match of a sticky pattern at this place; walks on behind it. */
  take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text) ?? undefined;
    if (found !== undefined) this.at = pattern.lastIndex;
    return found;
  }

  /** Whether the text has these characters at this place; walks on behind them. */
  skip(characters: string): boolean {
    const isThere = this.text.startsWith(characters, this.at);
    if (isThere) this.at += characters.length;
    return isThere;
  }

  /** What stands between this place and the next mark; walks on behind the mark. */
  takeUntil(mark: string): string | undefined {
    const end = this.text.indexOf(mark, this.at);
    if (end < 0) return undefined;
    const taken = this.text.slice(this.at, end);
    this.at = end + mark.length;
    return taken;
  }
}
