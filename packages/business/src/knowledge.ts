import { z } from "zod";
import { Label, Name, Translated, Variants } from "./translated.ts";

/** Where a turn belongs, and who answers there; the decision shows it. */
export const Lane = z.strictObject({ name: Name, agent: Name });
export type Lane = z.infer<typeof Lane>;

export const standardLanes: readonly Lane[] = ["info", "commerce", "support", "human"].map((name) => ({
  name,
  agent: name,
}));

/** Something customers want. One with a standard name extends it (its lane and topic stay unless given); others need lane and examples. */
export const Intent = z.strictObject({
  name: Name,
  lane: Name.optional(),
  /** Family of its conversations: `booking`, `faq`. */
  topic: Name.optional(),
  /** Messages as customers write them: the more and the more varied, the better. */
  examples: Variants.prefault({}),
  /** Words or phrases that decide alone, anywhere in a text, before the classifier is asked. */
  keywords: Variants.optional(),
  /** What to say if no agent has more to say about it. A template. */
  reply: Translated.optional(),
});
export type Intent = z.infer<typeof Intent>;

/** A question customers ask in many ways, and its answer. */
export const Faq = z.strictObject({
  id: Name,
  lane: Name.default("info"),
  questions: Variants,
  /** A template. */
  answer: Translated,
});
export type Faq = z.infer<typeof Faq>;

/** A free text to find answers in, passage by passage; an empty line parts passages. Not a template. */
export const Page = z.strictObject({
  id: Name,
  title: Label,
  text: z.partialRecord(z.enum(["es", "en"]), z.string().trim().min(1).max(50_000)),
});
export type Page = z.infer<typeof Page>;

/** An entity of the business's own: values, patterns, or both; or more patterns for `order_id`. */
export const CustomEntity = z
  .strictObject({
    type: Name,
    values: z
      .array(
        z.strictObject({
          value: z.string().trim().min(1).max(100),
          aliases: z.array(z.string().trim().min(1).max(100)).max(50).default([]),
        }),
      )
      .max(5_000)
      .default([]),
    /** Regular expressions in RE2's syntax: no look-around, no back-references. Case and accents do not matter. */
    patterns: z.array(z.string().min(1).max(500)).max(20).default([]),
  })
  .refine(({ values, patterns }) => values.length + patterns.length > 0, "has neither values nor patterns");
export type CustomEntity = z.infer<typeof CustomEntity>;

/** What the language model may be asked for when one is configured; without it everything works, less well. */
export const LlmUse = z
  .strictObject({
    uses: z.array(z.enum(["intents", "entities", "answers"])).default(["intents", "entities", "answers"]),
    /** Most tokens of a day, in and out, of the whole business. */
    tokensPerDay: z.int().nonnegative().default(500_000),
    /** Most calls of one chat in a day. */
    callsPerChatPerDay: z.int().nonnegative().default(50),
  })
  .prefault({});
export type LlmUse = z.infer<typeof LlmUse>;
