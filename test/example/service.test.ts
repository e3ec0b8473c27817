/** What the example does when nothing is wrong, and what its answers say beside a code. */
import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { connect } from "node:net";
import { expect, it, vi } from "vitest";
import { codeAt } from "../../docs/example/second-factor.js";
import { dotsSecret, png } from "../../docs/example/seed.js";
import { formats } from "../../docs/example/service.js";
import { type Request, send } from "./failing-requests.js";
import { startService } from "./running-service.js";

const json = (response: Response) => response.json() as Promise<Record<string, string>>;

it("an image is uploaded, looked at, changed and deleted", async () => {
  await using service = await startService();
  const at = (request: Request) => send({ key: "key-ada", ...request }, `${service.base}/imgpro`);
  const file = { headers: { "Content-Type": "image/png" }, body: png };
  const uploaded = await at({ method: "POST", path: "/images?title=Boat", ...file });
  expect(uploaded.status).toBe(201);
  const { id, ...rest } = await json(uploaded);
  expect(rest).toEqual({ title: "Boat", labels: {}, private: false });
  expect(uploaded.headers.get("location")).toBe(`${service.base}/imgpro/images/${id}`);

  const path = `/images/${id}`;
  for (const width of ["", "?width=320"]) {
    const viewed = await at({ path: path + width });
    expect(viewed.headers.get("content-type")).toBe("image/png");
    expect(Buffer.from(await viewed.arrayBuffer())).toEqual(Buffer.from(png));
  }
  const tag = { headers: { "If-Match": uploaded.headers.get("etag") ?? "" } };
  const changed = await at({ method: "PATCH", path, json: { private: true }, ...tag });
  expect(await json(changed)).toMatchObject({ title: "Boat", private: true });
  expect((await at({ method: "PATCH", path, json: { title: "Ship" }, ...tag })).status).toBe(403);
  expect((await at({ path })).status).toBe(200);
  expect((await at({ method: "DELETE", path })).status).toBe(204);
  expect((await at({ path })).status).toBe(404);
});

it("an image is imported, and strangers upload a few", async () => {
  await using service = await startService();
  const base = `${service.base}/picora`;
  const url = "https://photos.example/boat.png";
  const imported = { method: "POST", path: "/images/import", key: "key-ada", json: { url } };
  expect((await send(imported, base)).status).toBe(201);
  const headers = { "Content-Type": "image/png", "X-Turnstile": "person" };
  const stranger = { method: "POST", path: "/images", headers, body: png };
  const statuses = [];
  for (let left = 4; left > 0; left -= 1) statuses.push((await send(stranger, base)).status);
  expect(statuses).toEqual([201, 201, 201, 429]);
});

it("a person signs in with both factors, and makes a key that works", async () => {
  await using service = await startService();
  const base = `${service.base}/pinarkive`;
  const code = codeAt(Date.now(), dotsSecret);
  const who = { email: "dot@images.example", password: "correct horse", code };
  const session = await json(await send({ method: "POST", path: "/sessions", json: who }, base));
  const about = { name: "robot", scopes: ["files:write"], days: 30, code };
  const made = await send(
    { method: "POST", path: "/keys", key: `${session.token}`, json: about },
    base,
  );
  expect(made.status).toBe(201);
  const { token } = await json(made);
  const headers = { "Content-Type": "image/png" };
  const upload = { method: "POST", path: "/images", key: `${token}`, headers, body: png };
  expect((await send(upload, base)).status).toBe(201);
});

it("codes of a second factor are those of RFC 6238", () => {
  const secret = Buffer.from("12345678901234567890");
  expect(codeAt(59_000, secret)).toBe("287082");
  expect(codeAt(1_111_111_109_000, secret)).toBe("081804");
});

it("evidence is exported, an incident reported, and a hold released when its time is over", async () => {
  await using service = await startService();
  const at = (request: Request) => send({ key: "key-lex", ...request }, `${service.base}/imagebin`);
  const bundle = await json(await at({ path: "/admin/images/kept/evidence" }));
  const sha256 = createHash("sha256").update(png).digest("hex");
  expect(bundle).toMatchObject({ image_id: "kept", incident: "2024/17", sha256 });
  const report = { method: "POST", path: "/admin/images/kept/report", json: { authority: "X" } };
  expect((await at(report)).status).toBe(202);
  const release = { method: "DELETE", path: "/admin/images/past/hold" };
  expect((await at(release)).status).toBe(204);
  expect((await at(release)).status).toBe(409);
});

