import type { NatsConnection } from "@nats-io/transport-node";
import { callApi } from "./api.ts";

type StreamInfo = {
  config: { metadata?: Record<string, string> };
  state: { messages: number; bytes: number; first_seq: number; last_seq: number; subjects?: Record<string, number> };
  total?: number;
};

/** How many messages each subject under `filter` has. Pages of 100,000 subjects. */
export async function subjectsOf(nc: NatsConnection, stream: string, filter: string): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (;;) {
    const info = await callApi<StreamInfo>(nc, `STREAM.INFO.${stream}`, {
      subjects_filter: filter,
      offset: found.size,
    });
    const page = Object.entries(info.state.subjects ?? {});
    for (const [subject, count] of page) found.set(subject, count);
    if (page.length === 0 || found.size >= (info.total ?? 0)) return found;
  }
}

export async function streamState(nc: NatsConnection, stream: string): Promise<StreamInfo["state"]> {
  return (await callApi<StreamInfo>(nc, `STREAM.INFO.${stream}`)).state;
}
