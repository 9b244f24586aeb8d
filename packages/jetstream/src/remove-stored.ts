import type { NatsConnection } from "@nats-io/transport-node";
import { providerIdHash } from "@parley/contract/ids";
import type { Names } from "@parley/contract/names";
import { getLastMany, type StoredMessage } from "./direct-get.ts";
import { type KeyedWriter, type Versioned, versionHeader } from "./keyed-writer.ts";
import { subjectsOf } from "./stream-info.ts";

export type Removal = {
  stream: string;
  /** Of the subjects, up to and with the dot before `>`. */
  below: string;
  /** What was stored with a higher one stays. */
  version: number;
  /** Higher turns stay: the token after `below`. */
  upTo: number | undefined;
};

// An owner that was frozen for longer than this could still write an old value; readers that were away learn of the removal within it.
const markS = 86_400;
const atOnce = 64;
/** Higher than any position: no late writer puts the value back while the mark is there. */
const lastVersion = Number.MAX_SAFE_INTEGER;

/** What stands in the place of a removed value for a day: no text, but the version that an old value would have to beat. */
export function markOf(version: number): Pick<Versioned, "body" | "version" | "ttlS"> {
  return { body: "", version, ttlS: markS };
}

/** A turn's message id is not to be found any more, whoever stores it late. */
export function turnIndexMark(subject: string): Versioned {
  return { subject, knownSeq: undefined, ...markOf(lastVersion) };
}

/** Removes all values below a subject, and for each turn among them the index entry of its message id first. */
export async function removeStored(
  nc: NatsConnection,
  { names, writer }: { names: Names; writer: KeyedWriter },
  { stream, below, version, upTo = Number.POSITIVE_INFINITY }: Removal,
): Promise<void> {
  const found = [...(await subjectsOf(nc, stream, `${below}>`)).keys()];
  const subjects = found.filter((subject) => !(Number(subject.slice(below.length).split(".")[0]) > upTo));
  for (let at = 0; at < subjects.length; at += atOnce) {
    const stored = await getLastMany(nc, stream, subjects.slice(at, at + atOnce));
    const old = stored.filter(({ headers }) => Number(headers?.get(versionHeader)) <= version);
    const ids = stream === names.timelineStream ? old.flatMap((message) => messageIdOf(message) ?? []) : [];
    await writer.writeMany(ids.map((id) => turnIndexMark(names.turnIndex(providerIdHash(id)))));
    await writer.writeMany(old.map(({ subject, seq }) => ({ subject, knownSeq: seq, ...markOf(version) })));
  }
}

function messageIdOf({ data }: StoredMessage): string | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(data).toString("utf8"));
    const known = typeof value === "object" && value !== null && "messageId" in value;
    return known && typeof value.messageId === "string" ? value.messageId : undefined;
  } catch {
    return undefined;
  }
}
