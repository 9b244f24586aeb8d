import type { Language } from "@parley/business/translated";
import type { Llm } from "@parley/llm/llm";
import { createLanguageDetector } from "@parley/nlu/language/detect-language";
import { readText } from "@parley/nlu/text";
import { z } from "zod";
import { type AskedFor, customerMessage, customerRule } from "./customer-words.ts";
import { isGrounded } from "./grounding.ts";

/** A text of the business's own, as it may be told to customers; no template. */
export type Passage = { id: string; text: string };
export type AnswerQuestion = AskedFor & { text: string; language: Language; passages: readonly Passage[] };
/** Plain text, no template; `passages`: ids of those it rests on. */
export type AssistedAnswer = { text: string; passages: string[] };
export type AnswerAssist = (question: AnswerQuestion) => Promise<AssistedAnswer | undefined>;

const labels = ["P1", "P2", "P3", "P4", "P5", "P6"] as const;
const longestPassage = 1_500;
const longestAnswer = 600;
const mostTokens = 400;

const Answered = z.object({
  answered: z.boolean(),
  answer: z.string().max(longestAnswer),
  passages: z.array(z.enum(labels)).max(labels.length),
});

const names: Readonly<Record<Language, string>> = { es: "Spanish", en: "English" };
const detect = createLanguageDetector(["es", "en"]);
const sureLanguage = 0.8;

/**
 * Answers from passages of the business and from nothing else. Undefined without passages, when they do not answer the question, when the
 * answer says more than they do or is in another language, and whenever the model has no usable answer.
 */
export function assistAnswer(llm: Llm, businessName: string): AnswerAssist {
  return async ({ text, language, passages, chat, signal }) => {
    const offered = passages.slice(0, labels.length);
    if (!llm.on || offered.length === 0 || text.trim() === "") return undefined;
    const answer = await llm.complete({
      purpose: "answer",
      chat,
      system: instructions(businessName, language, offered),
      messages: [customerMessage(text)],
      schema: Answered,
      maxTokens: mostTokens,
      signal,
    });
    if (answer.kind !== "ok" || !answer.value.answered) return undefined;
    const used = offered.filter((_, index) => answer.value.passages.some((label) => label === labels[index]));
    const said = plain(answer.value.answer);
    const grounds = { passages: used.map((passage) => passage.text), question: text, language };
    if (said === "" || used.length === 0 || !isGrounded(said, grounds)) return undefined;
    const spoken = detect(readText(said), {});
    if (spoken.code !== language && spoken.confidence >= sureLanguage) return undefined;
    return { text: said, passages: used.map(({ id }) => id) };
  };
}

function instructions(businessName: string, language: Language, passages: readonly Passage[]): string {
  return [
    `You answer a customer's question for the business ${JSON.stringify(businessName)} over WhatsApp.`,
    "Say only what the passages below say, in their own words where you can. Add nothing: no prices, times, promises or advice of your own.",
    'If they do not answer the question, set answered to false and leave the answer empty (""). Never guess.',
    `Write ${names[language]}, friendly, at most three short sentences, without headings, lists or Markdown.`,
    "`passages`: the labels of those the answer rests on.",
    customerRule,
    ...passages.map(({ text }, index) => `${labels[index] ?? ""}: ${JSON.stringify(text.slice(0, longestPassage))}`),
  ].join("\n");
}

/** WhatsApp's bold is one asterisk; what else Markdown has would be shown as it is. */
function plain(answer: string): string {
  return answer
    .trim()
    .replaceAll(/\*{2,}/g, "*")
    .replaceAll(/^#+ +/gm, "")
    .replaceAll("`", "");
}
