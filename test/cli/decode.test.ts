import { expect, it } from "vitest";
import { readAnswer } from "../../src/cli/read-answer.js";
import { run } from "../../src/cli/run.js";
import { entryText, errorsText, headText, strictHeadText } from "../support/catalog-of.js";
import { inCatalog, recordingHost, workplace } from "../support/workplace.js";

async function decode(
  input: string,
  ...argv: string[]
): Promise<{ code: number; out: string; err: string }> {
  const { host, said } = recordingHost(process.cwd(), input);
  const code = await run(["decode", ...argv], host);
  return { code, ...said };
}

it("reads a status line, headers and a body, and finds the format that knows the code", async () => {
  const answer = [
    "HTTP/1.1 429 Too Many Requests",
    "Content-Type: application/json",
    "Retry-After: 30",
    "",
    '{"error":"Too Many Requests","message":"Slow down.","code":"RATE_LIMIT"}',
  ].join("\r\n");
  const { code, out } = await decode(answer);
  expect(out).toContain('rate_limited 429: Slow down. {"retry_after":30}');
  expect(out).toContain("Wire format: pinarkive");
  expect(out).toContain("Wait: 30 seconds");
  expect(out).toContain("What to try\n  - Wait as long as the answer says before you try again.");
  expect(code).toBe(0);
});

it("reads a body alone, and redacts what is secret", async () => {
  const body =
    '{"error":"registration_closed","message":"Closed.","action":{"type":"redirect","url":"https://img.example/k?sig=s","label":"Ask"}}';
  const { out } = await decode(body, "--wire", "img-pro", "--status", "403");
  expect(out).toContain('"url":"[redacted]"');
  expect(out).not.toContain("sig=s");
});

it("says what it does not recognize, and ends with a finding", async () => {
  const { code, out } = await decode(
    '{"error":"moon_phase","message":"\\u001b[31mRed"}',
    "--wire",
    "flat",
  );
  expect(out).toContain("Received code: moon_phase");
  expect(out).not.toContain("\u001b");
  expect(code).toBe(1);
});

it("says what was inferred from the status", async () => {
  const { out } = await decode("HTTP/2 504\n\n<html></html>", "--wire", "imagizer");
  expect(out).toContain("Wire format: imagizer (the code was inferred from the status)");
});

it("gives JSON for programs", async () => {
  const { out } = await decode('{"error":"auth_required","message":"m"}', "--format", "json");
  expect(JSON.parse(out)).toMatchObject({
    wire: "flat",
    error: { code: "auth_required", status: 401 },
  });
});

const gauntlet = (name: string) => ["--catalog", `test/gauntlet/formats/${name}/catalog`];

it.each([
  [
    "XML",
    "aws-s3-xml",
    "<Error><Code>NoSuchKey</Code><Message>No.</Message><RequestId>R1</RequestId></Error>",
    /^no_such_key 404: No\. /,
  ],
  ["a form", "oauth2-redirect", "error=access_denied&state=xyz", /^access_denied .*"state":"xyz"/],
  ["a line of text", "legacy-text", "ERR 1043 Who is that\n", /^unknown_account .*Who is that/],
  [
    "a stream of events",
    "mcp",
    'event: message\ndata: {"jsonrpc":"2.0","id":1,"error":{"code":-32602,"message":"x"}}\n\n',
    /^invalid_params /,
  ],
])("reads %s", async (_, name, answer, line) => {
  const { code, out } = await decode(answer, ...gauntlet(name));
  expect(out).toMatch(line);
  expect(code).toBe(0);
});

it("shows the errors beside one", async () => {
  const answer = '{"errors":[{"message":"a","extensions":{"code":"FORBIDDEN"}},{"message":"b"}]}';
  const { out } = await decode(answer, ...gauntlet("graphql"));
  expect(out).toMatch(/^forbidden 403: a/);
  expect(out).toMatch(/^Beside it: internal_server_error 500: b/m);
  const json = await decode(answer, ...gauntlet("graphql"), "--format", "json");
  expect(JSON.parse(json.out)).toMatchObject({
    isError: true,
    error: { code: "forbidden", others: [{ code: "internal_server_error", message: "b" }] },
  });
});

it("says of a success that it is no error", async () => {
  const { code, out } = await decode('{"data":{}}', ...gauntlet("graphql"), "--status", "200");
  expect(out).toContain("Is an error: no");
  expect(code).toBe(0);
});

