/** `outputs` of catalog.yaml → model. */
import type {
  Audience,
  ImportExtension,
  ModuleFormat,
  OpenApiOutput,
  Output,
} from "../model/output.js";
import type { Located } from "../model/source.js";
import type { YamlNode } from "../model/yaml-node.js";
import { items, located, optional } from "./read-entry.js";

/** The outputs under one key: a path, a path with options, or several of these. Keys that nobody knows give none. */
export function readOutputs(kind: string, node: YamlNode): readonly Output[] {
  const all = node.kind === "list" ? items(node) : [node];
  return all.flatMap((each) => readOutput(kind, each));
}

function readOutput(kind: string, node: YamlNode): readonly Output[] {
  const option = <T = string>(name: string): Located<T> | undefined =>
    node.kind === "map" ? optional<T>(node.pairs.get(name)?.value) : undefined;
  const path = node.kind === "map" ? option("path") : located<string>(node);
  if (path === undefined) return [];
  const base = { path, wire: option("wire") };
  switch (kind) {
    case "typescript":
    case "zod":
      return [{ kind, path, extension: option<ImportExtension>("extension")?.value }];
    case "javascript": {
      const format = option<ModuleFormat>("format")?.value;
      const declarationMap = option<boolean>("declaration_map")?.value ?? true;
      return [{ kind, path, format, declarationMap }];
    }
    case "site":
      return [{ kind, path }];
    case "openapi": {
      const audience = option<Audience>("for")?.value ?? "consumers";
      const form = option<OpenApiOutput["form"]>("form")?.value ?? "document";
      return [{ ...base, kind, audience, form }];
    }
    case "json-schema":
      return [{ ...base, kind }];
    case "fixtures":
      return [{ ...base, kind, format: option<ModuleFormat>("format")?.value }];
    default:
      return [];
  }
}
