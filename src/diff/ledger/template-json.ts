/** Templates of the model → plain JSON, as a wire file would have them. */

import type { PatternPart } from "../../model/pattern.js";
import type { Condition, TemplateNode, TextSyntax, VariableNode } from "../../model/wire-format.js";
import { defined, type JsonMembers } from "./type-json.js";

/** The template as a wire file would have it. */
export function templateJson(node: TemplateNode): unknown {
  switch (node.kind) {
    case "constant":
      return typeof node.value === "string" && node.value.startsWith("$")
        ? `$${node.value}`
        : node.value;
    case "filler":
      return node.value;
    case "any":
      return "$any";
    case "variable":
      return variableText(node);
    case "list":
      return node.items.map(templateJson);
    case "each":
      return { $each: variableText(node.list), ...membersOf(node.item) };
    case "errors":
      return {
        $each: "error",
        ...defined({
          $prefer: node.prefer.length > 0 ? node.prefer.map(conditionJson) : undefined,
        }),
        ...(node.item && membersOf(node.item)),
      };
    case "both":
      return { $both: node.alternatives.map(templateJson) };
    case "tree":
      return defined({
        $tree: variableText(node.list),
        leaf: node.leaf,
        path: node.path.length > 0 ? `$item.${node.path.join(".")}` : undefined,
        ...(node.item && membersOf(node.item)),
      });
    case "text":
      return { ...syntaxJson(node.syntax), ...membersOf(node.template) };
    case "object": {
      const members = node.members.map(
        ({ key, aliases = [], optional, value }): [string, unknown] => {
          const names = aliases.length > 0 ? [key, ...aliases].join("|") : key;
          return [
            optional ? `${names}?` : aliases.length > 0 ? names : escaped(key),
            templateJson(value),
          ];
        },
      );
      const { spread } = node;
      return Object.fromEntries(
        spread === undefined ? members : [...members, ["*", variableText(spread)]],
      );
    }
  }
}

/** The condition as a wire file would have it. */
export function conditionJson({ status, headers, body }: Condition): JsonMembers {
  return defined({
    status,
    headers: headers && templateJson(headers),
    body: body && templateJson(body),
  });
}

function membersOf(node: TemplateNode): JsonMembers {
  return templateJson(node) as JsonMembers;
}

function syntaxJson(syntax: TextSyntax): JsonMembers {
  return syntax.name === "text"
    ? { $text: syntax.parts.map(partText).join("") }
    : { $syntax: syntax.name };
}

function partText(part: PatternPart): string {
  if (typeof part === "string") return part.replace(/[\\[\]{}]/g, "\\$&");
  if ("name" in part) return `{${part.name}}`;
  if ("skip" in part) return part.skip === "" ? "{*}" : `{*=${part.skip}}`;
  return `[${part.maybe.map(partText).join("")}]`;
}

const ownKeys = [
  "*",
  "$each",
  "$prefer",
  "$text",
  "$syntax",
  "$both",
  "$tree",
  "$body",
  "leaf",
  "path",
];

function escaped(key: string): string {
  const isOurs = ownKeys.includes(key) || key.startsWith("\\") || key.endsWith("?");
  return isOurs || key.includes("|") ? `\\${key}` : key;
}

function variableText({ paths, conversion, fallback }: VariableNode): string {
  const names = paths.map((path) => path.join(".").replace(/^\$/, "")).join("|");
  const spelled = conversion === undefined ? "" : `:${conversion}`;
  if (fallback === undefined) return `$${names}${spelled}`;
  const { value } = fallback;
  return `$${names}${spelled}=${typeof value === "string" ? value : JSON.stringify(value)}`;
}
