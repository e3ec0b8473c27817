/** TypeScript's own server, as editors start it. */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../shipped-catalog.js";

/** A place in a file, from 1. */
export interface FilePlace {
  readonly file: string;
  readonly line: number;
  readonly offset: number;
}

/** The server, to be stopped when it is not asked any more. */
export interface LanguageServer {
  /** Where "go to definition" leads from the first occurrence of a text; a `‸` in it is the cursor. */
  definitionOf(file: string, marked: string): Promise<readonly FilePlace[]>;
  stop(): void;
}

interface Message {
  readonly type: string;
  readonly request_seq?: number;
  readonly success?: boolean;
  readonly message?: string;
  readonly body?: unknown;
}

/** Starts the server. */
export function languageServer(): LanguageServer {
  const args = ["--disableAutomaticTypingAcquisition", "--suppressDiagnosticEvents"];
  const server = spawn(
    process.execPath,
    [join(root, "node_modules/typescript/lib/tsserver.js"), ...args],
    { stdio: ["pipe", "pipe", "inherit"] },
  );
  const waiting = new Map<number, (message: Message) => void>();
  let received = "";
  server.stdout.setEncoding("utf8").on("data", (part: string) => {
    received += part;
    const lines = received.split("\n");
    received = lines.pop() ?? "";
    for (const line of lines) {
      if (!line.startsWith("{")) continue; // the length that stands before each message
      const message = JSON.parse(line) as Message;
      if (message.type === "response") waiting.get(message.request_seq ?? -1)?.(message);
    }
  });
  let last = 0;
  const send = (command: string, given: object): number => {
    last += 1;
    server.stdin.write(
      `${JSON.stringify({ seq: last, type: "request", command, arguments: given })}\n`,
    );
    return last;
  };
  const opened = new Set<string>();
  return {
    definitionOf: async (file, marked) => {
      if (!opened.has(file)) send("open", { file });
      opened.add(file);
      const text = readFileSync(file, "utf8");
      const found = text.indexOf(marked.replace("‸", ""));
      if (found === -1) throw new Error(`${file} has no ${marked}`);
      const before = text.slice(0, found + marked.indexOf("‸")).split("\n");
      const place = { line: before.length, offset: (before.at(-1)?.length ?? 0) + 1 };
      const seq = send("definition", { file, ...place });
      const { success, message, body } = await new Promise<Message>((done) =>
        waiting.set(seq, done),
      );
      if (!success) throw new Error(message);
      const places = body as readonly { readonly file: string; readonly start: FilePlace }[];
      return places.map(({ file, start: { line, offset } }) => ({ file, line, offset }));
    },
    stop: () => server.kill(),
  };
}
