/** What every handler of the image host has: its errors, its state, its address. */

import { honoErrors } from "errdex/hono";
import type { ImageHostingError } from "errdex/image-hosting";
import { guidance } from "errdex/image-hosting/guidance";
import { de } from "errdex/image-hosting/locales/de";
import { type Constructors, catalog } from "errdex/image-hosting/server";
import type { FailureReport, ServerFormat } from "errdex/server";
import type { Context } from "hono";
import type { State } from "./state.js";

/** How an image host is set up. */
export interface HostSettings {
  /** The format of its errors. */
  readonly format: ServerFormat<ImageHostingError>;
  /** Where it is reached, without a slash at the end. */
  readonly base: string;
  readonly state: State;
  /** Hears of every failure. */
  readonly report?: (report: FailureReport<ImageHostingError, Context>) => void;
}

/** The errors of an image host: the only place that knows how it answers. */
export function hostErrors({ format, report }: HostSettings) {
  return honoErrors({
    catalog,
    formats: [format],
    translations: [de],
    guidance,
    challenge: { realm: "images", schemes: ["Bearer", "DPoP"], algs: ["ES256"] },
    report,
  });
}

/** An image host, for its handlers. */
export interface Host extends HostSettings {
  readonly errors: ReturnType<typeof hostErrors>;
}

/** The constructors of some codes. What asks for them is only called where an operation declares these codes. */
export type Raising<Code extends keyof Constructors> = Pick<Constructors, Code>;
