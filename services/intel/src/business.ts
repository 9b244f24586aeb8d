import { z } from "zod";

export const languages = ["es", "en"] as const;
/** Languages Parley can tell apart and answer in. */
export const Language = z.enum(languages);
export type Language = z.infer<typeof Language>;

/** A name that stands in metrics and decisions: `payment-methods`. */
const Name = z.string().regex(/^[a-z][a-z0-9-]{0,40}$/, "want lower-case letters, digits and hyphens");
const Text = z.string().trim().min(1).max(4096);
/** The same text in each language of the business. */
const Translated = z.partialRecord(Language, Text);
/** Ways customers say it, by language. A language may be missing. */
const Variants = z.partialRecord(Language, z.array(z.string().trim().min(1).max(200)).min(1).max(100));

const Lane = z.strictObject({
  name: Name,
  /** Name of the agent that answers there; the decision shows it. */
  agent: Name,
});

/** A question customers ask in many ways, and its answer. */
const Faq = z.strictObject({ intent: Name, lane: Name, questions: Variants, answer: Translated });

/** A wish recognised by a word or phrase anywhere in the text. */
const Keyword = z.strictObject({ intent: Name, lane: Name, words: Variants, reply: Translated });

/**
 * What a business tells Parley about itself: `BUSINESS_FILE`, YAML. It will grow (hours, catalog, entities, sheets).
 * The first language is the one to answer in when a text does not show its own.
 */
export const Business = z
  .strictObject({
    name: z.string().min(1),
    timeZone: z.string().refine(isTimeZone, "want an IANA time zone, such as America/Mexico_City"),
    languages: z.array(Language).min(1),
    lanes: z.array(Lane).min(1),
    replies: z.strictObject({
      greeting: Translated,
      /** When nothing fits. */
      fallback: Translated,
      /** For a file without a text. */
      media: Translated,
    }),
    /** What counts as a greeting. */
    greetings: Variants,
    faqs: z.array(Faq).max(500),
    keywords: z.array(Keyword).max(500),
  })
  .superRefine(checkMeaning);
export type Business = z.infer<typeof Business>;
export type Translated = z.infer<typeof Translated>;
type Issues = z.core.$RefinementCtx;

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false; // Intl has no other way to ask
  }
}

/** What the shape alone cannot say: lanes exist, intents are told apart, every text is there in every language. */
function checkMeaning(business: Business, issues: Issues): void {
  const lanes = new Set(business.lanes.map((lane) => lane.name));
  const complain = (path: (string | number)[], message: string) => issues.addIssue({ code: "custom", path, message });
  const complete = (text: Translated, path: (string | number)[]) => {
    for (const language of business.languages) {
      if (text[language] === undefined) complain(path, `has no text in "${language}"`);
    }
  };
  for (const [name, reply] of Object.entries(business.replies)) complete(reply, ["replies", name]);
  const intents = new Set<string>();
  const known = (intent: string, lane: string, path: (string | number)[]) => {
    if (!lanes.has(lane)) complain([...path, "lane"], `"${lane}" is not one of the lanes`);
    if (intents.has(intent)) complain([...path, "intent"], `"${intent}" is there twice`);
    intents.add(intent);
  };
  for (const [index, faq] of business.faqs.entries()) {
    known(faq.intent, faq.lane, ["faqs", index]);
    complete(faq.answer, ["faqs", index, "answer"]);
  }
  for (const [index, keyword] of business.keywords.entries()) {
    known(keyword.intent, keyword.lane, ["keywords", index]);
    complete(keyword.reply, ["keywords", index, "reply"]);
  }
}
