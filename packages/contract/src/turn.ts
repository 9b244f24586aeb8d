import { z } from "zod";
import { ReplyOption } from "./reply.ts";

const Timing = z.object({ queuedMs: z.number(), handledMs: z.number() });

export const MediaItem = z.object({
  id: z.string(),
  kind: z.string(),
  mimeType: z.string(),
  bytes: z.number(),
  text: z.string().optional(),
  transcript: z.string().optional(),
  fields: z.record(z.string(), z.unknown()).optional(),
  status: z.string(),
  engine: z.string().optional(),
  sha256: z.string().optional(),
  ms: z.number(),
});
export type MediaItem = z.infer<typeof MediaItem>;

export const SessionPart = z.object({
  sessionId: z.string(),
  resumed: z.boolean(),
  duplicate: z.boolean(),
  late: z.boolean(),
  serviceWindowEndsAt: z.string(),
});
export type SessionPart = z.infer<typeof SessionPart>;

export const IntelPart = z.object({
  language: z.object({ code: z.string(), confidence: z.number() }).optional(),
  entities: z.array(
    z.object({
      type: z.string(),
      start: z.number(),
      end: z.number(),
      text: z.string(),
      value: z.unknown(),
      confidence: z.number(),
      source: z.string(),
    }),
  ),
  intent: z
    .object({
      name: z.string(),
      confidence: z.number(),
      alternatives: z.array(z.object({ name: z.string(), confidence: z.number() })),
      source: z.string(),
    })
    .optional(),
  sentiment: z.object({ label: z.string(), score: z.number(), emotion: z.string().optional() }).optional(),
  flow: z
    .object({ open: z.array(z.unknown()), answered: z.array(z.unknown()), slots: z.record(z.string(), z.unknown()) })
    .optional(),
  thread: z.object({ id: z.string(), topic: z.string().optional() }).optional(),
  decision: z.object({ lane: z.string(), intent: z.string(), agent: z.string(), reason: z.string() }).optional(),
});
export type IntelPart = z.infer<typeof IntelPart>;

export const replyStatuses = ["queued", "sending", "unknown", "sent", "delivered", "read", "failed"] as const;
export type ReplyStatus = (typeof replyStatuses)[number];

export const TurnReply = z.object({
  id: z.string(),
  /** As plain text, options as numbered lines. */
  body: z.string(),
  /** As in `reply.ts`; absent for a text. */
  kind: z.string().optional(),
  /** What the customer could tap. */
  options: z.array(ReplyOption).optional(),
  /** Where the picture or file came from: an address, or the media store. */
  link: z.string().optional(),
  sha256: z.string().optional(),
  status: z.enum(replyStatuses),
  providerId: z.string().optional(),
  sentAt: z.string().optional(),
  error: z.object({ code: z.string(), message: z.string() }).optional(),
  /** Why its picture or file could not be sent: the caption went out as a text instead. */
  fileError: z.object({ code: z.string(), message: z.string() }).optional(),
});
export type TurnReply = z.infer<typeof TurnReply>;

/** One inbound message of a chat and all that became of it: one entry of the timeline. Absent parts are absent, never null. */
export const Turn = z.object({
  id: z.string(),
  chat: z.string(),
  turn: z.number().int().positive(),
  messageId: z.string(),
  type: z.string(),
  receivedAt: z.string(),
  /** The provider's own time of the message. */
  sentAt: z.string().optional(),
  status: z.enum(["open", "done", "failed", "parked"]),
  text: z.string().optional(),
  processing: z.object({
    session: SessionPart.optional(),
    media: z.object({ items: z.array(MediaItem) }).optional(),
    intel: IntelPart.optional(),
    resilience: z
      .object({
        attempts: z.number(),
        degradation: z.string(),
        breakers: z.array(z.string()),
        error: z.object({ code: z.string(), message: z.string(), stage: z.string() }).optional(),
      })
      .optional(),
    delivery: z
      .object({
        replies: z.array(TurnReply),
        writeBacks: z.array(
          z.object({ id: z.string(), sheet: z.string(), row: z.number().optional(), status: z.string() }),
        ),
      })
      .optional(),
  }),
  timings: z.record(z.string(), z.union([Timing, z.number()])).optional(),
});
export type Turn = z.infer<typeof Turn>;
