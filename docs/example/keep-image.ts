/** Puts images into the storage, as far as there is room. */
import { randomUUID } from "node:crypto";
import type { Context } from "hono";
import { z } from "zod";
import type { Host, Raising } from "./host.js";
import { linkFor } from "./links.js";
import { reach } from "./neighbours.js";
import type { Account, Image } from "./state.js";

/** The title of an image. */
export const Title = z.string().trim().min(1).max(80).default("Untitled");

/** Lets through accounts whose plan has room for one image more. */
export async function needRoom(
  host: Host,
  account: Account,
  raise: Raising<"quota_exceeded">,
): Promise<void> {
  const uploads_limit = account.plan === "pro" ? 10_000 : 100;
  if (account.uploads < uploads_limit) return;
  throw raise.quota_exceeded({
    action: account.isVerified
      ? { type: "upgrade", url: await linkFor(host, "/upgrade", account), label: "Upgrade to Pro" }
      : {
          type: "verify",
          url: await linkFor(host, "/verify", account),
          label: "Verify your email",
        },
    usage: { plan: account.plan, uploads_used: account.uploads, uploads_limit },
  });
}

/** Keeps an image and answers with it. */
export function keepImage(
  { base, state }: Host,
  context: Context,
  about: Pick<Image, "owner" | "title" | "type" | "bytes">,
  raise: Raising<"storage_error">,
): Response {
  const image: Image = { id: randomUUID(), labels: {}, isPrivate: false, version: 1, ...about };
  try {
    reach("storage", context);
    state.images.set(image.id, image);
  } catch (cause) {
    throw raise.storage_error({ request_id: context.get("requestId") }, { cause });
  }
  if (about.owner !== undefined) about.owner.uploads += 1;
  return context.json(shown(image), 201, {
    Location: `${base}/images/${image.id}`,
    ETag: tagOf(image),
  });
}

/** What others see of an image. */
export function shown({ id, title, labels, isPrivate }: Image) {
  return { id, title, labels, private: isPrivate };
}

/** The version of an image, as HTTP has it. */
export function tagOf({ version }: Image): string {
  return `"${version}"`;
}
