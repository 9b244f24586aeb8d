import { createHash, timingSafeEqual } from "node:crypto";
import { CodedError } from "@parley/contract/errors";
import { signatureMatches } from "@parley/whatsapp/signature";
import { readWebhook, type WebhookElement } from "@parley/whatsapp/webhook";
import { badRequest, HttpError, toHttpError } from "./http-error.ts";
import { type Handler, type HttpRequest, json, plainText } from "./http-request.ts";
import type { ReceivedElements } from "./store-elements.ts";

export type WebhookOptions = {
  appSecret: string;
  verifyToken: string;
  /** Resolves once every element is stored. */
  store: (received: ReceivedElements) => Promise<void>;
  now: () => number;
  /** `seconds` from the request's head to its answer. */
  answered: (status: number, seconds: number) => void;
};

const maxBodyBytes = 3_000_000;
const maxElements = 1_000;
// Bodies of all requests under way: past it Meta is asked to come again rather than memory to hold more.
const maxHeldBytes = 96_000_000;

/** `GET /webhook`: Meta's handshake. The challenge goes back as plain text when the token is ours, else 403. */
export function verifyWebhook({ verifyToken }: Pick<WebhookOptions, "verifyToken">): Handler {
  return ({ query }) => {
    const challenge = query.get("hub.challenge") ?? "";
    if (query.get("hub.mode") !== "subscribe" || !sameText(query.get("hub.verify_token") ?? "", verifyToken)) {
      throw new HttpError(403, "forbidden", "the verify token is not ours");
    }
    if (challenge === "" || challenge.length > 1_000) throw badRequest("hub.challenge is missing or too long");
    return plainText(200, challenge);
  };
}

/** `POST /webhook`: 200 only when everything is stored; 401, 400 and 413 are for ever, 503 means come again. */
export function receiveWebhook(options: WebhookOptions): Handler {
  let heldBytes = 0;
  return async (request) => {
    const startedMs = performance.now();
    const bytes = Math.min(maxBodyBytes, Number(request.headers["content-length"] ?? maxBodyBytes) || maxBodyBytes);
    let status = 200;
    heldBytes += bytes;
    try {
      if (heldBytes > maxHeldBytes) throw comeAgain("mailbox.full", "too many webhooks at once");
      await take(options, request);
      return json(200, { status: "ok" });
    } catch (failure) {
      const error = toHttpError(failure);
      status = error.status;
      throw error;
    } finally {
      heldBytes -= bytes;
      options.answered(status, (performance.now() - startedMs) / 1000);
    }
  };
}

async function take({ appSecret, store, now }: WebhookOptions, request: HttpRequest): Promise<void> {
  const receivedAtMs = now();
  const body = await request.body(maxBodyBytes);
  const signature = request.headers["x-hub-signature-256"];
  if (!signatureMatches(appSecret, body, typeof signature === "string" ? signature : undefined)) {
    throw new HttpError(401, "unauthorized", "the signature does not fit the body");
  }
  const elements = readElements(body);
  try {
    await store({ elements, bodyBytes: body.length, receivedAtMs });
  } catch (cause) {
    // Whatever it is, it is not Meta's fault: with 503 nothing is lost.
    throw comeAgain(cause instanceof CodedError ? cause.code : "internal", "not everything could be stored", cause);
  }
}

function readElements(body: Buffer): WebhookElement[] {
  let payload: unknown;
  try {
    payload = JSON.parse(body.toString("utf8"));
  } catch {
    throw badRequest("the body is not JSON");
  }
  const elements = readWebhook(payload);
  if (elements.length > maxElements) {
    throw new HttpError(413, "message.too-large", `${elements.length} elements; a webhook has at most ${maxElements}`);
  }
  return elements;
}

function comeAgain(code: HttpError["code"], message: string, cause?: unknown): HttpError {
  return new HttpError(503, code, message, { cause, headers: { "retry-after": "1" } });
}

/** In constant time, whatever the lengths. */
export function sameText(given: string, expected: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
