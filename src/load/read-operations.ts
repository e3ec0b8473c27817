/** `operations.yaml` → operations and groups of codes. */

import type { CodeGroup, Operation } from "../model/catalog.js";
import type { YamlMap } from "../model/yaml-node.js";
import { operationsFile } from "./catalog-schema.js";
import type { DecodedFile } from "./decode-file.js";
import type { Report } from "./load-rules.js";
import { located, pairs, scalars } from "./read-entry.js";
import { readExtensions } from "./read-extensions.js";
import { readFile } from "./read-file.js";

/** What the file says. */
export interface OperationsFile {
  readonly operation: readonly Operation[];
  readonly group: readonly CodeGroup[];
}

/** Reads the file; an empty list where nothing can be made of it. */
export function readOperations(file: DecodedFile, report: Report): readonly OperationsFile[] {
  const root = readFile(file, operationsFile, report);
  if (root === undefined) return [];
  const group = pairs(root.pairs.get("groups")?.value).map(([id, { key, value }]) => ({
    id,
    at: key,
    codes: scalars(value).map(located<string>),
  }));
  const operation = pairs(root.pairs.get("operations")?.value).map(([id, { key, value }]) => {
    const node = value as YamlMap;
    return {
      id,
      at: key,
      title: node.value.title as string | undefined,
      method: node.value.method as string | undefined,
      path: node.value.path as string | undefined,
      codes: scalars(node.pairs.get("codes")?.value).map(located<string>),
      groups: scalars(node.pairs.get("groups")?.value).map(located<string>),
      extensions: readExtensions(node),
    };
  });
  return [{ operation, group }];
}
