import { callApi } from "@parley/jetstream/api";
import { getRange } from "@parley/jetstream/direct-get";
import { streamState } from "@parley/jetstream/stream-info";
import type { Installation } from "./installation.ts";

type Place = { stream: string; subject: string; text: string };

/** Everything the nats-server has stored that holds one of the texts, in its subject or its bytes: stream, subject and which. */
export async function storedTexts({ runtime }: Installation, texts: readonly string[]): Promise<Place[]> {
  const found: Place[] = [];
  const { streams } = await callApi<{ streams: string[] }>(runtime.nc, "STREAM.NAMES");
  for (const stream of streams) {
    const { first_seq: fromSeq, last_seq: toSeq } = await streamState(runtime.nc, stream);
    await getRange(runtime.nc, stream, ">", { fromSeq, toSeq }, ({ subject, data }) => {
      const bytes = Buffer.from(data).toString("utf8");
      for (const text of texts) {
        if (subject.includes(text) || bytes.includes(text)) found.push({ stream, subject, text });
      }
    });
  }
  return found;
}
