/** Proofs that a token belongs to whoever sends it: DPoP, RFC 9449. */
import { createHash, createPublicKey, verify } from "node:crypto";
import { z } from "zod";
import type { Pace } from "./pace.js";

const Header = z.object({
  typ: z.literal("dpop+jwt"),
  alg: z.literal("ES256"),
  jwk: z.object({ kty: z.literal("EC"), crv: z.literal("P-256"), x: z.string(), y: z.string() }),
});

const Claims = z.object({
  jti: z.string(),
  htm: z.string(),
  htu: z.string(),
  iat: z.number(),
  ath: z.string(),
});

/** A proof, and what it has to be for. */
export interface Proof {
  readonly text: string | undefined;
  readonly method: string;
  readonly address: string;
}

/** A token that belongs to somebody. */
export interface OwnedToken {
  readonly token: string;
  /** Of the key pair that it belongs to (RFC 7638). */
  readonly thumbprint: string;
  /** Counts how often a proof came: each is good for one time. */
  readonly used: Pace;
}

/** Whether the proof is good for its request and for the token. */
export function isProof(proof: Proof, { token, thumbprint, used }: OwnedToken): boolean {
  try {
    const [head = "", body = "", signature = ""] = (proof.text ?? "").split(".");
    const { jwk } = Header.parse(jsonOf(head));
    const { jti, htm, htu, iat, ath } = Claims.parse(jsonOf(body));
    const key = { key: createPublicKey({ key: jwk, format: "jwk" }), dsaEncoding: "ieee-p1363" };
    return (
      sha256(JSON.stringify({ crv: jwk.crv, kty: jwk.kty, x: jwk.x, y: jwk.y })) === thumbprint &&
      verify("sha256", Buffer.from(`${head}.${body}`), key as never, fromBase64(signature)) &&
      htm === proof.method &&
      htu === proof.address &&
      ath === sha256(token) &&
      Math.abs(Date.now() / 1000 - iat) < 60 &&
      used.pauseFor(jti) === undefined
    );
  } catch {
    return false;
  }
}

/** SHA-256 in base64url. */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}

function jsonOf(text: string): unknown {
  return JSON.parse(fromBase64(text).toString());
}

function fromBase64(text: string): Buffer {
  return Buffer.from(text, "base64url");
}
