/** Which code a status stands for: a part of the runtime for formats that infer some. */
import type { DecodeSpec, InferByStatus } from "./wire-spec.js";

/** What a format infers from a status, or from its class. */
export function inferredFrom(
  status: number,
  { infer }: DecodeSpec,
): NonNullable<DecodeSpec["infer"]>[string] | undefined {
  return status < 400 ? undefined : (infer?.[status] ?? infer?.[`${Math.floor(status / 100)}xx`]);
}

/** Where each status stands for one code. */
export const inferCode: InferByStatus = (_, status, spec, readCode) => {
  const code = inferredFrom(status, spec);
  return typeof code === "string" ? readCode(code) : undefined;
};
