import type { MediaReference } from "@parley/contract/message-received";
import type { MediaItem } from "@parley/contract/turn";
import type { ReadResult, ReadStatus } from "./reading/read-result.ts";

/** How a file ended: as it was read, or before. `pending`: it is still read while the turn goes on; all others are final. */
export type MediaStatus = ReadStatus | "pending" | "gone" | "failed";

/** What is known of a file before it is read: its length, its hash (hex) and the time all that took, ms. */
export type Found = { bytes?: number; sha256?: string; ms?: number };

/** Text that travels with a turn, characters; all of it is kept with the file's result. */
const maxTurnText = 20_000;

/** A file as its turn shows it. */
export function itemOf(
  reference: MediaReference,
  status: MediaStatus,
  { bytes = 0, sha256, ms = 0 }: Found,
): MediaItem {
  const item: MediaItem = { id: reference.id, kind: reference.kind, mimeType: reference.mimeType, bytes, status, ms };
  if (sha256 !== undefined) item.sha256 = sha256;
  return item;
}

/** The same with what was read. */
export function withResult(item: MediaItem, { text, transcript, fields, engine }: ReadResult): MediaItem {
  const read: MediaItem = { ...item, engine };
  if (text !== undefined && text !== "") read.text = text.slice(0, maxTurnText);
  if (transcript !== undefined) read.transcript = transcript.text.slice(0, maxTurnText);
  if (fields !== undefined) read.fields = fields;
  return read;
}
