import type { Answer } from "./answer-questions.ts";
import { asksAboutIt } from "./cues.ts";
import type { Thread } from "./dialogue.ts";
import type { Heard, TurnInput, TurnReading } from "./read-turn.ts";
import { standardPlaces, taskOf, taskTopics } from "./topics.ts";

/** How a turn that asks instead of answering is settled. */
export type AskedBack = {
  thread: Thread;
  intent: TurnReading["intent"];
  topic: string;
  lane: string;
  task: string;
  form: string;
};

const choosing = /\b(?:opciones|options|otr[oa]s?|another|other|hay|tienen|tienes|tenes|teneis)\b/;

const finding =
  /\b(?:(?:where|how) (?:do|can|would) i|where (?:is|would) (?:that|it)|encuentro|veo|consigo|busco|saco|aparece|sale|repit\w+|repeat|cual era|which was|what do you mean|a que te refieres|como asi)\b/;

/** "what's the difference?", "¿para qué lo quieren?": a question of its own kind in the thread of the one that stays open. */
export function aboutTheQuestion(
  waiting: Thread | undefined,
  { places = standardPlaces }: TurnInput,
  { asks, answers, cue, said }: Heard,
): AskedBack | undefined {
  if (waiting === undefined || !asks || answers.length > 0 || !asksAboutIt(said.folded)) return undefined;
  // "where do I find that?" is on the way to the answer.
  if (finding.test(said.folded)) return undefined;
  const guessed = choosing.test(said.folded) ? "product_availability" : "faq_other";
  const name = cue !== undefined && places[cue]?.lane === "info" ? cue : guessed;
  const topic = places[name]?.topic ?? "faq";
  const intent = { name, confidence: 0.7, source: "cue" as const };
  return { thread: waiting, intent, topic, lane: places[name]?.lane ?? "info", task: waiting.task, form: waiting.form };
}

/** "is breakfast included?": a question of some words that holds no value and is not about the one that is open. */
export function asksAside({ said, answers }: Heard): boolean {
  const { folded, entities, clauses } = said;
  const plain = clauses.length > 0 && clauses.every(({ question }) => question);
  return (
    answers.length === 0 && plain && folded.split(/\s+/).length >= 3 && !entities.some(({ type }) => type !== "person")
  );
}

const alsoAsks = /^\W*(?:y|and|what about|how about|que tal)\b/;
/** What a question of a few words adds to the one before. */
const adds: Readonly<Record<string, RegExp>> = {
  hours: /^(?:datetime|number)$/,
  delivery: /^location$/,
  price: /^product$/,
};

/** "¿y el 31?" after a question about hours is one, too. */
export function followUp(
  current: Thread | undefined,
  { entities, text }: TurnInput,
  { cue, said }: Heard,
): TurnReading["intent"] | undefined {
  const wanted = adds[current?.topic ?? ""];
  if (wanted === undefined || current === undefined || cue !== undefined || !alsoAsks.test(said.folded))
    return undefined;
  const few = said.folded.split(/\s+/).length <= 6 && text.original.includes("?");
  const fits = few && entities.some(({ type }) => wanted.test(type));
  return fits ? { name: taskOf(current.topic), confidence: 0.8, source: "task" } : undefined;
}

const offers =
  /\b(?:apart\w*|reserv\w*|agend\w*|separ\w*|guard\w*|anot\w*|encarg\w*|pid[oa]\w*|hold|book|set (?:it|one|them) aside|keep|put (?:you|it|one) (?:down|aside)|order|schedule)\b/;

/** Yes to "¿se lo aparto?" after a price begins the order, even if no form has the slot. */
export function offered(
  answer: Answer | undefined,
  thread: Thread | undefined,
  { forms }: TurnInput,
): string | undefined {
  if (answer?.value !== "true" || thread === undefined || taskTopics.has(thread.form)) return undefined;
  if (!offers.test(answer.question.asked)) return undefined;
  return ["booking", "order"].find((topic) => forms[topic] !== undefined);
}
