/** Reads where a file makes an error handler of errdex, and what of other modules it binds to operations. */
import type { WalkedTree } from "../syntax/walked-tree.js";
import { bindingOf } from "./bound-functions.js";
import { type Imported, originOf, partOf } from "./value-origin.js";

/** The functions that make one, by the modules that have them. */
const makers: Readonly<Record<string, string>> = {
  "errdex/server": "errorHandler",
  "errdex/express": "expressErrors",
  "errdex/fastify": "fastifyErrors",
  "errdex/fetch": "fetchErrors",
  "errdex/hono": "honoErrors",
  "errdex/nest": "nestErrors",
  "errdex/node": "nodeErrors",
};

/** What makes answers of errors. */
export interface ErrorHandlerFact {
  /** Undefined where the file does not show it. */
  readonly catalog: Imported | undefined;
}

/** The error handlers that are made: `honoErrors({ catalog, formats })`. */
export function readErrorHandlers(tree: WalkedTree): readonly ErrorHandlerFact[] {
  return tree.calls.flatMap(({ node, scope }) => {
    const maker = originOf({ node: node.callee, scope }, tree);
    if (maker === undefined || !("module" in maker)) return [];
    const { module, path } = maker;
    if (!Object.hasOwn(makers, module) || makers[module] !== path[0]) return [];
    const [settings] = node.arguments;
    const catalog =
      settings && partOf({ node: settings, scope }, ["catalog"], (each) => originOf(each, tree));
    return [{ catalog: catalog !== undefined && "module" in catalog ? catalog : undefined }];
  });
}

/** A function of another module that is bound to an operation. */
export interface BoundElsewhere {
  readonly operation: string;
  readonly make: Imported;
  readonly start: number;
}

/** What is bound of other modules: `errors.operation("view_image", makeView)`. */
export function readBoundElsewhere(tree: WalkedTree): readonly BoundElsewhere[] {
  return tree.calls.flatMap(({ node, scope }) => {
    const binding = bindingOf({ node, scope });
    const make = binding && originOf({ node: binding.make, scope }, tree);
    if (binding === undefined || make === undefined || !("module" in make)) return [];
    return [{ operation: binding.operation, make, start: binding.make.start }];
  });
}