it.each([
  ["", [], "There is no answer to read."],
  ["{}", ["--wire", "img-por"], 'There is no wire format "img-por". Did you mean "img-pro"?'],
  ["{}", ["--status", "x"], "not a whole number"],
])("refuses %j %j", async (input, argv, message) => {
  const { code, err } = await decode(input, ...argv);
  expect(err).toContain(message);
  expect(code).toBe(2);
});

it.each([
  [
    "curl --verbose",
    "* Connected\n> GET / HTTP/1.1\n>\n< HTTP/1.1 409 Conflict\n< Content-Type: application/json\n<\n{ [24 bytes data]\n* one\nBODY* Connection #0 to host x left intact",
  ],
  ["a proxy before it", "HTTP/1.1 200 Connection established\r\n\r\nHTTP/2 409\r\n\r\nBODY"],
  ["an answer that goes on", "HTTP/1.1 100 Continue\n\nHTTP/1.1 409 Conflict\n\nBODY\n"],
  ["a redirect", "HTTP/1.1 302 Found\nLocation: /y\n\nHTTP/1.1 409 Conflict\n\nBODY"],
  ["hints that come early", "HTTP/2 103 \r\nlink: </a>\r\n\r\nHTTP/2 409 \r\n\r\nBODY\r\n"],
  ["what Windows puts before a text", "\ufeffHTTP/1.1 409 Conflict\r\nA: b\r\n\r\nBODY\r\n"],
  [
    "curl --verbose, with what is sent and received",
    "* Host x:443 was resolved.\n*   Trying 192.0.2.1:443...\n> POST /x HTTP/2\n> accept: */*\n> \n} [5 bytes data]\n< HTTP/2 409 \n< content-type: application/json\n< \n{ [34 bytes data]\n* Connection #0 to host x left intact\nBODY",
  ],
  [
    "curl --verbose with a redirect",
    "> GET /x HTTP/1.1\n>\n< HTTP/1.1 302 Found\n< Location: /y\n<\n* Ignoring the response-body\n* Issue another request to this URL: /y\n> GET /y HTTP/1.1\n>\n< HTTP/1.1 409 Conflict\n<\nBODY\n* Closing connection",
  ],
  [
    "what is typed before it",
    "me@host:~$ curl -i https://x/y\nHTTP/1.1 409 Conflict\nA: b\n\nBODY\nme@host:~$ ",
  ],
  [
    "the progress of curl",
    "  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current\n                                 Dload  Upload   Total   Spent    Left  Speed\n\r  0     0    0     0    0     0      0      0 --:--:-- --:--:-- --:--:--     0HTTP/1.1 409 Conflict\r\nA: b\r\n\r\nBODY",
  ],
  [
    "HTTPie with the request",
    'POST /x HTTP/1.1\nHost: x\n\n{\n    "error": "gone"\n}\n\n\nHTTP/1.1 409 Conflict\nA: b\n\nBODY\n\n\nElapsed time: 0.12s\n',
  ],
  [
    "HTTPie with a redirect",
    "GET /x HTTP/1.1\nHost: x\n\n\n\nHTTP/1.1 302 Found\nLocation: /y\n\n\n\nGET /y HTTP/1.1\nHost: x\n\n\n\nHTTP/1.1 409 Conflict\nA: b\n\nBODY\n",
  ],
  [
    "wget --server-response",
    "--2026-01-01 10:00:00--  https://x/y\nResolving x (x)... 192.0.2.1\nHTTP request sent, awaiting response... \n  HTTP/1.1 302 Found\n  Location: /z\nLocation: /z [following]\n--2026-01-01 10:00:00--  https://x/z\nHTTP request sent, awaiting response... \n  HTTP/1.1 409 Conflict\n  Content-Type: application/json\nLength: 28 [application/json]\nSaving to: ‘STDOUT’\n\n-   100%[=====>]      28  --.-KB/s    in 0s\n\nBODY\n2026-01-01 10:00:00 (1.00 MB/s) - written to stdout [28/28]\n",
  ],
  ["headers as browsers show them", ":status: 409\ncontent-type: application/json\nBODY"],
  ["a fence of Markdown", "```http\nHTTP/1.1 409 Conflict\nA: b\n\nBODY\n```\n"],
])("reads the last answer of a transcript: %s", async (_, transcript) => {
  const { out, code } = await decode(transcript.replace("BODY", '{"error":"not_under_hold"}'));
  expect(out).toMatch(/^not_under_hold 409:/);
  expect(code).toBe(0);
});

