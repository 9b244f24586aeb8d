import { setTimeout as sleep } from "node:timers/promises";
import { type HttpExchange, openHttpExchange } from "@parley/whatsapp/http-exchange";
import { signBody } from "@parley/whatsapp/signature";

export type WebhookSender = ReturnType<typeof createWebhookSender>;

type Target = { path: string; http: HttpExchange };

const firstRetryMs = 50;
const longestRetryMs = 2000;
const connections = 64;
const timeoutMs = 10_000;

/** Signs and posts webhooks, and posts them again with falling frequency until the answer is 200, as Meta does. */
export function createWebhookSender(appSecret: string, url: string | undefined) {
  let target = url === undefined ? undefined : open(url);
  const stopping = new AbortController();
  const counts = { webhookPosts: 0, webhookRetries: 0 };

  /** One attempt: the HTTP status, or 0 when there was no answer. */
  const post = async (payload: string): Promise<number> => {
    if (target === undefined) return 0;
    const body = Buffer.from(payload);
    const headers = { "content-type": "application/json", "x-hub-signature-256": signBody(appSecret, body) };
    counts.webhookPosts += 1;
    const exchanged = await target.http.exchange({ method: "POST", path: target.path, headers, body });
    return exchanged.kind === "answered" ? exchanged.answer.status : 0;
  };

  return {
    post,
    counts: () => ({ ...counts }),
    /** Resolves after the 200; rejects only when the simulator stops before. */
    deliver: async (payload: string): Promise<void> => {
      for (let waitMs = firstRetryMs; (await post(payload)) !== 200; waitMs = Math.min(waitMs * 2, longestRetryMs)) {
        counts.webhookRetries += 1;
        await sleep(waitMs, undefined, { signal: stopping.signal });
      }
    },
    setUrl: async (next: string) => {
      const before = target;
      target = open(next);
      await before?.http.close();
    },
    stop: async () => {
      stopping.abort(new Error("the simulated WhatsApp stopped before its webhook was taken"));
      await target?.http.close();
    },
  };
}

function open(url: string): Target {
  const { origin, pathname, search } = new URL(url);
  return { path: pathname + search, http: openHttpExchange(origin, { connections, timeoutMs }) };
}
