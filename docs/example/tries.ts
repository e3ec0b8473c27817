/** What to try with curl, and the code of each answer. */

/** A request. */
export interface Try {
  readonly says: string;
  /** Undefined where nothing fails. */
  readonly code?: string;
  /** Below the path of a format. */
  readonly path: string;
  /** Of curl, as they are typed. */
  readonly options?: string;
  /** Typed before curl. */
  readonly input?: string;
}

const json = "-H 'Content-Type: application/json'";
const png = "printf '\\211PNG\\r\\n\\032\\n' |";
const upload = "-H 'Content-Type: image/png' --data-binary @-";
const as = (key: string) => `-H 'Authorization: Bearer ${key}'`;

/** From what works to what does not. */
export const tries: readonly Try[] = [
  { says: "Ask for an image, without its bytes", path: "/images/cat", options: "-I" },
  {
    says: "Upload one",
    path: "/images?title=Boat",
    options: `${as("key-ada")} ${upload}`,
    input: png,
  },
  {
    says: "Upload one when the plan is used up; the answer has a link that works",
    code: "quota_exceeded",
    path: "/images",
    options: `${as("key-bob")} ${upload}`,
    input: png,
  },
  {
    says: "Delete one with a key that may only read",
    code: "insufficient_scope",
    path: "/images/cat",
    options: `-X DELETE ${as("key-ada-reads")}`,
  },
  {
    says: "Send values that are not allowed",
    code: "validation_error",
    path: "/images/cat",
    options: `-X PATCH ${as("key-ada")} ${json} -d '{"title":"","labels":{"place":3}}'`,
  },
  {
    says: "Change what somebody else has changed",
    code: "conflict",
    path: "/images/cat",
    options: `-X PATCH ${as("key-ada")} ${json} -H 'If-Match: "7"' -d '{"title":"Tom"}'`,
  },
  {
    says: "Sign in without the second factor",
    code: "two_factor_required",
    path: "/sessions",
    options: `${json} -d '{"email":"dot@images.example","password":"correct horse"}'`,
  },
  {
    says: "Release an image that has to be kept",
    code: "preservation_window_active",
    path: "/admin/images/kept/hold",
    options: `-X DELETE ${as("key-lex")}`,
  },
  {
    says: "Import what is not there",
    code: "fetch_failed",
    path: "/images/import",
    options: `${as("key-ada")} ${json} -d '{"url":"https://photos.example/gone.png"}'`,
  },
  {
    says: "Use a method that there is not, and be told which there are",
    code: "method_not_allowed",
    path: "/images/cat",
    options: "-X PUT",
  },
  {
    says: "Break the storage for one request",
    code: "storage_error",
    path: "/images/cat",
    options: "-H 'X-Break: storage'",
  },
  {
    says: "Break the code for one request: what it says stays inside",
    code: "internal_error",
    path: "/images/cat",
    options: "-H 'X-Break: code'",
  },
  {
    says: "Be answered in German",
    code: "not_found",
    path: "/images/dog",
    options: "-H 'Accept-Language: de'",
  },
  {
    says: "Be told what to do next, as agents ask for it",
    code: "token_expired",
    path: "/keys",
    options: `-X POST -H 'Accept: text/markdown' ${as("session-dot-ended")}`,
  },
];

/** What to type. */
export function lineOf({ path, options, input }: Try, base: string): string {
  return [input, "curl -s -i", `'${base}${path}'`, options].filter(Boolean).join(" ");
}

/** What a person reads who has just started it. */
export function guide(base: string, formats: readonly string[]): string {
  const lines = tries.map((each) => `# ${each.says}\n${lineOf(each, `${base}/problem`)}\n`);
  const others = formats.filter((name) => name !== "problem").map((name) => `/${name}`);
  return [
    `An image host is at ${base}. It answers in six formats, by path:`,
    `/problem, and in its place ${others.join(" ")}`,
    "",
    ...lines,
  ].join("\n");
}
