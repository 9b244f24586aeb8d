import { z } from "zod";
import { type ChatId, isChatId } from "./ids.ts";

/** One file of a turn as the gallery keeps it, written by media; the newest version counts. Its bytes lie under `sha256`. */
export const GalleryEntry = z.object({
  /** `<chat>.<turn>.<n>`, n the file's place in its turn, from 1. */
  id: z.string(),
  chat: z.string(),
  account: z.string(),
  turn: z.int().positive(),
  messageId: z.string(),
  kind: z.string(),
  /** What the bytes are; what the sender said of a file that never came. */
  mimeType: z.string(),
  bytes: z.number(),
  /** Absent: there are no bytes. */
  sha256: z.string().optional(),
  sentAt: z.string(),
  /** As the item's in its turn; `pending` until the file is read. */
  status: z.string(),
  filename: z.string().optional(),
  caption: z.string().optional(),
  /** The beginning of what was read or heard. */
  text: z.string().optional(),
  /** As in the turn: value, confidence, where found. */
  fields: z.record(z.string(), z.unknown()).optional(),
  tags: z.array(z.string()),
  pages: z.number().optional(),
  width: z.number().optional(),
  height: z.number().optional(),
  durationS: z.number().optional(),
  /** What was heard, piece by piece, as far as there is room. */
  segments: z.array(z.object({ startS: z.number(), endS: z.number(), text: z.string() })).optional(),
});
export type GalleryEntry = z.infer<typeof GalleryEntry>;

export function galleryId(chat: ChatId, turn: number, n: number): string {
  return `${chat}.${turn}.${n}`;
}

/** The turn of a gallery id. */
export function turnOfGalleryId(id: string): number {
  return Number(id.split(".")[1]);
}

/** The chat of a gallery id, or undefined when the text is not one. */
export function chatOfGalleryId(id: string): ChatId | undefined {
  const chat = /^([^.]+)\.\d{1,15}\.\d{1,6}$/.exec(id)?.[1];
  return chat !== undefined && isChatId(chat) ? chat : undefined;
}
