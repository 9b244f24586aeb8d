import type { NatsConnection } from "@nats-io/transport-node";
import { TransientError } from "@parley/contract/errors";
import { JetStreamError } from "./publisher.ts";

/** One call of the JetStream API (`$JS.API.<call>`), JSON in and out. Throws `JetStreamError` or `TransientError("nats.unavailable")`. */
export async function callApi<T extends object>(nc: NatsConnection, call: string, body: object = {}): Promise<T> {
  const reply = await nc
    .request(`$JS.API.${call}`, JSON.stringify(body), { timeout: 2_000 })
    .catch((cause: unknown) => {
      throw new TransientError("nats.unavailable", `no answer to ${call}`, { cause });
    });
  const answer = reply.json<T & { error?: { err_code?: number; description?: string } }>();
  if (answer.error) throw new JetStreamError(answer.error.err_code ?? 0, answer.error.description ?? call);
  return answer;
}
