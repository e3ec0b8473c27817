/** Reads an answer that somebody pasted: from a file or from standard input. */
import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { namedPath } from "../disk/named-path.js";
import { readRegularText } from "../disk/read-regular-file.js";
import { UsageError } from "./exit-code.js";
import type { Host } from "./host.js";

/** No answer of a service is larger. */
const most = 16 * 2 ** 20;

/**
 * The text of the file, or without one of standard input.
 *
 * @throws UsageError or UnreadableError where it is too large, or no file.
 */
export async function readPasted(file: string | undefined, host: Host): Promise<string> {
  if (file === undefined) return readAll(host.input);
  // What the shell hands over, as in `errdex decode <(curl --include …)`, is a pipe that somebody writes to.
  if (/^\/dev\/(stdin|fd\/\d+)$/.test(file)) return readAll(createReadStream(file));
  const path = await namedPath(file, host.cwd);
  return readRegularText({ path, shown: file, most });
}

async function readAll(input: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of input) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > most) throw new UsageError("The answer has more than 16 MiB.");
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString("utf8");
}
