/** What an output is, but for its emitter: its key in `outputs`, its options, and which files it writes. */
import * as z from "zod4";
import type { Catalog } from "../model/catalog.js";
import type { Output } from "../model/output.js";

/** An output as it is written down. */
export interface OutputText<Key extends string, Shape extends z.ZodRawShape> {
  /** In `outputs` of catalog.yaml. */
  readonly key: Key;
  /** What its path leads to, for editors. */
  readonly description: string;
  /** What `wire` means; without it the output has no such option. */
  readonly wire?: string;
  /** Its own options besides `path` and `wire`. None may be required: a path alone is enough. */
  readonly options?: Shape;
  /** Whether there is one of it alone, which is nothing but a path. */
  readonly isSingle?: boolean;
  /** The endings of its path, where that is one file and no folder. */
  readonly endings?: readonly string[];
  /** Names of files in its folder by which it is told apart: where two outputs have one, one overwrites the other. */
  readonly files: (
    asked: AskedOutput<z.output<z.ZodObject<Shape>>>,
    catalog: Catalog,
  ) => readonly string[];
}

/** What a catalog asks of an output. */
export interface AskedOutput<Options> {
  readonly wire: string | undefined;
  readonly options: Options;
}

/** An output, but for its emitter. */
export interface OutputDefinition<Key extends string = string, Options = unknown> {
  readonly key: Key;
  /** What stands under the key. */
  readonly schema: z.ZodType;
  readonly endings: readonly string[] | undefined;
  /** The options that the catalog asks for. */
  readonly asked: (output: Output) => AskedOutput<Options>;
  /** Names of files in its folder by which it is told apart. */
  readonly files: (output: Output, catalog: Catalog) => readonly string[];
}

const text = z.string().min(1);
const path = text.describe("Relative to this file.");

/** Makes an output of what is written down. */
export function defineOutput<
  const Key extends string,
  Shape extends z.ZodRawShape = Record<never, never>,
>({
  key,
  description,
  wire,
  options: shape,
  isSingle = false,
  endings,
  files,
}: OutputText<Key, Shape>): OutputDefinition<Key, z.output<z.ZodObject<Shape>>> {
  const own = z.object(shape ?? ({} as Shape));
  const withPath = z.strictObject({
    path,
    ...(wire !== undefined && { wire: text.optional().describe(wire) }),
    ...shape,
  });
  const asked = (output: Output) => ({
    wire: output.wire?.value,
    options: own.parse(output.options),
  });
  const schema = isSingle ? text.optional() : oneOrMore(withPath);
  return {
    key,
    schema: schema.describe(description),
    endings,
    asked,
    files: (output, catalog) => files(asked(output), catalog),
  };
}

/** A path, a path with options, or several of these. */
function oneOrMore<T extends z.ZodType>(options: T) {
  const one = z.union([text, options]);
  return z.union([one, z.array(one).min(1)]).optional();
}
