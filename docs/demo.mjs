// One error on its way: raised, put on six wires, read back, narrowed. Run by `npm run demo`.
import { format, retryDelay } from "errdex";
import { fromJSON, quotaExceeded } from "errdex/image-hosting";
import * as wires from "errdex/image-hosting/wire";

const heading = (text) => console.log(`\n── ${text}`);

heading("A backend raises it: typed fields, a real Error");
const error = quotaExceeded(
  {
    action: {
      type: "upgrade",
      url: "https://img.example.com/upgrade?sig=secret",
      label: "Upgrade",
    },
    usage: { plan: "free", uploads_used: 100, uploads_limit: 100 },
  },
  { cause: new Error("stays in the process") },
);
console.log(format(error));

heading("One error, six wire formats");
const { flat, problem, imgPro, picora, pinarkive, imagebin } = wires;
for (const wire of [flat, problem, imgPro, picora, pinarkive, imagebin]) {
  const { status, headers, body } = wire.encode(error);
  console.log(`${wire.name.padEnd(9)} ${status} ${headers["Content-Type"]}`);
  console.log(`          ${JSON.stringify(body)}`);
}

heading("A client reads an answer of img.pro and narrows it");
const answer = {
  status: 429,
  headers: { "Retry-After": "2520" },
  body: '{"error":"rate_limited","message":"Hourly limit reached.","retry_after":2520}',
};
const decoded = imgPro.decode(answer);
switch (decoded.code) {
  case "rate_limited":
    console.log(`rate_limited: wait ${retryDelay(decoded)} ms`);
    break;
  case "unrecognized":
    console.log("a code from the future:", decoded.receivedCode);
    break;
  default:
    console.log(decoded.code);
}

heading("A code that did not exist when the client was built");
const unknown = imgPro.decode({
  status: 403,
  body: { error: "moon_phase_wrong", message: "Not today." },
});
console.log(`${unknown.code}: ${unknown.receivedCode}, ${JSON.stringify(unknown.received.body)}`);

heading("Across a queue: JSON there, an error here");
const restored = fromJSON(JSON.parse(JSON.stringify(error)));
console.log(
  restored.code === "quota_exceeded" ? `${restored.usage.uploads_used} uploads used` : "?",
);

heading("What was written");
console.log("src/image-hosting/index.ts   constructors, unions, tables, guards");
console.log("src/image-hosting/wire.ts    the wire formats");
console.log(
  "dist/                        the package; try: node dist/cli.js explain quota_exceeded",
);
