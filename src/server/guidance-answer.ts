/** An answer for a person or an agent: what the catalog says about a code, and nothing of the request. */
import type { CodeGuidance } from "../runtime/guidance.js";
import { type InlinePiece, inlineMarkdown } from "../runtime/inline-markdown.js";
import { own } from "../runtime/own-member.js";
import type { EncodedAnswer } from "../runtime/wire/wire-options.js";

/** What is said besides. */
interface GuidanceFacts {
  readonly code: string;
  readonly status: number;
  /** Seconds to wait, where the answer says so. */
  readonly retryAfter: number | undefined;
}

/** An answer of a wire format, with guidance in the place of its body. */
export function guidedAnswer(
  guidance: CodeGuidance,
  code: string,
  { status, headers }: EncodedAnswer,
  asHtml: boolean,
): EncodedAnswer {
  const { "Content-Language": _, ...rest } = headers;
  const delay = own(headers, "Retry-After");
  const retryAfter = delay !== undefined && /^\d+$/.test(delay) ? Number(delay) : undefined;
  const facts: GuidanceFacts = { code, status, retryAfter };
  return asHtml
    ? {
        status,
        headers: {
          ...rest,
          "Content-Type": "text/html; charset=utf-8",
          "Content-Security-Policy": "default-src 'none'",
          "X-Content-Type-Options": "nosniff",
        },
        body: guidanceHtml(guidance, facts),
      }
    : {
        status,
        headers: { ...rest, "Content-Type": "text/markdown; charset=utf-8" },
        body: guidanceMarkdown(guidance, facts),
      };
}

/**
 * Markdown with front matter, as agents ask for it: whether to try again, and what to do. The texts are the catalog's
 * alone, so that nobody outside can put words into an agent's ear.
 */
function guidanceMarkdown(guidance: CodeGuidance, facts: GuidanceFacts): string {
  const { title, meaning, causes, fixes, resolver, retry, page } = guidance;
  const { code, status, retryAfter } = facts;
  const matter = {
    code,
    status,
    title,
    retryable: retry === null ? undefined : retry !== "never",
    retry_after: retryAfter,
    resolver,
    docs: page,
  };
  // A JSON text is a YAML scalar (YAML 1.2 section 1.3).
  const front = Object.entries(matter).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${JSON.stringify(value)}`],
  );
  return [
    ["---", ...front, "---"].join("\n"),
    `# ${inline(title)}`,
    "## What to do next",
    fixes.map((fix, index) => `${index + 1}. ${inlineIn(fix)}`).join("\n"),
    "## What it means",
    inlineIn(meaning),
    "## Why it happens",
    causes.map((cause) => `- ${inlineIn(cause)}`).join("\n"),
    "",
  ]
    .join("\n\n")
    .trimEnd()
    .concat("\n");
}

/** A page for people: no script, no style, nothing from elsewhere. */
function guidanceHtml(guidance: CodeGuidance, { code, status }: GuidanceFacts): string {
  const { title, meaning, fixes, page } = guidance;
  const items = fixes.map((fix) => `<li>${htmlOf(inlineMarkdown(fix))}</li>`).join("");
  const isLink = page !== undefined && /^https?:\/\//.test(page);
  const link = isLink
    ? `<p><a href="${escapeHtml(page)}">More about ${escapeHtml(code)}</a></p>`
    : "";
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">',
    `<title>${escapeHtml(title)}</title></head><body><main><h1>${escapeHtml(title)}</h1>`,
    `<p>${htmlOf(inlineMarkdown(meaning))}</p><h2>What to do next</h2><ol>${items}</ol>`,
    `${link}<p><code>${escapeHtml(code)}</code> · HTTP ${status}</p></main></body></html>\n`,
  ].join("");
}

/** One line, with nothing in it that Markdown or HTML would take for its own. */
function inline(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_[\]<>#|&]/g, (mark) => `\\${mark}`);
}

/** The same of a text that has links, code and emphasis. */
function inlineIn(text: string): string {
  return markdownOf(inlineMarkdown(text.replace(/\s+/g, " ")));
}

function markdownOf(pieces: readonly InlinePiece[]): string {
  return pieces
    .map((piece) => {
      if (piece.kind === "text") return inline(piece.text);
      // Code with a backtick in it needs marks that nobody has to read.
      if (piece.kind === "code")
        return piece.text.includes("`") ? inline(piece.text) : `\`${piece.text}\``;
      const inner = markdownOf(piece.inner);
      if (piece.kind === "link") return `[${inner}](<${piece.address}>)`;
      return piece.kind === "strong" ? `**${inner}**` : `*${inner}*`;
    })
    .join("");
}

function htmlOf(pieces: readonly InlinePiece[]): string {
  return pieces
    .map((piece) => {
      if (piece.kind === "text") return escapeHtml(piece.text);
      if (piece.kind === "code") return `<code>${escapeHtml(piece.text)}</code>`;
      const inner = htmlOf(piece.inner);
      if (piece.kind === "link")
        return `<a href="${escapeHtml(piece.address)}" rel="noopener noreferrer">${inner}</a>`;
      return piece.kind === "strong" ? `<strong>${inner}</strong>` : `<em>${inner}</em>`;
    })
    .join("");
}

const references: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => references[mark] as string);
}
