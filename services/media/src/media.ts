import { type Context, defineWorker } from "@parley/actor/actor";
import { type Out, removeAll, send } from "@parley/actor/out";
import type { ChatForget } from "@parley/contract/chat-forget";
import { PermanentError } from "@parley/contract/errors";
import type { GalleryEntry } from "@parley/contract/gallery";
import { parseChatId } from "@parley/contract/ids";
import type { MediaPending, MediaRead } from "@parley/contract/media-read";
import type { MediaReference } from "@parley/contract/message-received";
import type { MediaItem } from "@parley/contract/turn";
import type { TurnOpened } from "@parley/contract/turn-opened";
import { readUnlessForgotten } from "./gallery/forget-chat.ts";
import { type GalleryFile, galleryEntries, keepEntry, withRead } from "./gallery/gallery-entry.ts";
import { fileTypeOf } from "./intake/file-type.ts";
import { mimeTypeOf } from "./intake/judge-file.ts";
import { type Found, itemOf, type MediaStatus, withResult } from "./media-item.ts";
import type { File } from "./read-once.ts";
import type { ReadResult } from "./reading/read-result.ts";
import { asSha256Hex, sha256Hex } from "./sha256.ts";

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
  /** What `store` keeps; undefined when it is gone. */
  load: (sha256: string, signal: AbortSignal) => Promise<Uint8Array | undefined>;
  /** Reads a file; the same one at the same time only once. Never throws. */
  read: (file: File) => Promise<ReadResult>;
  /** What a chat is written in, as a code; undefined when nobody knows, or nobody answers in time. Never throws. */
  languageOf: (chat: string) => Promise<string | undefined>;
  /** Resolves when a turn has waited long enough for its files, and goes on without them. */
  patience: () => Promise<void>;
  /** Removes what the gallery has of a chat up to a turn (absent: of all), and its files unless another chat has the same. */
  forget: (chat: string, turn: number | undefined) => Promise<void>;
  clock: { now: () => number };
};

/** Fetches and reads the files of a turn, then sends the turn on to intel. Turns of one chat may be read side by side. */
export function mediaWorker(deps: MediaDependencies) {
  const unlessForgotten = readUnlessForgotten();
  return defineWorker<TurnOpened | MediaPending | ChatForget>({
    service: "media",
    name: "media",
    receives: ["turn.opened", "media.pending", "chat.forget"],
    receive: async (message, context) => {
      switch (message.type) {
        case "media.pending":
          return unlessForgotten.read({ chat: context.key, turn: message.turn }, () =>
            readPending(deps, message, context),
          );
        case "chat.forget":
          unlessForgotten.forget(context.key, message.turn);
          await deps.forget(context.key, message.turn);
          return [removeAll("gallery", context.key, message.turn), send("resilience", forgottenByMedia(message))];
        case "turn.opened":
          return readTurn(deps, message, context);
      }
    },
    failed: (message, failure, context) => {
      if (message.type === "chat.forget") return [];
      if (message.type === "media.pending") return ended(message, message.items.map(failedFile));
      context.log.warn({ turn: message.entry.turn, code: failure.code }, "media failed, turn goes on without it");
      const files = (message.media ?? []).map((reference) => ({ item: itemOf(reference, "failed", {}) }));
      return onward(message, files, galleryEntries(message, files));
    },
  });
}

function forgottenByMedia(order: ChatForget): ChatForget {
  return { ...order, by: "media" };
}

async function readTurn(deps: MediaDependencies, message: TurnOpened, context: Context): Promise<Out[]> {
  const { chat } = message.entry;
  const { account } = parseChatId(chat);
  const references = message.media ?? [];
  const patience = references.length > 0 ? deps.patience() : Promise.resolve();
  const files = await Promise.all(
    references.map((reference) => readItem(deps, { reference, chat, account, patience }, context)),
  );
  const entries = galleryEntries(message, files);
  const outs = onward(message, files, entries);
  const isPending = (_: unknown, at: number) => files[at]?.item.status === "pending";
  const pending = files.filter(isPending);
  if (pending.length === 0) return outs;
  const waited: MediaPending = {
    ...{ type: "media.pending", v: 1, turn: message.entry.turn, items: pending.map(({ item }) => item) },
    ...{ references: references.filter(isPending), entries: entries.filter(isPending) },
  };
  return [...outs, send("media", waited)];
}

type Wanted = { reference: MediaReference; chat: string; account: string; patience: Promise<void> };

async function readItem(
  deps: MediaDependencies,
  { reference, chat, account, patience }: Wanted,
  context: Context,
): Promise<GalleryFile> {
  const startedAt = deps.clock.now();
  const ended = (status: MediaStatus, found: Found = {}) => ({
    item: itemOf(reference, status, { ...found, ms: deps.clock.now() - startedAt }),
  });
  const fetched = await fetchOrEnd(deps, reference, account, context.signal);
  if (fetched.status !== "fetched") return ended(fetched.status);
  const { bytes } = fetched;
  const sha256 = sha256Hex(bytes);
  const found = { bytes: bytes.byteLength, sha256 };
  if (!matches(sha256, reference.sha256) || !matches(sha256, fetched.sha256)) return ended("corrupt", found);
  await deps.store({ sha256, bytes, mimeType: reference.mimeType }, context.signal);
  const language = await hintFor(deps, reference.kind, chat);
  const reading = deps.read({ sha256, bytes, mimeType: reference.mimeType, language });
  const result = await Promise.race([reading, patience.then(() => undefined)]);
  const mimeType = mimeTypeOf(fileTypeOf(bytes));
  if (result === undefined) return { ...ended("pending", found), mimeType };
  return { item: withResult(ended(result.status, found).item, result), mimeType, read: result };
}

/** The reading goes on where it was, or anew after a crash. */
async function readPending(deps: MediaDependencies, message: MediaPending, { key, signal }: Context): Promise<Out[]> {
  const files = await Promise.all(
    message.items.map(async (item): Promise<GalleryFile> => {
      const bytes = item.sha256 === undefined ? undefined : await deps.load(item.sha256, signal);
      if (bytes === undefined || item.sha256 === undefined) return { item: { ...item, status: "gone" } };
      const language = await hintFor(deps, item.kind, key);
      const result = await deps.read({ sha256: item.sha256, bytes, mimeType: item.mimeType, language });
      return { item: withResult({ ...item, status: result.status, ms: result.ms }, result), read: result };
    }),
  );
  return ended(message, files);
}

/** Only what is said needs it: a written text shows its language itself. */
async function hintFor({ languageOf }: MediaDependencies, kind: string, chat: string): Promise<string | undefined> {
  return kind === "audio" ? languageOf(chat) : undefined;
}

function failedFile(item: MediaItem): GalleryFile {
  return { item: { ...item, status: "failed" } };
}

/** To the turn's entry, and to the gallery. */
function ended({ turn, entries }: MediaPending, files: readonly GalleryFile[]): Out[] {
  const read: MediaRead = { type: "media.read", v: 1, turn, items: files.map(({ item }) => item), early: 0 };
  const kept = entries.flatMap((entry, at) => {
    const file = files[at];
    return file === undefined ? [] : [keepEntry(withRead(entry, file))];
  });
  return [send("delivery", read), ...kept];
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

function onward(message: TurnOpened, files: readonly GalleryFile[], entries: readonly GalleryEntry[]): Out[] {
  const { entry } = message;
  const processing = { ...entry.processing, media: { items: files.map(({ item }) => item) } };
  const turn: TurnOpened = { ...message, entry: { ...entry, processing } };
  return [send("intel", turn), ...entries.map(keepEntry)];
}
