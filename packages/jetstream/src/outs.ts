import type { Out } from "@parley/actor/out";
import { encode } from "@parley/contract/codec";
import type { Trace } from "@parley/contract/message";
import { encodeLaneJob, type LaneJob, type StoreJob } from "./commit.ts";
import { type Envelope, encodeEnvelope } from "./envelope.ts";

/** An out of a finished message, encoded once, with the section of the commit it goes to. */
export type EncodedOut =
  | { section: string; bytes: Uint8Array; envelope: Envelope }
  | { section: "@lane"; bytes: Uint8Array; job: LaneJob }
  | { section: "@store"; bytes: Uint8Array; store: StoreJob };

/** Where an out goes: a reader of the journal, the actor itself, another key's inbox, the scheduler, or a stored value. */
export function encodeOut(
  out: Out,
  by: { service: string; key: string; n: number; trace: Trace },
): EncodedOut | undefined {
  switch (out.kind) {
    case "send": {
      const key = out.key ?? by.key;
      const envelope: Envelope = { key, message: out.message, trace: by.trace };
      if (key !== by.key) {
        const job: LaneJob = { kind: "send", service: out.to, envelope };
        return { section: "@lane", bytes: encodeLaneJob(job), job };
      }
      const section = out.to === by.service ? "self" : out.to;
      return { section, bytes: encodeEnvelope(envelope), envelope };
    }
    case "set-timer": {
      const job: LaneJob = {
        kind: "timer",
        key: by.key,
        name: out.name,
        atMs: out.atMs,
        message: out.message,
        setBy: by.n,
      };
      return { section: "@lane", bytes: encodeLaneJob(job), job };
    }
    case "drop-timers": {
      const job: LaneJob = { kind: "drop-timers", key: by.key };
      return { section: "@lane", bytes: encodeLaneJob(job), job };
    }
    case "cancel-timer":
      return undefined; // the actor forgets the timer; when it fires it is no longer known and dropped
    case "store": {
      const { collection, id, value } = out;
      const store: StoreJob = value === undefined ? { collection, id } : { collection, id, value };
      return { section: "@store", bytes: encode(store), store };
    }
    case "remove-all": {
      const { collection, chat, upTo } = out;
      const store: StoreJob = { collection, id: `${chat}.*`, value: null, ...(upTo === undefined ? {} : { upTo }) };
      return { section: "@store", bytes: encode(store), store };
    }
  }
}

/** The timers an actor has after a message: those it set, less those it cancelled and the one that fired. */
export function timersAfter(
  before: Readonly<Record<string, number>>,
  outs: readonly Out[],
  fired: string | undefined,
  n: number,
): Record<string, number> | undefined {
  let after: Record<string, number> | undefined;
  const edit = () => {
    after ??= { ...before };
    return after;
  };
  if (fired !== undefined) delete edit()[fired];
  for (const out of outs) {
    if (out.kind === "drop-timers") after = {};
    else if (out.kind === "set-timer") edit()[out.name] = n;
    else if (out.kind === "cancel-timer") delete edit()[out.name];
  }
  return after;
}
