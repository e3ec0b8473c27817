/** The bodies in which a code may stand. */
import { bodiesUnder, bodyOf, placesIn, saysCode } from "../../model/placement.js";
import type { TemplateNode, WireFormat } from "../../model/wire-format.js";
import type { ResolvedRow } from "../../model/wire-rows.js";
import type { SchemaContext } from "./schema.js";

/**
 * The bodies of answers with a code, its own first: one that has a place for several errors is sent where there are
 * several. As they are read, they are all in which decoding finds the code. None where the body is opaque.
 */
export function rowBodies(
  resolved: ResolvedRow,
  format: WireFormat,
  { audience, isAsRead }: Pick<SchemaContext, "audience" | "isAsRead">,
): readonly TemplateNode[] {
  const own = bodyOf(resolved, format);
  if (own === undefined) return [];
  const { body, accepts } = format;
  const general = [body, ...accepts].filter((each) => each !== undefined);
  const several = general.find(hasErrors);
  const sent = several === undefined || hasErrors(own) ? [own] : [own, several];
  if (audience === "producers" || !isAsRead) return sent;
  const isSaid = resolved.spelling !== null || (resolved.row?.also.length ?? 0) > 0;
  const read = isSaid ? general.filter((each) => placesIn(each).some(saysCode)) : [];
  return [...new Set([...sent, ...read, ...general.filter(isListOfAnswers)])];
}

/** Whether it is a list of which each element is an answer. */
export function isListOfAnswers(body: TemplateNode): boolean {
  return body.kind === "errors" && body.item === undefined;
}

function hasErrors(body: TemplateNode): boolean {
  return bodiesUnder(body).some(({ kind }) => kind === "errors");
}
