/** Lists as people have them, made up, each with what makes it hard. */

/** A list, and what an import of it is told. */
export interface RealList {
  readonly file: string;
  readonly text: string;
  readonly options?: readonly string[];
  /** How many codes can be taken. */
  readonly codes: number;
  /** What is refused, as the report says it. */
  readonly refused?: string;
  /** What the first of its entries has to be. */
  readonly first: string;
}

const table = (...rows: readonly string[]) => `${rows.join("\n")}\n`;

const things = ["account", "channel", "guild", "invite", "message", "role", "token", "webhook"];
const faults = [
  ["Unknown", 404],
  ["Cannot edit this", 403],
  ["Too many", 429],
  ["Invalid", 400],
  ["Already have this", 409],
] as const;

export const lists: Readonly<Record<string, RealList>> = {
  "numeric codes": {
    file: "codes.csv",
    text: table(
      "code,http_status,message",
      ...faults.flatMap(([fault, status], row) =>
        things.map(
          (thing, column) => `${10_001 + row * 1000 + column},${status},${fault} ${thing}`,
        ),
      ),
    ),
    codes: 40,
    first:
      "  10001:\n    status: 404\n    title: Unknown account\n    message: Unknown account\n    name: unknownAccount\n",
  },
  "spellings with colons, and printf": {
    file: "stream-errors.yaml",
    text: table(
      "- { code: 'CDC:ErrOpenFailed', message: 'open file %s failed: %s' }",
      "- { code: 'CDC:ErrTooSlow', message: 'table %[2]d is %[1]d rows behind, 100%% of them new' }",
      "- { code: 'DM:Err-Open', message: 'shard %q has %v' }",
      "- { code: 'CDC:ErrGone', message: gone }",
    ),
    codes: 4,
    first:
      '  cdc_err_open_failed:\n    status: 500\n    title: Open file failed\n    message: "open file {file} failed: {value}"\n    fields: { file: string, value: string }\n',
  },
  "numbered placeholders, semicolons and the mark of Excel": {
    file: "Fehlerliste.csv",
    text: `\ufeff${table(
      "Error Code;Error Message;Module",
      'E_0001;"The value {0} of column ""{1}"" is out of range.";Import\r',
      'E_0002;"Row {0}: {1} expected, {{2}} found.";Import\r',
      "E_0003;It costs ${price} and {0:N2}.;Sales & more\r",
    )}`,
    codes: 3,
    first: "  E_0001:\n    status: 400\n",
  },
  "states of a database without a status": {
    file: "errcodes.tsv",
    text: table(
      "sqlstate\tlevel\tcondition_name\tmessage",
      "00000\tS\tsuccessful_completion\tFine.",
      "08001\tE\tsqlclient_unable_to_establish_sqlconnection\tThe client cannot connect.",
      "22012\tE\tdivision_by_zero\tDivision by zero.",
      "P0001\tE\traise_exception\tAn exception was raised.",
      "42P01\tE\tundefined_table\tThe table $name does not exist.",
    ),
    options: ["--status", "none"],
    codes: 4,
    first:
      "  08001:\n    status: none\n    title: The client cannot connect\n    message: The client cannot connect.\n    name: sqlclientUnableToEstablishSqlconnection\n",
  },
  "codes with two meanings": {
    file: "merged.json",
    text: JSON.stringify([
      { id: "E1", text: "One." },
      { id: "E2", text: "Two." },
      { id: "E1", text: "Another." },
      { id: "E3", text: "Three." },
      { id: "E2", text: "Two." },
    ]),
    codes: 2,
    refused: '"E1" has 2 meanings: "One." and "Another."',
    first: "  E2:\n",
  },
  "texts of several lines": {
    file: "long.csv",
    text: table(
      "name,status,description,solution",
      '"disk full ",507,"  The disk is full.',
      "",
      'Nothing was written.  ","- Delete something.',
      '- Buy a disk."',
      '"over quota",413 Payload Too Large,"Too\tmuch\u200b.",',
    ),
    codes: 2,
    first:
      "  disk_full:\n    status: 507\n    title: The disk is full\n    message: The disk is full. Nothing was written.\n    fixes: [Delete something., Buy a disk.]\n",
  },
  "two thousand rows": {
    file: "diagnostics.csv",
    text: table(
      "number,category,text",
      ...Array.from(
        { length: 2000 },
        (_, index) =>
          `${1000 + index},${["syntax", "types", "modules"][index % 3]},${["Cannot find", "Expected", "Duplicate"][index % 3]} '{0}' in part ${index % 700}.`,
      ),
    ),
    codes: 2000,
    first:
      "  1001:\n    status: 400\n    title: Expected in part 1\n    message: Expected '{value}' in part 1.\n    fields: { value: string }\n    name: expectedInPart1\n",
  },
  "an enum with slashes, words of the language and names that clash": {
    file: "codes.ts",
    text: `export enum AuthCode {
      UserDisabled = "auth/user-disabled",
      Default = "default",
      Then = "then",
      NotFound = "NOT_FOUND",
      NotFoundToo = "not_found",
      Proto = "__proto__",
      Class = "CodesError",
    }`,
    codes: 7,
    first: "  auth_user_disabled:\n    status: 500\n    title: User disabled\n",
  },
};