it("takes a line that looks like a remark of curl for the body's own, where it stands inside", async () => {
  const body = "<br>\n* Connected to nothing\n<br>";
  const { out } = await decode(`< HTTP/1.1 502 Bad Gateway\n<\n${body}\n`, "--wire", "imagizer");
  expect(out).toMatch(/^bad_gateway 502/);
  expect(readAnswer(`< HTTP/1.1 502 Bad Gateway\n<\n${body}\n`, undefined).body).toBe(body);
});

it.each([
  ["a batch", "HTTP/1.1 200 OK\nA: b\n\n--x\n\nHTTP/1.1 404 Not Found\n\n{}\n--x--"],
  ["a text", "# What failed\n\n$ is a sign.\nElapsed time: 5s"],
  ["a page", "HTTP/1.1 502 Bad Gateway\n\n<pre>\n```\n* one\n$ two\n</pre>"],
])("leaves the body of %s as it is", async (_, text) => {
  const { body } = readAnswer(text, undefined);
  expect(body).not.toBe("");
  expect(text.endsWith(String(body))).toBe(true);
  expect(body).toBe(text.replace(/^HTTP[\s\S]*?\n\n/, ""));
});

it("says that it guessed the wire format, and which others understand as much", async () => {
  const body = '{"error":"rate_limited","message":"Slow down."}';
  const { out } = await decode(body, "--status", "429");
  expect(out).toContain(
    "Wire format: flat\nGuessed: image-hosting/imagebin, image-hosting/img-pro understand as much of it",
  );
  expect((await decode(body, "--wire", "img-pro")).out).not.toContain("Guessed");
  const only = await decode('{"error":"x","message":"m","code":"RATE_LIMIT"}', "--status", "429");
  expect(only.out).toContain("Guessed: no format understands more of it; --wire chooses one");
  const nothing = await decode('{"moon":"full"}');
  expect(nothing.out).toContain("Guessed: no format knows this answer");
  const data = JSON.parse((await decode(body, "--format", "json")).out);
  expect(data).toMatchObject({
    wire: "flat",
    guessed: true,
    alike: ["image-hosting/imagebin", "image-hosting/img-pro"],
  });
});

it("guesses a format of the catalog before a built-in one that nobody asked for", async () => {
  const catalog = inCatalog({
    "catalog.yaml": headText("wire: coded"),
    "errors/a.yaml": errorsText(entryText("sold_out")),
    "wire/coded.yaml": "wire: coded\nbody: { failure: $code }\n",
    "wire/plain.yaml": "wire: plain\nbody: { error: $code, message: $message }\n",
  });
  const shop = workplace({ ...catalog, "answer.json": '{"error":"sold_out","message":"None."}' });
  const { out } = await shop.errdex(["decode", "answer.json"]);
  expect(out).toContain("Wire format: plain\nGuessed: no format understands more of it");
});

it("says what nothing was read of, and of one format not that it was chosen", async () => {
  const place = workplace(
    inCatalog({
      "catalog.yaml": strictHeadText("consumes: true"),
      "errors/a.yaml": "category: orders\nerrors:\n  not_found: { status: 404 }\n",
      "wire/shop.yaml":
        "wire: shop\nbody: { error: { code: $code, message: $message } }\ninfer: { 404: not_found }\n",
    }),
  );
  const read = async (text: string) => {
    place.write({ "answer.txt": text });
    return (await place.errdex(["decode", "answer.txt"])).out.split("\n").slice(1, -1);
  };
  const page = "<html>\n<h1>Not here</h1>\n</html>";
  expect(await read(`HTTP/1.1 404 Not Found\n\n${page}`)).toEqual([
    "Wire format: shop (the code was inferred from the status)",
    "Not read: the body, which is no JSON",
  ]);
  expect(await read('{ "message": "Not here" }')).toEqual([
    "Wire format: shop",
    "Not read: the status, which this text does not have; --status says it",
  ]);
  expect(await read("HTTP/1.1 404 Not Found\n")).toEqual([
    "Wire format: shop (the code was inferred from the status)",
  ]);
  expect(await place.errdex(["decode", "nowhere.txt"])).toEqual({
    code: 2,
    out: "",
    err: "errdex: There is no file or folder nowhere.txt.\n",
  });
});
