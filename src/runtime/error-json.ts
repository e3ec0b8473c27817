/** The neutral form of an error, for workers, queues and other processes. */
import type { Issue, Received } from "./received.js";

/** What `toJSON` gives. Secret fields are in it, as on a wire; internal fields, cause and stack are not. */
export interface ErrorJson {
  readonly code: string;
  readonly status: number;
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly inferred?: true;
  readonly issues?: readonly Issue[];
  readonly received?: Received;
  readonly others?: readonly ErrorJson[];
  readonly context?: object;
}
