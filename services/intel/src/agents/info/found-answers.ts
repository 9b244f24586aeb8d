import { renderAnswer } from "@parley/business/replies";
import type { Found } from "@parley/business/retrieval";
import { inLanguage, languages } from "@parley/business/translated";
import { latestFor } from "../latest-for.ts";
import { text, words } from "../say.ts";
import type { InfoAnswer, Question } from "./info-answer.ts";
import { fitRows } from "./option-rows.ts";

/** Answers that are this near to each other are offered as a list. */
const near = 0.04;
/** A score from which there is no doubt. */
export const noDoubt = 0.85;

/** What the business file answers to a text, the best first; in the other language when there is nothing in the customer's. */
export const findAnswers = latestFor(({ turn, known, read }: Question): readonly Found[] => {
  const own = known.retrieval.find(read, turn.language, 4);
  if (own.length > 0) return own;
  const offered = known.business.languages.filter((language) => language !== turn.language);
  return offered.flatMap((language) => known.retrieval.find(read, language, 4));
});

/** The best answer, or a list when others fit as well. */
export function answerFound(found: readonly Found[], question: Question): InfoAnswer | undefined {
  const [best] = found;
  if (best === undefined) return undefined;
  const close = found.filter(({ score }) => best.score - score < near);
  if (close.length > 1 && best.score < noDoubt) {
    const { turn, known } = question;
    const rows = close.map((one) => ({ id: `${one.kind}:${one.id}`, title: titleOf(one, question) }));
    const distinct = rows.filter(({ id }, at) => rows.findIndex((row) => row.id === id) === at);
    if (distinct.length > 1) {
      const body = words(known, turn.language, "faq-which");
      return fitRows(distinct, { body, button: words(known, turn.language, "faq-button") });
    }
  }
  return { replies: [text(textOf(best, question))] };
}

/** The text of a found answer. */
export function textOf(found: Found, { turn, known }: Question): string {
  return found.kind === "page" ? found.text : renderAnswer(known.texts, found.answer, turn.language);
}

/** The answer behind an option: `faq:wifi`, `intent:parking`, `page:about`. */
export function answerById(id: string, { turn, known }: Question): string | undefined {
  const [kind, name] = id.split(":");
  const { faqs, intents, pages } = known.business;
  if (kind === "faq" || kind === "intent") {
    const answer =
      kind === "faq" ? faqs.find((faq) => faq.id === name)?.answer : intents.find((one) => one.name === name)?.reply;
    return answer === undefined ? undefined : renderAnswer(known.texts, answer, turn.language);
  }
  const page = kind === "page" ? pages.find((one) => one.id === name) : undefined;
  return page === undefined ? undefined : inLanguage(page.text, turn.language).slice(0, 1500);
}

function titleOf(found: Found, { turn, known }: Question): string {
  if (found.kind === "page") return found.title;
  const { faqs, intents } = known.business;
  const asked =
    found.kind === "faq"
      ? faqs.find(({ id }) => id === found.id)?.questions
      : intents.find(({ name }) => name === found.id)?.examples;
  return (
    [turn.language, ...languages].map((language) => asked?.[language]?.[0]).find((one) => one !== undefined) ?? found.id
  );
}
