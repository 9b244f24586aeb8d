import { z } from "zod";

export const languages = ["es", "en"] as const;
/** Languages Parley can tell apart and answer in. */
export const Language = z.enum(languages);
export type Language = z.infer<typeof Language>;

/** An id that stands in metrics, decisions and references: `payment_question`, `conchas`. */
export const Name = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]{0,49}$/, "want lower-case letters, digits, hyphens and underscores, at most 50");

/** What a customer reads; WhatsApp's limit of a message. */
export const Text = z.string().trim().min(1, "want a text").max(4096);

/** The same text in each language of the business; as a reply or answer it is an ICU MessageFormat template. */
export const Translated = z.partialRecord(Language, Text);
export type Translated = z.infer<typeof Translated>;

/** A short name: by language, or one text that is the same in all of them. */
export const Label = z.preprocess(
  (value) => (typeof value === "string" ? Object.fromEntries(languages.map((language) => [language, value])) : value),
  z.partialRecord(Language, z.string().trim().min(1, "want a text").max(200)),
);
export type Label = z.infer<typeof Label>;

/** Ways customers say it, by language. A language may be missing. */
export const Variants = z.partialRecord(
  Language,
  z.array(z.string().trim().min(1, "want a text").max(300)).min(1).max(500),
);
export type Variants = z.infer<typeof Variants>;

/** The text in `language`, or in another one: a loaded file has every text in all languages of the business. */
export function inLanguage(text: Translated, language: Language): string {
  return text[language] ?? languages.map((other) => text[other]).find((other) => other !== undefined) ?? "";
}
