/** A client for each format: what a program makes of a failure, by the codes and fields of that format. */
import { createFetch, type Failure, toFormErrors } from "errdex/client";
import {
  imagebin,
  imagizer,
  imgPro,
  picora,
  pinarkive,
  problem,
} from "errdex/image-hosting/client";

const json = { "Content-Type": "application/json" };
const as = (token: string) => ({ Authorization: `Bearer ${token}` });

/** What there is to say of any failure: the answer's text, or why there is no answer. */
const textOf = ({ error, message }: Failure): string => error?.message ?? message;

/** imagebin.ca: releases an image from legal hold. */
export async function releaseHold(base: string, token: string, id: string): Promise<string> {
  const api = createFetch(imagebin);
  const url = `${base}/admin/images/${id}/hold`;
  const { failure } = await api.try(url, { method: "DELETE", headers: as(token) });
  if (!failure) return "Released.";
  switch (failure.error?.code) {
    case "preservation_window_active":
      return `It has to be kept until ${failure.error.preserve_until ?? "a day that nobody said"}.`;
    case "not_under_hold":
      return "It was released before.";
    default:
      return textOf(failure);
  }
}

/** img.pro: uploads an image, or offers what helps. */
export async function uploadFile(base: string, token: string, file: Blob): Promise<string> {
  const api = createFetch(imgPro);
  const headers = { ...as(token), "Content-Type": file.type };
  const sent = { method: "POST", headers, body: file };
  const { response, failure } = await api.try(`${base}/images`, sent);
  if (response) return `Uploaded to ${response.headers.get("location")}.`;
  switch (failure.error?.code) {
    case "quota_exceeded": {
      const { usage, action } = failure.error;
      return `${usage.uploads_used} of ${usage.uploads_limit} used. ${action.label}: ${action.url}`;
    }
    case "rate_limited": {
      const { action } = failure.error;
      return action?.type === "redirect" ? `${action.label}: ${action.url}` : "Wait a while.";
    }
    default:
      return textOf(failure);
  }
}

/** Imagizer: fetches an image. A status is all that it says; what may pass is tried again. */
export async function fetchImage(base: string, path: string): Promise<ArrayBuffer | string> {
  const api = createFetch(imagizer, { retry: { attempts: 2, max: 1000 }, timeout: 5000 });
  const { response, failure } = await api.try(base + path);
  if (response) return response.arrayBuffer();
  switch (failure.error?.code) {
    case "not_found":
      return "There is no such image.";
    case "unauthorized":
    case "forbidden":
      return "This image is not for everybody.";
    case "bad_gateway":
    case "gateway_timeout":
    case "service_unavailable":
      return "The image will be back.";
    default:
      return textOf(failure);
  }
}

/** PinArkive: signs in, and asks for the second factor of those who have one. */
export async function signIn(
  base: string,
  who: { readonly email: string; readonly password: string },
  askForCode: () => Promise<string>,
): Promise<string> {
  const api = createFetch(pinarkive);
  const send = (body: object) =>
    api.try(`${base}/sessions`, { method: "POST", headers: json, body: JSON.stringify(body) });
  let { failure } = await send(who);
  if (failure?.error?.code === "two_factor_required")
    ({ failure } = await send({ ...who, code: await askForCode() }));
  if (!failure) return "Welcome.";
  switch (failure.error?.code) {
    case "two_factor_invalid":
      return "That was not the code.";
    case "rate_limited":
      return `Too many tries. The next is at ${failure.error.reset_at ?? "another time"}.`;
    default:
      return textOf(failure);
  }
}

/** Picora: deletes an image, with a new session where the old one has ended. */
export async function deleteImage(
  base: string,
  id: string,
  session: { token: string; renew(): Promise<string> },
): Promise<string> {
  const api = createFetch(picora);
  const url = `${base}/images/${id}`;
  const send = () => api.try(url, { method: "DELETE", headers: as(session.token) });
  let { failure } = await send();
  if (failure?.error?.code === "token_expired") {
    session.token = await session.renew();
    ({ failure } = await send());
  }
  if (!failure) return "Deleted.";
  return failure.error?.code === "api_key_revoked" ? "Ask for a new key." : textOf(failure);
}

/** What a person has typed. */
export interface Details {
  readonly title?: string;
  readonly private?: boolean;
}

/** RFC 9457: saves the details of an image, for a form. */
export async function saveDetails(
  image: { readonly url: string; readonly version: string },
  token: string,
  details: Details,
): Promise<string | ReturnType<typeof toFormErrors>> {
  const api = createFetch(problem);
  const headers = { ...as(token), ...json, "If-Match": image.version };
  const sent = { method: "PATCH", headers, body: JSON.stringify(details) };
  const { failure } = await api.try(image.url, sent);
  if (!failure) return "Saved.";
  switch (failure.error?.code) {
    case "validation_error":
      return toFormErrors(failure);
    case "conflict":
      return "Somebody else has changed it. Load it again.";
    case "plan_required":
      return `This needs the plan ${failure.error.required_plan ?? "above yours"}.`;
    default:
      return textOf(failure);
  }
}
