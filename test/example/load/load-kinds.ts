/** The requests of a load, and what each is answered. A third of them fails. */
import type { Request, SentCode } from "../failing-requests.js";

/** A kind of request. */
export interface LoadKind {
  /** Undefined where nothing fails. */
  readonly code?: SentCode;
  /** In the format `problem`. */
  readonly status: number;
  /** The request of a number. */
  readonly of: (id: string) => Request;
  /** Whether the number is in the body of its answer, in the format `problem`. */
  readonly says?: true;
}

const change = { method: "PATCH", path: "/images/cat", key: "key-ada" };
const label = { ...change, path: "/images/diary" };
const report = { method: "POST", path: "/admin/images/kept/report", key: "key-lex" };

/** Each comes as often as any other. */
export const loadKinds: readonly LoadKind[] = [
  { status: 200, of: () => ({ path: "/images/cat" }) },
  { status: 200, of: () => ({ path: "/images/boat?width=320" }) },
  { status: 200, of: () => ({ path: "/images/diary", key: "key-ada" }) },
  { status: 200, of: () => ({ path: "/images/cat", headers: { "Accept-Language": "de" } }) },
  { status: 200, of: () => ({ path: "/admin/images/kept/evidence", key: "key-lex" }) },
  { status: 200, of: (id) => ({ ...change, json: { title: id } }), says: true },
  { status: 200, of: (id) => ({ ...label, json: { labels: { [id]: "seen" } } }), says: true },
  { status: 202, of: (id) => ({ ...report, json: { authority: id } }), says: true },
  {
    code: "validation_error",
    status: 422,
    of: (id) => ({ ...change, json: { labels: { [id]: 3 } } }),
    says: true,
  },
  {
    code: "storage_error",
    status: 500,
    of: () => ({ path: "/images/cat", headers: { "X-Break": "storage" } }),
    says: true,
  },
  {
    code: "internal_error",
    status: 500,
    of: () => ({ path: "/images/cat", headers: { "X-Break": "code" } }),
  },
  { code: "not_found", status: 404, of: (id) => ({ path: `/images/${id}` }) },
];
