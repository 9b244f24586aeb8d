import { z } from "zod";

/** Every message between services: a type and the version of its shape. Older versions are upcast by the receiver. */
export type Message = { type: string; v: number };

/** `z` fields shared by all messages of one type. */
export function messageSchema<T extends string, S extends z.ZodRawShape>(type: T, version: number, shape: S) {
  return z.object({ type: z.literal(type), v: z.literal(version), ...shape });
}

/** Queue and handling time of each stage a message has passed, in order; the runtime keeps it. */
export type StageTiming = { stage: string; queuedMs: number; handledMs: number };
/** `originMs`: Unix ms at which the first message of this chain reached us. */
export type Trace = { originMs: number; stages: StageTiming[] };
