/** How a text is put into a place of a catalog. */
import { inlineMarkdown } from "../../../src/runtime/inline-markdown.js";
import { addFallback, type World } from "./world.js";

/** Puts a text into a place; places with the same id belong to one entry, format or locale. */
export type Put = (world: World, text: string, id: string) => void;

/** How a place is filled. */
export interface Position {
  readonly put: Put;
  /** A text that does no harm there. */
  readonly harmless: (id: string) => string;
  /** Whether a catalog has room for one such text alone. */
  readonly single: boolean;
  /** Whether the text names something. */
  readonly isName: boolean;
  /** Whether no output shows the text. */
  readonly isUnseen?: boolean;
  /** Texts that mean something there, so that more than a text becomes of them. */
  readonly speaks?: Pick<RegExp, "test">;
}

/** A harmless text. */
export const plain = (id: string): string => `Harmless ${id}`;
/** A harmless name. */
export const identifier = (id: string): string => `harmless${id}`;

/** A place that each of many has. */
export const many = (put: Put, harmless = plain): Position => ({
  put,
  harmless,
  single: false,
  isName: harmless !== plain,
});
/** A place that a catalog has once. */
export const one = (put: Put, harmless = plain): Position => ({
  ...many(put, harmless),
  single: true,
});
/** The same place, in a catalog with a module for servers. */
export const served = (position: Position): Position => ({
  ...position,
  put: (world, text, id) => {
    addFallback(world);
    position.put(world, text, id);
  },
});
/** The same place, which takes Markdown: with marks in it a text is more than a text. */
export const marked = (position: Position): Position => ({
  ...position,
  speaks: {
    test: (text) => inlineMarkdown(text).some((piece) => "inner" in piece || piece.text !== text),
  },
});
/** The same place, where some texts mean something. */
export const speaking = (position: Position, speaks: RegExp): Position => ({ ...position, speaks });
