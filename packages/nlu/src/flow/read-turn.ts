import { currencyOf } from "../entities/currency-lexicon.ts";
import type { Entity } from "../entity.ts";
import type { Text } from "../text.ts";
import { actCue } from "./act-cues.ts";
import { type Answer, answerQuestions, type Said } from "./answer-questions.ts";
import { clausesOf } from "./clauses.ts";
import { correctAnswers, respelt, takenBack } from "./correct-answers.ts";
import { anotherOne, asksAboutIt, breaksOff, closingAct, correctionCue, declined, greets } from "./cues.ts";
import { type DialogueState, type Forms, type Question, requestedOf, type Thread, threadOf } from "./dialogue.ts";
import { localDay } from "./local-day.ts";
import { withNumbers } from "./loose-numbers.ts";
import { isRefused } from "./pick-option.ts";
import { settleTurn } from "./settle-turn.ts";
import type { IntentPlaces } from "./topics.ts";
import { usableEntities } from "./usable-entities.ts";

/** What the classifier says of a turn. */
export type ClassifiedIntent = {
  name: string;
  confidence: number;
  accepted: boolean;
  alternatives?: readonly { name: string; confidence: number }[];
};

export type TurnInput = {
  messageId: string;
  text: Text;
  /** The message it quotes. */
  replyTo?: string;
  entities: readonly Entity[];
  intent: ClassifiedIntent;
  atMs: number;
  region: string;
  timeZone: string;
  forms: Forms;
  /** Lanes and topics of intents; the standard ones when absent. */
  places?: IntentPlaces;
  /** An answer by a tap on a button or a row of a list: the value of the option. */
  tapped?: string;
};

export type TurnFlow = {
  /** Ids of questions. */
  answered: string[];
  open: string[];
  slots: Record<string, string>;
};

export type TurnReading = {
  flow: TurnFlow;
  thread: { id: string; topic: string };
  lane: string;
  /** What the turn is for: an answer has the intent of the task it serves. */
  intent: { name: string; confidence: number; source: "answer" | "task" | "cue" | "classifier" };
  /** It comes hours after the customer's last one. */
  resumed: boolean;
  correction: boolean;
  confirmation?: "yes" | "no";
};

/** What a reading of the words brings, before it is known which thread it belongs to. */
export type Heard = {
  said: Said;
  answers: readonly Answer[];
  correction: boolean;
  /** Thanks, goodbye, a bare ok. */
  closing: "thanks" | "goodbye" | "ack" | undefined;
  greeting: boolean;
  /** Puts off, breaks off: stays with the task. */
  stalling: boolean;
  cue: string | undefined;
  asks: boolean;
  quoted: Thread | undefined;
};

/** A turn with more is no answer to questions. */
const mostEntities = 24;

/** Reads a customer's turn against the dialogue so far. */
export function readTurn(state: DialogueState, input: TurnInput): { state: DialogueState; reading: TurnReading } {
  const folded = input.text.folded.slice(0, 600);
  const clauses = clausesOf(input.text, input.entities.slice(0, mostEntities));
  const closing = closingAct(folded);
  const entities =
    state.open.length + state.answered.length > 0
      ? withNumbers(input.entities, input.text, input.region)
      : input.entities;
  const usable = usableEntities(entities.slice(0, mostEntities), clauses, input.text.original);
  const dropped = takenBack({ folded, original: input.text.original }, usable);
  const chooses = state.open.some(({ options }) => options !== undefined);
  const asks = clauses.some(({ question }) => question);
  const cue = actCue(folded);
  const stalling = declined(folded) || breaksOff(folded) || (state.open.length > 0 && asksAboutIt(folded));
  const said: Said = {
    original: input.text.original.slice(0, 600),
    folded,
    clauses,
    entities: usable.filter((entity) => !dropped.has(entity) && (chooses || !isRefused(entity, input.text.original))),
    currency: currencyOf(input.region),
    today: localDay(input.atMs, input.timeZone),
    free:
      !stalling &&
      (closing === undefined || closing === "ack") &&
      !greets(folded) &&
      cue !== "human_agent" &&
      cue !== "cancel_order",
  };
  const place = state.places.findLast(({ messageId }) => messageId === input.replyTo);
  const quoted = input.replyTo === undefined ? undefined : threadOf(state, place?.thread);
  const { answers, correction } = findAnswers(state, said, input);
  return settleTurn(state, input, {
    said,
    answers,
    correction,
    closing,
    greeting: greets(folded),
    stalling,
    cue,
    asks,
    quoted,
  });
}

/** The questions that the turn may answer: the quoted message's, then the latest. */
function candidates(state: DialogueState, replyTo: string | undefined): Question[] {
  const quoted = state.open.filter(({ messageId }) => replyTo !== undefined && messageId === replyTo);
  if (quoted.length > 0) return quoted;
  if (state.open.length === 0) return [];
  const rounds = [...new Set(state.open.map(({ round }) => round))].sort((a, b) => b - a);
  return rounds.flatMap((round) => state.open.filter((question) => question.round === round));
}

