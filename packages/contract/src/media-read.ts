import { z } from "zod";
import { GalleryEntry } from "./gallery.ts";
import { messageSchema } from "./message.ts";
import { MediaReference } from "./message-received.ts";
import { MediaItem } from "./turn.ts";

/** Files of a turn that went on without their text. Media's own, key = chat: a crash must not lose the reading. */
export const MediaPending = messageSchema("media.pending", 1, {
  turn: z.int().positive(),
  references: z.array(MediaReference),
  /** As they stand in the turn, `pending`. */
  items: z.array(MediaItem),
  /** Their entries in the gallery, in the same order. */
  entries: z.array(GalleryEntry).default([]),
});
export type MediaPending = z.infer<typeof MediaPending>;

/** The items that were `pending` when the turn went on, as they ended; delivery adds them to the turn's entry. */
export const MediaRead = messageSchema("media.read", 1, {
  turn: z.int().positive(),
  items: z.array(MediaItem),
  /** How often it came before its turn had reached delivery. */
  early: z.number(),
});
export type MediaRead = z.infer<typeof MediaRead>;
