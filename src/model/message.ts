/** Message templates: text with places for fields. */
import type { Span } from "./source.js";

/** A message, header or other text with placeholders. */
export interface MessageTemplate {
  /** As the catalog has it. */
  readonly text: string;
  readonly at: Span;
  readonly parts: readonly MessagePart[];
}

/** Plain text, or the value at a path of fields. */
export type MessagePart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "placeholder"; readonly path: readonly string[]; readonly at: Span };

/** A place for a field. */
export type Placeholder = Extract<MessagePart, { kind: "placeholder" }>;

/** The places for fields in a template. */
export function placeholdersIn({ parts }: MessageTemplate): readonly Placeholder[] {
  return parts.filter((part) => part.kind === "placeholder");
}