function findAnswers(state: DialogueState, said: Said, input: TurnInput): { answers: Answer[]; correction: boolean } {
  const open = candidates(state, input.replyTo);
  const tapped =
    input.tapped === undefined ? undefined : tappedAnswer([...open, ...state.answered].slice(0, 40), input.tapped);
  if (tapped !== undefined) return { answers: [tapped], correction: false };
  const slots = slotsAround(state, open);
  const first = answerQuestions(open, said, slots);
  const strength = correctionCue(said.folded);
  const answers = strength === "none" || stallsOnly(said, first) ? first : first.filter((answer) => !isPlainNo(answer));
  if (strength === "none") {
    const over =
      threadOf(state, state.current)?.done === true &&
      ["place_order", "book_appointment"].includes(actCue(said.folded) ?? "");
    const spare = !over && said.entities.length > 0 && !said.clauses.some(({ question }) => question);
    const yes = first.some(({ value }) => value === "true");
    // "y otro para mi marido el jueves" begins anew.
    const again =
      spare && !anotherOne(said.folded).another && (first.length === 0 || yes)
        ? correctAnswers(pastOf(state, open), withoutUsed(said, first), slots)
        : [];
    const sure = again.filter(({ entity }) => entity !== undefined && entity.type !== "number");
    // "ok, saturday then" changes the day; what was to be confirmed is still to be.
    const kept =
      sure.length > 0 && merelyOk.test(said.folded) ? first.filter(({ entity }) => entity !== undefined) : first;
    return { answers: [...kept, ...sure], correction: sure.length > 0 };
  }
  if (strength === "weak" && answers.length > 0) return { answers: first, correction: false };
  const past = pastOf(state, open);
  const corrected = correctAnswers(past, withBareNumbers(said, requestedOf(state)), slots);
  const strict = answers.some(
    ({ question, entity }) =>
      question.type === "choice" || (entity !== undefined && !/^\W*\d{1,3}\W*$/.test(entity.text)),
  );
  if (corrected.length > 0 && !(strict && overlap(answers, corrected))) {
    const others = answers.filter(
      ({ entity }) => entity !== undefined && !corrected.some((one) => sameSpan(one.entity, entity)),
    );
    return { answers: [...corrected, ...others], correction: true };
  }
  if (answers.length > 0) return { answers, correction: false };
  const again = said.free ? respelt(past.at(-1), said, threadOf(state, past.at(-1)?.thread)) : [];
  if (again.length > 0) return { answers: again, correction: true };
  // "no, mejor una sola" changes what was volunteered and leaves the yes-or-no question open.
  const changes = strength === "strong" && said.entities.length > 0 && first.every(isPlainNo);
  return changes ? { answers: [], correction: true } : { answers: first, correction: false };
}

const merelyOk = /^(?:ok(?:ay|ey|i)?|vale|bueno|ah|oh|hm+|entonces|then|well|pues)\b/;

/** A button or row says which option it is. */
function tappedAnswer(questions: readonly Question[], tapped: string): Answer | undefined {
  const question = questions.find(({ options }) => options?.some(({ value }) => value === tapped));
  return question === undefined ? undefined : { question, value: tapped };
}

function isPlainNo({ question, value, entity }: Answer): boolean {
  return entity === undefined && value === "false" && question.type !== "choice";
}

/** "no, that's all": there is nothing in it to correct. */
function stallsOnly(said: Said, answers: readonly Answer[]): boolean {
  return said.entities.length === 0 && answers.length > 0;
}

function overlap(a: readonly Answer[], b: readonly Answer[]): boolean {
  return a.some((one) => b.some((other) => one.entity === undefined || sameSpan(one.entity, other.entity)));
}

function sameSpan(a: Entity | undefined, b: Entity | undefined): boolean {
  return a !== undefined && b !== undefined && a.start < b.end && b.start < a.end;
}

function withoutUsed(said: Said, answers: readonly Answer[]): Said {
  return { ...said, entities: said.entities.filter((entity) => !answers.some((answer) => answer.entity === entity)) };
}

/** "no, mejor 4" is a clock time only to a question for one: as a correction it may be any number. */
function withBareNumbers(said: Said, requested: readonly string[]): Said {
  if (!requested.some((one) => /time|date/.test(one))) return said;
  const entities = said.entities.flatMap((entity) =>
    entity.type === "datetime" && /^\d{1,3}$/.test(entity.text)
      ? [{ ...entity, type: "number", value: Number(entity.text) }, entity]
      : [entity],
  );
  return { ...said, entities };
}

/** Questions answered before, in the thread of what is open or of the last turn. */
function pastOf(state: DialogueState, open: readonly Question[]): Question[] {
  const thread = open[0]?.thread ?? state.answered.at(-1)?.thread ?? state.current;
  return state.answered.filter((question) => question.thread === thread);
}

function slotsAround(state: DialogueState, open: readonly Question[]): Readonly<Record<string, string>> {
  return threadOf(state, open[0]?.thread ?? state.answered.at(-1)?.thread ?? state.current)?.slots ?? {};
}
