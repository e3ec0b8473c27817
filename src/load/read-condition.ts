/** What an answer looks like, for a choice. */
import { shortened } from "../diagnostics/suggest.js";
import type { Condition, TemplateNode } from "../model/wire-format.js";
import type { YamlMap, YamlNode } from "../model/yaml-node.js";
import type { Report } from "./load-rules.js";

const parts: readonly string[] = ["status", "headers", "body"];

/**
 * Reads what an answer looks like: `{ status?, headers?, body? }`, or an object that is the body.
 *
 * @param read reads a template.
 */
export function readCondition(
  node: YamlNode,
  read: (node: YamlNode) => TemplateNode,
  report: Report,
): Condition {
  const empty: Condition = { at: node, status: undefined, headers: undefined, body: undefined };
  if (node.kind !== "map") {
    report("wire-condition", node, "A condition says what an answer has.", {
      help: "Such as `{ status: 404 }`, `{ headers: { x-status: … } }` or `{ ok: false }`. A body that is no object is `{ body: … }`.",
    });
    return empty;
  }
  if (node.pairs.size === 0) {
    report("wire-condition", node, "An empty condition holds of every answer.", {
      help: "Say what the answer has: `{ status: 404 }`, `{ headers: { x-status: … } }` or `{ ok: false }`.",
    });
    return empty;
  }
  const [status, headers, body] = parts.map((name) => node.pairs.get(name)?.value);
  if (!isWhole(node, report)) return { ...empty, body: read(node) };
  return {
    at: node,
    status: status && String(status.value),
    headers: headers && read(headers),
    body: body && read(body),
  };
}

/** Whether a condition says what the status, the headers and the body are; else it is the body itself. */
function isWhole({ pairs }: YamlMap, report: Report): boolean {
  if ([...pairs.keys()].some((name) => !parts.includes(name))) return false;
  const [status, headers] = parts.map((name) => pairs.get(name)?.value);
  const isStatus =
    status === undefined ||
    (status.kind === "scalar" && /^[1-5](\d\d|xx)$/.test(String(status.value)));
  const areHeaders = headers === undefined || headers.kind === "map";
  if (isStatus && areHeaders) return true;
  // A member of a body may be called so; not beside the others.
  if (pairs.size > 1) {
    const help = "A body with such members is `{ body: { … } }`.";
    if (!isStatus)
      report(
        "wire-condition",
        status,
        status.kind === "scalar"
          ? `${shortened(String(status.value))} is no status, such as 404, and no class, such as 4xx.`
          : "A status is one such as 404, or a class such as 4xx.",
        { help },
      );
    else if (headers !== undefined)
      report("wire-condition", headers, "Headers stand by their names, such as `x-status: …`.", {
        help,
      });
  }
  return false;
}