it("the link in an answer can be followed, and helps", async () => {
  await using service = await startService();
  const base = `${service.base}/problem`;
  const headers = { "Content-Type": "image/png" };
  const upload = { method: "POST", path: "/images", key: "key-bob", headers, body: png };
  for (const step of ["verify", "upgrade"]) {
    const { action } = await json(await send(upload, base));
    const { type, url } = action as unknown as { readonly type: string; readonly url: string };
    expect(type).toBe(step);
    const changed = await fetch(url.replace("t=bob", "t=ada"));
    expect(changed.status).toBe(404);
    expect((await fetch(url)).status).toBe(200);
  }
  expect((await send(upload, base)).status).toBe(201);
});

it("a key that belongs to a key pair needs a proof, each for one time", async () => {
  await using service = await startService();
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { crv, kty, x, y } = publicKey.export({ format: "jwk" });
  const hash = (text: string) => createHash("sha256").update(text).digest("base64url");
  const token = "key-ada-bound";
  const bound = {
    ...service.state.keys.get(token),
    boundTo: hash(JSON.stringify({ crv, kty, x, y })),
  };
  service.state.keys.set(token, bound as never);

  const path = "/images/import";
  function proof(about: object): string {
    const head = { typ: "dpop+jwt", alg: "ES256", jwk: { crv, kty, x, y } };
    const claims = {
      jti: crypto.randomUUID(),
      htm: "POST",
      htu: `${service.base}/problem${path}`,
      iat: Date.now() / 1000,
      ath: hash(token),
      ...about,
    };
    const encoded = [head, claims].map((part) =>
      Buffer.from(JSON.stringify(part)).toString("base64url"),
    );
    const text = encoded.join(".");
    const key = { key: privateKey, dsaEncoding: "ieee-p1363" } as const;
    return `${text}.${sign("sha256", Buffer.from(text), key).toString("base64url")}`;
  }
  const statusOf = async (dpop: string) => {
    const headers = { Authorization: `DPoP ${token}`, DPoP: dpop };
    const body = { url: "https://photos.example/boat.png" };
    const request = { method: "POST", path, headers, json: body };
    const response = await send(request, `${service.base}/problem`);
    return [response.status, response.headers.get("www-authenticate")];
  };
  const good = proof({});
  expect(await statusOf(good)).toEqual([201, null]);
  const refused = [
    401,
    'Bearer realm="images", DPoP realm="images", error="invalid_dpop_proof", algs="ES256"',
  ];
  const others = [{ htm: "GET" }, { htu: service.base }, { iat: 0 }, { ath: "" }].map(proof);
  for (const dpop of [good, ...others, `${proof({}).slice(0, -4)}AAAA`, "", "a.b.c"])
    expect(await statusOf(dpop)).toEqual(refused);
});

it("who leaves in the middle of an upload is in the log, and gets no answer", async () => {
  await using service = await startService();
  const socket = connect(Number(new URL(service.base).port), "127.0.0.1");
  const head = "Host: x\r\nAuthorization: Bearer key-ada\r\nContent-Type: image/png\r\n";
  socket.write(`POST /imagizer/images HTTP/1.1\r\n${head}Content-Length: 1000\r\n\r\nabc`);
  await new Promise((done) => setTimeout(done, 100));
  socket.destroy();
  await vi.waitFor(() => expect(service.reports).toHaveLength(1));
  const [report] = service.reports;
  expect([report?.error.code, report?.answer]).toEqual(["client_closed_request", undefined]);
});

it("paths that no format is at are answered as well", async () => {
  await using service = await startService();
  for (const path of ["/", "/elsewhere", "/imgprox/images/cat"]) {
    const response = await fetch(service.base + path);
    expect(response.status, path).toBe(404);
    expect(await json(response)).toMatchObject({ title: "Nothing found" });
  }
});

it.each(Object.keys(formats))("/%s answers to HEAD without a body", async (format) => {
  await using service = await startService();
  const head = await fetch(`${service.base}/${format}/images/dog`, { method: "HEAD" });
  expect([head.status, await head.text()]).toEqual([404, ""]);
});

it("says which methods there are, where the format has a code for it", async () => {
  await using service = await startService();
  for (const format of ["imagebin", "problem"]) {
    const response = await fetch(`${service.base}/${format}/images/cat`, { method: "PUT" });
    expect([response.status, response.headers.get("allow")]).toEqual([
      405,
      "DELETE, GET, HEAD, PATCH",
    ]);
  }
});

it("speaks German, and tells agents what to do next", async () => {
  await using service = await startService();
  const ask = (headers: Record<string, string>) =>
    fetch(`${service.base}/picora/images/dog`, { headers });
  expect(await json(await ask({ "Accept-Language": "de-AT" }))).toMatchObject({
    error: "Unter dieser Adresse gibt es nichts.",
  });
  const guided = await ask({ Accept: "text/markdown" });
  expect(guided.headers.get("content-type")).toMatch(/^text\/markdown/);
  expect(await guided.text()).toContain("Check the address letter by letter.");
});
