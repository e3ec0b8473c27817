/** Stacks for logs: the frames, under a first line of our own. */
import { escapeControls } from "../runtime/escape-controls.js";
import { maskKeys } from "./mask-credentials.js";
import { readMember } from "./thrown-value.js";

const longestFrame = 500;
const mostFrames = 100;
/** A stack may be whatever text somebody has put there. */
const mostLines = 10_000;

/** `at …` of V8, `name@file:1:2` of other engines. */
const frame = /^(?:\s+at .|[^\s@]*@.*:\d+$)/;

/**
 * The frames of the error's stack. Its own first line is left out: it has the message as it was when the stack was
 * captured.
 *
 * @param title stands on the first line instead.
 */
export function loggedStack(error: unknown, title: string): string | undefined {
  const stack = readMember(error, "stack");
  if (typeof stack !== "string") return undefined;
  const said = readMember(error, "message");
  // A message of several lines may have what looks like a frame.
  const without = typeof said === "string" ? stack.replace(said, "") : stack;
  const frames = without.split("\n", mostLines).filter((line) => frame.test(line));
  if (frames.length === 0) return undefined;
  const more = frames.length - mostFrames;
  return [
    title,
    ...frames.slice(0, mostFrames).map(safeFrame),
    ...(more > 0 ? [`    … ${more} more`] : []),
  ].join("\n");
}

function safeFrame(line: string): string {
  return escapeControls(maskKeys(line.slice(0, longestFrame)));
}
