import { defineState } from "@parley/actor/state";
import { z } from "zod";

/** What the last answer was about, for "¿y el domingo?". */
export const infoTopics = ["hours", "delivery", "payment", "price"] as const;
export type InfoTopic = (typeof infoTopics)[number];

export const InfoState = z.object({
  /** When the customer last wrote; 0: never. */
  lastAtMs: z.number(),
  greetedAtMs: z.number(),
  /** Answers in a row that said nothing. */
  failures: z.number().int().nonnegative(),
  topic: z.enum(infoTopics).optional(),
  /** What a tap or a yes of the next turn picks from. */
  offered: z.enum(["answers", "person"]).optional(),
});
export type InfoState = z.infer<typeof InfoState>;

export const infoState = defineState<InfoState>({
  version: 1,
  schema: InfoState,
  initial: () => ({ lastAtMs: 0, greetedAtMs: 0, failures: 0 }),
});
