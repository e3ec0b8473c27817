/** What functions take, and the constructors of classes. */
import { forEachChild, type Syntax, type SyntaxOf } from "../../coverage/syntax/parse-source.js";
import { nameOfKey } from "./known-value.js";

/** A class, wherever it stands. */
export type Class = SyntaxOf<"ClassDeclaration"> | SyntaxOf<"ClassExpression">;

/** The constructor of a class, if it has one of its own. */
export function constructorOf(node: Class): SyntaxOf<"FunctionExpression"> | undefined {
  const found = node.body.body.find(
    (member) => member.type === "MethodDefinition" && member.kind === "constructor",
  );
  return found?.type === "MethodDefinition"
    ? (found.value as SyntaxOf<"FunctionExpression">)
    : undefined;
}

function innerOf(param: Syntax): Syntax {
  return param.type === "TSParameterProperty" ? (param.parameter as Syntax) : param;
}

/** A parameter without what it is where nothing is given. */
function targetOf(param: Syntax): Syntax {
  const inner = innerOf(param);
  return inner.type === "AssignmentPattern" ? (inner.left as Syntax) : inner;
}

/** The names of what a constructor takes; nothing for one that is taken apart. */
export function paramNames(node: Class): readonly string[] {
  return ((constructorOf(node)?.params ?? []) as readonly Syntax[]).map((param) => {
    const target = targetOf(param);
    return target.type === "Identifier" ? target.name : "";
  });
}

/** What parameters are where nothing is given, by their names. */
export function defaultsOf(params: readonly Syntax[]): ReadonlyMap<string, Syntax> {
  return new Map(
    params
      .map(innerOf)
      .flatMap((inner) =>
        inner.type === "AssignmentPattern" && inner.left.type === "Identifier"
          ? [[inner.left.name, inner.right as Syntax] as const]
          : [],
      ),
  );
}

/** Every name in the parameters: what they stand for, the caller says. */
export function namesIn(params: readonly Syntax[]): ReadonlySet<string> {
  const names = new Set<string>();
  const waiting = [...params];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.type === "Identifier") names.add(next.name);
    forEachChild(next, (child) => waiting.push(child));
  }
  return names;
}

const typeOfKeyword: ReadonlyMap<string, string> = new Map([
  ["TSNumberKeyword", "number"],
  ["TSStringKeyword", "string"],
  ["TSBooleanKeyword", "boolean"],
  ["TSBigIntKeyword", "string"],
]);

/** Name → type of parameters, also of those that are taken out of an object. */
export function typesOf(params: readonly Syntax[]): ReadonlyMap<string, string> {
  const types = new Map<string, string>();
  const add = (name: string | undefined, annotation: unknown) => {
    const type = (annotation as { readonly typeAnnotation?: Syntax } | null | undefined)
      ?.typeAnnotation;
    if (type === undefined) return;
    const keyword = typeOfKeyword.get(type.type);
    if (name !== undefined && keyword !== undefined) types.set(name, keyword);
    if (type.type !== "TSTypeLiteral") return;
    for (const member of type.members)
      if (member.type === "TSPropertySignature")
        add(nameOfKey(member.key as Syntax), member.typeAnnotation);
  };
  for (const param of params) {
    const target = targetOf(param);
    const name = target.type === "Identifier" ? target.name : undefined;
    add(name, (target as { readonly typeAnnotation?: unknown }).typeAnnotation);
  }
  return types;
}
