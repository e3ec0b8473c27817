/** The answers that a code's examples become, a tab for each wire format. */
import { registeredStatuses } from "../../model/http-status.js";
import { remembered } from "../../model/remembered.js";
import type { Words } from "../../model/site-words.js";
import type { WireFormat } from "../../model/wire-format.js";
import type { EncodedAnswer } from "../../runtime/index.js";
import type { ExampleAnswer } from "../example-answers.js";
import {
  type Block,
  type CodeText,
  codeText,
  fillInline,
  paragraph,
  type Tab,
} from "./page-text.js";
import type { SeveralAnswer } from "./several-answers.js";
import { fillWords } from "./words.js";

/** One block of tabs; none where there is no answer. */
export function answerTabs(
  code: string,
  answers: readonly ExampleAnswer[],
  several: readonly SeveralAnswer[],
  words: Words,
): readonly Block[] {
  const formats = [...new Set(answers.map(({ format }) => format))];
  const tabs = formats.map((format): Tab => {
    const own = answers.filter((each) => each.format === format);
    return {
      id: `wire-${format.name.value}`,
      choice: format.name.value,
      title: formatTitle(format),
      blocks: [
        ...noteBlocks(code, own, words),
        ...own.flatMap((each) => answerBlocks(each, own.length > 1, words)),
        ...several
          .filter((each) => each.format === format)
          .flatMap((each) => severalBlocks(each, words)),
      ],
    };
  });
  return tabs.length === 0 ? [] : [{ kind: "tabs", tabs }];
}

/** What a wire format is called. */
export function formatTitle({ title, name }: WireFormat): string {
  return title ?? name.value;
}

const foldedCodes = remembered(({ folds }: WireFormat) => new Set(folds.map(({ code }) => code)));

// What a client reads is another code where the format folds this one, or does not have it.
function noteBlocks(
  code: string,
  answers: readonly ExampleAnswer[],
  words: Words,
): readonly Block[] {
  const [first] = answers;
  if (first === undefined || first.readAs === code) return [];
  const { format, readAs } = first;
  if (readAs === "unrecognized") return [paragraph(words["answer.unread"])];
  const isFolded = foldedCodes(format).has(code);
  const text = words[isFolded ? "answer.folded" : "answer.absent"];
  return [paragraph(...fillInline(text, { code: [codeText(readAs)] }))];
}

function answerBlocks(
  { example, answer, format }: ExampleAnswer,
  isTitled: boolean,
  words: Words,
): readonly Block[] {
  const names = { format: formatTitle(format), example: example.title };
  const code = answerCode(answer, fillWords(words["answer.label"], names));
  return [...(isTitled ? [paragraph(example.title)] : []), { kind: "code", code }];
}

function severalBlocks({ format, answer, beside }: SeveralAnswer, words: Words): readonly Block[] {
  const title = fillWords(words["answer.several"], { code: beside });
  const names = { format: formatTitle(format), example: title };
  return [
    paragraph(...fillInline(words["answer.several"], { code: [codeText(beside)] })),
    { kind: "code", code: answerCode(answer, fillWords(words["answer.label"], names)) },
  ];
}

function answerCode(answer: EncodedAnswer, label: string): CodeText {
  return {
    language: "answer",
    label,
    head: headText(answer),
    body: syntaxOf(answer.body),
    text: bodyText(answer.body),
  };
}

function headText({ status, headers }: EncodedAnswer): string {
  const first = `HTTP/1.1 ${status} ${registeredStatuses.get(status) ?? ""}`.trim();
  return [first, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)].join("\n");
}

/** Texts are XML, HTML among it, or something that has no colours. */
function syntaxOf(body: unknown): "json" | "xml" | "text" {
  if (typeof body !== "string") return "json";
  return /^\s*<[?!a-z]/i.test(body) ? "xml" : "text";
}

function bodyText(body: unknown): string {
  if (body === undefined) return "";
  return typeof body === "string" ? body : JSON.stringify(body, null, 2);
}
