/** Writes catalogs of any size, with entries as whole as those of a real one: texts, fields, examples. */
import { problems, services, things, types } from "./catalog-parts.mjs";

/**
 * The files of a catalog with that many codes, at most 100,000: a file for each thing of a service. Beyond 10,000 the
 * services have branches.
 *
 * @returns what `loadCatalog` takes.
 */
export function generateCatalog(size) {
  const files = [];
  let left = size;
  const branches = Array.from({ length: 9 }, (_, index) => `branch_${index + 2}_`);
  const all = ["", ...branches].flatMap((branch) => services.map((name) => `${branch}${name}`));
  for (const service of all) {
    for (const thing of things) {
      if (left <= 0) break;
      const chosen = problems.slice(0, left);
      left -= chosen.length;
      const entries = chosen.map((problem) => entryText(problem, service, thing));
      files.push(
        file(
          `errors/${service}-${thing}.yaml`,
          `category: ${service}\nerrors:\n${entries.join("\n")}`,
        ),
      );
    }
  }
  const categories = all.slice(0, Math.ceil(size / (things.length * problems.length)));
  return [file("catalog.yaml", headText(categories)), ...files];
}

function file(path, content) {
  return { path, shownPath: path, content };
}

function headText(categories) {
  const titles = categories.map((name) => `  ${name}: The service ${name}\n`).join("");
  return `catalog: bench
title: Errors of a benchmark
version: 1.0.0
docs: https://errors.example.com/bench/{code}
categories:
${titles}${types}outputs: { typescript: ../generated }
`;
}

function entryText(
  { id, status, title, messages, retry, delay, fields, examples },
  service,
  thing,
) {
  const fill = (text) => text.replaceAll("@", thing).replaceAll("#", service);
  const list = (texts) => texts.map((text) => `      - ${fill(text)}\n`).join("");
  const members = (lines, indent) => lines.map((line) => `${indent}${line}\n`).join("");
  return `  ${service}_${thing}_${id}:
    status: ${Array.isArray(status) ? `[${status.join(", ")}]` : status}
    title: ${fill(`Problem of #, ${title}`)}
    message:
${messages.map((text) => `      - ${JSON.stringify(fill(text))}\n`).join("")}    meaning: ${fill("The service # looked at the @ that the request names. It could not do with it what was asked.")}
    causes:
${list(["The request names another @ than the one that was meant.", "Somebody changed the @ shortly before.", "A setting of # does not allow it."])}    fixes:
${list(["Look the @ up in the list of # and compare the number.", "Wait a moment and open the @ again.", "If it happens again, write to the people who run #."])}    resolver: caller
    retry: ${retry}
${delay === undefined ? "" : `    delay: ${delay}\n`}${fields.length === 0 ? "" : `    fields:\n${members(fields, "      ")}`}    examples:
${examples.map(([name, values]) => `      - title: ${fill(name)}\n${values.length === 0 ? "" : `        fields:\n${members(values, "          ")}`}`).join("")}    since: 1.0.0
`;
}
