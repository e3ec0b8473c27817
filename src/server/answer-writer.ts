/** Writes the answer to an error, in the format and language that the request asks for. */
import type { CatalogError } from "../runtime/catalog-error.js";
import { memberIn } from "../runtime/own-member.js";
import { bodyText } from "../runtime/wire/to-response.js";
import type { EncodedAnswer, EncodeOptions } from "../runtime/wire/wire-options.js";
import { addToVary } from "./add-headers.js";
import { chooseMedia } from "./choose-media.js";
import type { ErrorFor } from "./error-for.js";
import { guidedAnswer } from "./guidance-answer.js";
import type { ServerRequest } from "./server-request.js";
import type { ErrorHandlerOptions, ServerAnswer, ServerFormat } from "./settings.js";
import { unwritableIn } from "./unwritable.js";

/** An answer, and what is missing from it, for developers. */
export interface WrittenAnswer {
  readonly answer: ServerAnswer;
  readonly issues: readonly string[];
}

/** Writes the answer to an error and those beside it. */
export type WriteAnswer<Known extends CatalogError> = (
  found: Pick<ErrorFor<Known>, "error" | "others">,
  request: ServerRequest,
  context: Readonly<Record<string, unknown>> | undefined,
) => WrittenAnswer;

const markdown = "text/markdown";
const html = "text/html";

/** What writes the answers of a service. */
export function answerWriter<Known extends CatalogError>(
  settings: Pick<
    ErrorHandlerOptions<Known, unknown, unknown>,
    "challenge" | "formats" | "guidance" | "html" | "passThrough" | "translations"
  >,
): WriteAnswer<Known> {
  const { challenge, formats, guidance, passThrough, translations } = settings;
  const offered = [
    ...formats.map(({ media }) => media),
    ...(guidance ? [markdown, ...(settings.html ? [html] : [])] : []),
  ];

  function write(
    { error, others }: Pick<ErrorFor<Known>, "error" | "others">,
    request: ServerRequest,
    context: Readonly<Record<string, unknown>> | undefined,
  ): WrittenAnswer {
    const issues: string[] = [];
    // A format may have options of its own: what is not said here must not stand in their place.
    const options: EncodeOptions = {
      ...challenge,
      ...(passThrough !== undefined && { passThrough }),
      ...(translations && { translations }),
      acceptLanguage: request.header("accept-language"),
      ...(context && { context }),
    };
    const chosen = offered.length > 1 ? chooseMedia(request.header("accept"), offered) : 0;
    const format = formats[chosen] ?? formats[0];
    const together = others.length > 0 && memberIn(error, "others") === undefined;
    const encoded = format.encode(
      together ? new AggregateError([error, ...others]) : error,
      options,
    );
    const isSaid = format.carries(error);
    if (!isSaid)
      issues.push(
        `the answer does not say ${error.code}: a field that it needs is missing, or ${format.name} never sends it`,
      );
    issues.push(
      ...unwritableIn(error).map((pointer) => `the answer lacks ${pointer || "the fields"}`),
    );
    if (others.length > 0) issues.push(...unsentOthers(others, format, encoded));
    const { status, headers, body } = formats[chosen]
      ? encoded
      : guided(
          isSaid ? error.code : format.decode(encoded).code,
          encoded,
          offered[chosen] === html,
        );
    // RFC 9110 sections 9.3.2, 15.3.5, 15.3.6 and 15.4.5: these have no body.
    const isBare = request.method === "HEAD" || [204, 205, 304].includes(status);
    const answer = {
      status,
      headers:
        offered.length > 1
          ? { ...headers, Vary: addToVary(memberIn(headers, "Vary") ?? "", "Accept") }
          : headers,
      body: isBare ? undefined : bodyText(body),
    };
    return { answer, issues };
  }

  function guided(code: string, encoded: EncodedAnswer, asHtml: boolean): EncodedAnswer {
    const said = guidance?.of(code);
    return said ? guidedAnswer(said, code, encoded, asHtml) : encoded;
  }

  return write;
}

/** The others that the format has no place for. */
function unsentOthers<Known extends CatalogError>(
  others: readonly Known[],
  format: ServerFormat<Known>,
  encoded: EncodedAnswer,
): readonly string[] {
  const sent = memberIn(format.decode(encoded), "others")?.length ?? 0;
  const lacking = others.length - sent;
  return lacking > 0 ? [`the answer lacks ${lacking} of ${others.length} errors beside it`] : [];
}
