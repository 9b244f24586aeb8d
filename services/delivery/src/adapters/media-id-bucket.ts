import { escapeToken } from "@parley/contract/ids";
import { kvStream, kvSubject } from "@parley/contract/names";
import { getLast } from "@parley/jetstream/direct-get";
import { JetStreamError, wrongLastSequence } from "@parley/jetstream/publisher";
import type { Runtime } from "@parley/jetstream/runtime";
import { z } from "zod";
import type { MediaIds } from "../files/upload-once.ts";

const Stored = z.object({ mediaId: z.string().min(1), uploadedAtMs: z.number() });

/** Ids of uploaded files in the KV bucket that all replicas share; the stream drops them after 29 days. Throws `TransientError`. */
export function mediaIdBucket({ nc, names, publisher }: Pick<Runtime, "nc" | "names" | "publisher">): MediaIds {
  const bucket = names.mediaIdsBucket;
  const subjectOf = (account: string, file: string) => kvSubject(bucket, `${escapeToken(account)}.${file}`);
  const find = async (account: string, file: string) => {
    const last = await getLast(nc, kvStream(bucket), subjectOf(account, file));
    if (last === undefined || last.data.length === 0) return undefined;
    const stored = Stored.safeParse(JSON.parse(Buffer.from(last.data).toString("utf8"))).data;
    return stored && { ...stored, seq: last.seq };
  };
  return {
    find,
    async keep(account, file, id) {
      await publisher.publish(subjectOf(account, file), JSON.stringify(id));
    },
    async drop(account, file, mediaId) {
      const stored = await find(account, file);
      if (stored?.mediaId !== mediaId) return;
      try {
        await publisher.publish(subjectOf(account, file), "", [
          ["KV-Operation", "DEL"],
          ["Nats-Expected-Last-Subject-Sequence", String(stored.seq)],
        ]);
      } catch (failure) {
        // Somebody has uploaded it again meanwhile: that id stays.
        if (!(failure instanceof JetStreamError && failure.apiCode === wrongLastSequence)) throw failure;
      }
    },
  };
}
