import { Agent } from "undici";
import { type RefusedSend, refusedSend } from "./graph-errors.ts";
import { createGraphMedia, type GraphMedia } from "./graph-media.ts";
import { createGraphUpload, type GraphUpload } from "./graph-upload.ts";
import { type Answer, type Exchanged, openHttpExchange } from "./http-exchange.ts";
import { isObject, listOf, objectOf, parsed, textOf } from "./json.ts";
import type { OutgoingMessage } from "./outgoing-message.ts";

/** How one send ended. There is no idempotency key: only `unknown` may not be repeated, a status with its effect settles it. */
export type SendOutcome =
  | { kind: "accepted"; providerId: string; waId?: string }
  | RefusedSend
  | { kind: "unknown"; message: string };

export type GraphApiOptions = {
  /** Scheme and host, e.g. `https://graph.facebook.com`. */
  baseUrl: string;
  version: string;
  token: () => string;
  /** For one call from queue to last byte. */
  timeoutMs: number;
  connections: number;
  /** Unix ms; only `Retry-After` dates need it. */
  now?: () => number;
};

export type GraphApi = GraphMedia &
  GraphUpload & {
    send: (phoneNumberId: string, body: OutgoingMessage, signal?: AbortSignal) => Promise<SendOutcome>;
    /** Blue ticks, and with `typing` the three dots until the reply or 25 s. False when it was not taken: nobody waits for it. */
    markRead: (phoneNumberId: string, messageId: string, typing: boolean, signal?: AbortSignal) => Promise<boolean>;
    close: () => Promise<void>;
  };

/** Meta's Graph API with kept-alive connections. `send`, `upload` and `markRead` never throw. */
export function createGraphApi(options: GraphApiOptions): GraphApi {
  const { baseUrl, version, token, timeoutMs, connections, now = Date.now } = options;
  const base = new URL(baseUrl);
  const prefix = `${base.pathname.replace(/\/+$/, "")}/${version}`;
  const http = openHttpExchange(base.origin, { connections, timeoutMs });
  const agent = new Agent({ connections, headersTimeout: timeoutMs, bodyTimeout: timeoutMs });
  const post = (phoneNumberId: string, body: object, signal: AbortSignal | undefined) =>
    http.exchange({
      method: "POST",
      path: `${prefix}/${encodeURIComponent(phoneNumberId)}/messages`,
      headers: { authorization: `Bearer ${token()}`, "content-type": "application/json" },
      body: JSON.stringify(body),
      signal,
    });
  return {
    ...createGraphMedia({ http, agent, base, prefix, token, now }),
    ...createGraphUpload({ http, prefix, token, now }),
    send: async (phoneNumberId, body, signal) => sendOutcome(await post(phoneNumberId, body, signal), now()),
    markRead: async (phoneNumberId, messageId, typing, signal) => {
      const read = { messaging_product: "whatsapp", status: "read", message_id: messageId };
      const body = typing ? { ...read, typing_indicator: { type: "text" } } : read;
      const exchanged = await post(phoneNumberId, body, signal);
      return exchanged.kind === "answered" && exchanged.answer.status === 200;
    },
    close: async () => {
      await Promise.all([http.close(), agent.destroy()]);
    },
  };
}

function sendOutcome(exchanged: Exchanged, nowMs: number): SendOutcome {
  switch (exchanged.kind) {
    case "not-sent":
      return { kind: "unavailable", message: exchanged.message };
    case "lost":
      return { kind: "unknown", message: exchanged.message };
    case "answered":
      return (
        acceptedSend(exchanged.answer) ??
        refusedSend(exchanged.answer, nowMs) ?? {
          kind: "unknown",
          message: `HTTP ${exchanged.answer.status} with a body that says neither accepted nor refused`,
        }
      );
  }
}

function acceptedSend({ status, body }: Answer): SendOutcome | undefined {
  if (status < 200 || status > 299) return undefined;
  const answer = objectOf(parsed(body));
  const [message] = listOf(answer?.messages);
  const [contact] = listOf(answer?.contacts);
  const providerId = isObject(message) ? textOf(message.id) : undefined;
  const waId = isObject(contact) ? textOf(contact.wa_id) : undefined;
  if (providerId === undefined) return undefined;
  return { kind: "accepted", providerId, ...(waId === undefined ? {} : { waId }) };
}
