import { type Out, store } from "@parley/actor/out";
import { type GalleryEntry, galleryId } from "@parley/contract/gallery";
import { parseChatId } from "@parley/contract/ids";
import type { MediaReference } from "@parley/contract/message-received";
import type { MediaItem } from "@parley/contract/turn";
import type { TurnOpened } from "@parley/contract/turn-opened";
import type { ReadResult } from "../reading/read-result.ts";

/** A file of a turn: as it stands in the turn, and what is known of it beside. */
export type GalleryFile = {
  item: MediaItem;
  /** By its bytes. */
  mimeType?: string | undefined;
  /** Absent: not read, or not yet. */
  read?: ReadResult | undefined;
};

type HeardPiece = NonNullable<GalleryEntry["segments"]>[number];

/** Text kept for the search, characters. The whole is kept with the file's result. */
const maxText = 4_000;
const maxCaption = 1_000;
// Line items of a long invoice would make the entry larger than a message may be.
const maxFieldChars = 4_000;
const maxFieldsChars = 16_000;
const maxSegments = 200;

/** The entries of a turn's files, in their order. */
export function galleryEntries(turn: TurnOpened, files: readonly GalleryFile[]): GalleryEntry[] {
  const references = turn.media ?? [];
  return files.flatMap((file, at) => {
    const reference = references[at];
    return reference === undefined ? [] : [withRead(newEntry(turn, reference, at + 1), file)];
  });
}

/** An entry that was `pending`, now that its file is read. */
export function withRead(entry: GalleryEntry, { item, mimeType, read }: GalleryFile): GalleryEntry {
  const text = textOf(item);
  const fields = item.fields === undefined ? {} : keptFields(item.fields);
  const known = { ...entry, status: item.status, bytes: item.bytes, tags: tagsOf(entry.tags, item, read) };
  if (mimeType !== undefined) known.mimeType = mimeType;
  if (item.sha256 !== undefined) known.sha256 = item.sha256;
  if (text !== undefined) known.text = text;
  if (Object.keys(fields).length > 0) known.fields = fields;
  const { pages, width, height, transcript } = read ?? {};
  if (pages !== undefined) known.pages = pages;
  if (width !== undefined) known.width = width;
  if (height !== undefined) known.height = height;
  if (transcript !== undefined) known.durationS = transcript.durationS;
  const segments = keptSegments(transcript?.segments ?? []);
  if (segments.length > 0) known.segments = segments;
  return known;
}

/** The same entry twice is one: its id is its turn and place. */
export function keepEntry(entry: GalleryEntry): Out {
  return store("gallery", entry.id, entry);
}

function newEntry({ entry, sentAtMs, context }: TurnOpened, reference: MediaReference, n: number): GalleryEntry {
  const { chat, turn, messageId, text, receivedAt } = entry;
  const kept: GalleryEntry = {
    ...{ id: galleryId(chat, turn, n), chat, account: parseChatId(chat).account, turn, messageId },
    ...{ kind: reference.kind, mimeType: reference.mimeType, bytes: 0, status: "pending" },
    sentAt: isoTime(sentAtMs) ?? receivedAt,
    tags: [],
  };
  if (reference.voice === true) kept.tags.push("voice");
  if (context?.forwarded === true) kept.tags.push("forwarded");
  if (reference.filename !== undefined) kept.filename = reference.filename.slice(0, 255);
  if (text !== undefined && text !== "") kept.caption = text.slice(0, maxCaption);
  return kept;
}

/** Undefined for what no calendar has: the time is the provider's word. */
function isoTime(ms: number): string | undefined {
  return ms > 0 && ms < 8.64e15 ? new Date(ms).toISOString() : undefined;
}

function textOf({ text, transcript }: MediaItem): string | undefined {
  const all = [text, transcript].flatMap((part) => (part === undefined || part === "" ? [] : [part])).join("\n");
  return all === "" ? undefined : all.slice(0, maxText);
}

/** Small fields first in, as far as there is room. */
function keptFields(fields: Record<string, unknown>): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  let left = maxFieldsChars;
  for (const [name, field] of Object.entries(fields)) {
    const size = JSON.stringify(field)?.length ?? 0;
    if (size > maxFieldChars || size > left) continue;
    left -= size;
    kept[name] = field;
  }
  return kept;
}

/** From the beginning, as much text as is kept of the whole. */
function keptSegments(segments: readonly HeardPiece[]): HeardPiece[] {
  const kept: HeardPiece[] = [];
  let left = maxText;
  for (const { startS, endS, text } of segments.slice(0, maxSegments)) {
    left -= text.length;
    if (left < 0) break;
    kept.push({ startS, endS, text });
  }
  return kept;
}

function tagsOf(tags: readonly string[], { fields }: MediaItem, read: ReadResult | undefined): string[] {
  const found = new Set(tags);
  const type = fieldValue(fields?.documentType);
  if (typeof type === "string" && type !== "other") found.add(type);
  for (const { format } of read?.codes ?? []) found.add(/qr/i.test(format) ? "qr" : "barcode");
  return [...found];
}

function fieldValue(field: unknown): unknown {
  return typeof field === "object" && field !== null && "value" in field ? field.value : undefined;
}
