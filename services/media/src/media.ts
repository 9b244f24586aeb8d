import { type Context, defineWorker } from "@parley/actor/actor";
import { type Out, send } from "@parley/actor/out";
import { PermanentError } from "@parley/contract/errors";
import { parseChatId } from "@parley/contract/ids";
import type { MediaReference } from "@parley/contract/message-received";
import type { MediaItem } from "@parley/contract/turn";
import type { TurnOpened } from "@parley/contract/turn-opened";
import { asSha256Hex, sha256Hex } from "./sha256.ts";

/** `stored`: in the blob store under its content hash. The others are final too: the turn goes on without the file. */
export type MediaStatus = "stored" | "gone" | "corrupt" | "too_large" | "failed";

/** How a download ended. Everything else is a `TransientError`, tried again, or another `PermanentError`, a dead letter. */
export type FetchedMedia =
  | {
      status: "fetched";
      bytes: Uint8Array /** Of the file as the provider knows it: hex or base64. */;
      sha256?: string;
    }
  | { status: "gone" | "too_large" | "corrupt" };

export type MediaDependencies = {
  fetchMedia: (reference: MediaReference, account: string, signal: AbortSignal) => Promise<FetchedMedia>;
  /** Keeps the bytes under their hash (hex); the same hash again is not an error. */
  store: (blob: { sha256: string; bytes: Uint8Array; mimeType: string }, signal: AbortSignal) => Promise<void>;
  clock: { now: () => number };
};

/** Fetches the files of a turn, then sends the turn on to intel. Turns of one chat may be read side by side. */
export function mediaWorker(deps: MediaDependencies) {
  return defineWorker<TurnOpened>({
    service: "media",
    name: "media",
    receives: ["turn.opened"],
    receive: async (message, context) => {
      const { account } = parseChatId(message.entry.chat);
      const items: MediaItem[] = [];
      for (const reference of message.media ?? []) items.push(await readItem(deps, reference, account, context));
      return [toIntel(message, items)];
    },
    failed: (message, failure, context) => {
      context.log.warn({ turn: message.entry.turn, code: failure.code }, "media failed, turn goes on without it");
      return [
        toIntel(
          message,
          (message.media ?? []).map((reference) => itemOf(reference, "failed", {})),
        ),
      ];
    },
  });
}

async function readItem(deps: MediaDependencies, reference: MediaReference, account: string, context: Context) {
  const startedAt = deps.clock.now();
  const ended = (status: MediaStatus, found: { bytes?: number; sha256?: string } = {}) =>
    itemOf(reference, status, { ...found, ms: deps.clock.now() - startedAt });
  const fetched = await fetchOrEnd(deps, reference, account, context.signal);
  if (fetched.status !== "fetched") return ended(fetched.status);
  const { bytes } = fetched;
  const sha256 = sha256Hex(bytes);
  const found = { bytes: bytes.byteLength, sha256 };
  if (!matches(sha256, reference.sha256) || !matches(sha256, fetched.sha256)) return ended("corrupt", found);
  await deps.store({ sha256, bytes, mimeType: reference.mimeType }, context.signal);
  return ended("stored", found);
}

/** A file that will never come is an ending, not a failure: the customer still gets an answer. */
async function fetchOrEnd(
  { fetchMedia }: MediaDependencies,
  reference: MediaReference,
  account: string,
  signal: AbortSignal,
): Promise<FetchedMedia> {
  try {
    return await fetchMedia(reference, account, signal);
  } catch (failure) {
    if (!(failure instanceof PermanentError)) throw failure;
    if (failure.code === "media.gone") return { status: "gone" };
    if (failure.code === "media.too-large") return { status: "too_large" };
    if (failure.code === "media.corrupt") return { status: "corrupt" };
    throw failure;
  }
}

/** A checksum that is missing or not a SHA-256 proves nothing against the file. */
function matches(sha256: string, expected: string | undefined): boolean {
  const hex = expected === undefined ? undefined : asSha256Hex(expected);
  return hex === undefined || hex === sha256;
}

type Found = { bytes?: number; sha256?: string; ms?: number };

function itemOf(reference: MediaReference, status: MediaStatus, { bytes = 0, sha256, ms = 0 }: Found): MediaItem {
  const item: MediaItem = { id: reference.id, kind: reference.kind, mimeType: reference.mimeType, bytes, status, ms };
  if (sha256 !== undefined) item.sha256 = sha256;
  return item;
}

function toIntel(message: TurnOpened, items: MediaItem[]): Out {
  const { entry } = message;
  const processing = { ...entry.processing, media: { items } };
  const onward: TurnOpened = { ...message, entry: { ...entry, processing } };
  return send("intel", onward);
}
