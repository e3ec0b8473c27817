/** What bodies and texts have to be that are written as XML. */
import { once } from "../../diagnostics/once.js";
import { quoted } from "../../diagnostics/suggest.js";
import type { Catalog } from "../../model/catalog.js";
import type { TemplateMember, TemplateNode, VariableNode } from "../../model/wire-format.js";
import { isXmlName } from "../../wire/xml-name.js";
import { type Complain, defineRule } from "../rule.js";
import { variableTypes } from "../wire/variable-types.js";
import { type Standing, visitTemplate, wholeTemplates } from "../wire/visit-template.js";

export const wireXml = defineRule({
  name: "wire-xml",
  severity: "error",
  summary: "What is written as XML has one root, names that XML allows, and attributes of text.",
  catalog: (catalog, report) => {
    for (const format of catalog.wireFormats) {
      const say = once((_: "", ...said: Parameters<Complain>) => report(...said));
      const check = xmlCheck(catalog, (...said) => say("", ...said));
      for (const { template, standing } of wholeTemplates(format)) {
        if (standing.syntax === "xml" && template.kind !== "text") check(template, standing);
        visitTemplate(
          template,
          (node, around) => {
            if (node.kind === "text" && node.syntax.name === "xml") check(node.template, around);
          },
          standing,
        );
      }
    }
  },
});

const rootHelp = "Such as `Error: { Code: $code }`.";

/** A check of what becomes an XML document. */
function xmlCheck(catalog: Catalog, report: Complain): (root: TemplateNode, at: Standing) => void {
  const checkMembers = (members: readonly TemplateMember[], { lists }: Standing): void => {
    const locals = new Map<string, string>();
    for (const { key, aliases = [], at, value } of members) {
      for (const each of [key, ...aliases])
        if (each !== "#text" && !isXmlName(each.replace(/^@/, "")))
          report(at, `${quoted(each)} is no name in XML.`, {
            help: "A name begins with a letter or _; attributes begin with @, and `#text` is the text of an element.",
          });
      const local = key.replace(/^(@?)(?!xmlns:).*:/, "$1");
      const first = locals.get(local);
      if (first !== undefined && first !== key)
        report(at, `${quoted(key)} and ${quoted(first)} are read as one: prefixes are ignored.`);
      locals.set(local, key);
      if ((key.startsWith("@") || key === "#text") && !isText(value, lists))
        report(
          value.at,
          `${key === "#text" ? "The text of an element" : "An attribute"} is one text, and not a list or an object.`,
        );
      if (value.kind === "list")
        for (const item of value.items)
          if (isListed(item))
            report(item.at, "An element of XML is no list: there are none in lists.");
    }
  };
  const isText = (node: TemplateNode, lists: readonly VariableNode[]): boolean => {
    if (node.kind === "both") return node.alternatives.every((each) => isText(each, lists));
    if (node.kind !== "variable")
      return (
        ["constant", "text", "any"].includes(node.kind) ||
        (node.kind === "filler" && node.value === null)
      );
    if (node.conversion !== undefined) return true;
    const types = variableTypes(node, lists, catalog);
    return types === undefined || types.some(({ kind }) => kind === "scalar" || kind === "enum");
  };
  return (root, standing) => {
    if (root.kind !== "object") {
      report(root.at, "An XML document is one root with what is in it.", { help: rootHelp });
      return;
    }
    const elements = root.members.filter(({ key }) => key !== "?xml");
    const [first, second] = elements;
    if (first === undefined) report(root.at, "An XML document has a root.", { help: rootHelp });
    if (second !== undefined)
      report(
        second.at,
        `An XML document has one root, and ${quoted(second.key)} is a second one.`,
        {
          help: "Put them into an element that is the root.",
        },
      );
    if (root.spread !== undefined)
      report(root.spread.at, "An XML document has one root, and nothing is spread beside it.");
    for (const { key, at, value } of elements.slice(0, 1)) {
      if (/^[@#]/.test(key))
        report(at, `${quoted(key)} belongs to an element, and this is where the root stands.`, {
          help: rootHelp,
        });
      else if (isListed(value)) report(value.at, "The root of an XML document is no list.");
    }
    checkDeclaration(root.members, report);
    visitTemplate(
      root,
      (node, around) => {
        if (node.kind !== "object" || around.syntax !== "xml") return;
        checkMembers(node === root ? elements : node.members, around);
      },
      { ...standing, syntax: "xml" },
    );
  };
}

function isListed({ kind }: TemplateNode): boolean {
  return kind === "list" || kind === "each" || kind === "errors";
}

function checkDeclaration(members: readonly TemplateMember[], report: Complain): void {
  for (const { key, value } of members)
    if (key === "?xml" && !(value.kind === "constant" && /^version=/.test(String(value.value))))
      report(value.at, "A declaration of XML begins with its version.", {
        help: 'Such as `version="1.0" encoding="UTF-8"`.',
      });
}
