import { renderAnswer } from "@parley/business/replies";
import type { Reply } from "@parley/contract/reply";
import type { Agent, AgentAnswer } from "../agent.ts";
import type { AgentTurn } from "../agent-turn.ts";
import { readOf } from "../said.ts";
import { text, words } from "../say.ts";
import { answerAboutUs, chat } from "./chat-about-us.ts";
import { answerDelivery, zoneIn } from "./delivery.ts";
import { answerById, answerFound, findAnswers, noDoubt } from "./found-answers.ts";
import { greet, helloBefore } from "./greet.ts";
import { answerHours } from "./hours.ts";
import type { InfoAnswer, Question } from "./info-answer.ts";
import { namesPlace, type Subject, subjectOf } from "./info-cues.ts";
import { type InfoState, infoState } from "./info-state.ts";
import { answerPayment, askedMeans } from "./payment.ts";
import { answerContact, answerPlace } from "./place.ts";
import { answerAvailability, answerMissed, answerPrice, categoryText } from "./prices.ts";
import { answerMedia, mediaTrouble } from "./received-media.ts";
import { unanswered } from "./unanswered.ts";

/** Answers what can be known: hours, place, delivery, payment, prices, questions of the business file, and what is none of it. */
export const infoAgent: Agent<InfoState> = {
  name: "info",
  state: infoState,
  forms: ({ offered }) =>
    offered === undefined ? {} : { faq: offered === "answers" ? { info_pick: "choice" } : { info_person: "choice" } },
  answer: (state, turn, known) => {
    if (needsNoAnswer(turn)) return { state, replies: [] };
    const question = { turn, known, read: readOf(turn) };
    return concluded(state, question, answerOf(state, question));
  },
};

function needsNoAnswer({ kind, text: said }: AgentTurn): boolean {
  return kind === "reaction" || (kind === "sticker" && said.trim() === "");
}

function concluded(state: InfoState, question: Question, answer: InfoAnswer): AgentAnswer<InfoState> {
  const { turn } = question;
  const { topic, offered, ...said } = answer;
  const greets = turn.intent.name === "greeting" || helloBefore(state, question) !== "";
  const next: InfoState = {
    lastAtMs: turn.now,
    greetedAtMs: greets ? turn.now : state.greetedAtMs,
    failures: answer.failed === true ? state.failures + 1 : 0,
    ...(topic === undefined ? {} : { topic }),
    ...(offered === undefined ? {} : { offered }),
  };
  return { ...said, state: next };
}

function answerOf(state: InfoState, question: Question): InfoAnswer {
  const { turn } = question;
  const picked = pickedAnswer(question);
  if (picked !== undefined) return picked;
  if (turn.text.trim() === "") return withoutWords(question);
  const answer = toWords(state, question);
  const trouble = turn.media.length === 0 ? undefined : mediaTrouble(question);
  const after = trouble === undefined ? answer : { ...answer, replies: [...answer.replies, text(trouble)] };
  return turn.intent.name === "greeting" && turn.intent.accepted
    ? after
    : withHello(after, helloBefore(state, question));
}

/** An option of a list or of yes and no: tapped, or said in words. */
function pickedAnswer(question: Question): InfoAnswer | undefined {
  const { turn, known } = question;
  const tapped = turn.interaction?.kind === "choice" ? turn.interaction.id : undefined;
  const person = turn.slots.info_person ?? tapped;
  if (person === "info:person") return { replies: [], handOver: { reason: "the assistant had no answer" } };
  if (person === "info:stay") return { replies: [text(words(known, turn.language, "stay-here"))] };
  const id = turn.slots.info_pick ?? tapped;
  if (id === undefined) return undefined;
  if (id.startsWith("category:")) {
    return { replies: [text(categoryText(id.slice("category:".length), question))], topic: "price" };
  }
  const body = answerById(id, question);
  return body === undefined ? undefined : { replies: [text(body)] };
}

/** Files, a place, a contact. */
function withoutWords(question: Question): InfoAnswer {
  const { turn, known } = question;
  const delivery = known.business.ordering.delivery;
  if (turn.interaction?.kind === "location" && delivery !== undefined) {
    const zones = delivery.zones.slice(0, 30).map(({ name }) => name[turn.language] ?? "");
    return { replies: [text(words(known, turn.language, "ask-zone", { zones }))], topic: "delivery" };
  }
  return answerMedia(question);
}

function toWords(state: InfoState, question: Question): InfoAnswer {
  const { turn, known, read } = question;
  const intent = turn.intent.accepted ? turn.intent.name : undefined;
  switch (intent) {
    case "greeting":
      return greet(state, question);
    case "thanks":
    case "goodbye":
      return { replies: [text(words(known, turn.language, intent))] };
    default:
  }
  const subject = subjectOf({ intent: turn.intent, folded: read.folded }) ?? meansSubject(question);
  const goesOn = mayGoOn(subject, question) ? followingUp(state, question) : undefined;
  const aboutUs = goesOn ?? answerAboutUs(question);
  if (aboutUs !== undefined) return aboutUs;
  // Who is ordering is advised by who sells.
  if (asksAdvice.test(read.folded) && turn.open.some((id) => id.startsWith("order.")))
    return unanswered(state, question);
  // The dearest part of a turn: only where nothing knows it better.
  const best = isSpecific(subject, question) ? undefined : findAnswers(question)[0];
  if (best?.kind === "faq" && best.score >= noDoubt) {
    return answerFound([best], question) ?? unanswered(state, question);
  }
  const told = subject === undefined ? undefined : answerSubject(subject, question);
  if (told !== undefined) return told;
  const own = intent === undefined ? undefined : ownReply(intent, question);
  const followUp = own === undefined ? followingUp(state, question) : undefined;
  if (own !== undefined || followUp !== undefined) return own ?? followUp ?? unanswered(state, question);
  const answered = answerFound(findAnswers(question), question);
  if (answered !== undefined) return answered;
  const missed = subject === "price" || subject === "availability" ? answerMissed(question) : undefined;
  if (missed !== undefined) return missed;
  return intent === "smalltalk" ? chat(question) : unanswered(state, question);
}

const asksAdvice = /\b(?:recom(?:iend|end)\w+|suger\w+|sugier\w+|recommend\w*|suggest\w*|best ?sellers?)\b/;

/** The question names what only the calendar, the zones or the payments know. */
function isSpecific(subject: Subject | undefined, { turn, known, read }: Question): boolean {
  switch (subject) {
    case "hours":
      return (
        turn.entities.some(({ type }) => type === "datetime") &&
        turn.intent.accepted &&
        turn.intent.name === "opening_hours"
      );
    case "place":
      return turn.intent.accepted && namesPlace(read.folded);
    case "delivery":
      return zoneIn(read.folded, known.business.ordering.delivery?.zones ?? []) !== undefined;
    case "payment":
      return askedMeans(read.folded) === undefined;
    case "price":
    case "availability":
      return turn.entities.some(({ type }) => type === "product");
    default:
      return false;
  }
}

function answerSubject(subject: Subject, question: Question): InfoAnswer | undefined {
  switch (subject) {
    case "hours":
      return answerHours(question);
    case "place":
      return answerPlace(question);
    case "contact":
      return answerContact(question);
    case "delivery":
      return answerDelivery(question);
    case "payment":
      return answerPayment(question);
    case "price":
      return answerPrice(question);
    case "availability":
      return answerAvailability(question);
  }
}

const takes = /\b(?:acept\w*|recib\w*|reciben|tienen|manejan|pag\w*|accept|take|pay\w*)\b/;

/** "¿aceptan bitcoin?": a means of payment, though nobody has heard of it here. */
function meansSubject({ turn, read }: Question): Subject | undefined {
  const loose = !turn.intent.accepted || ["oos", "faq_other", "smalltalk"].includes(turn.intent.name);
  return loose && takes.test(read.folded) && askedMeans(read.folded) !== undefined ? "payment" : undefined;
}

/** What the file says to an intent nobody else answers. */
function ownReply(intent: string, { turn, known }: Question): InfoAnswer | undefined {
  const reply = known.business.intents.find(({ name }) => name === intent)?.reply;
  return reply === undefined ? undefined : { replies: [text(renderAnswer(known.texts, reply, turn.language))] };
}

const alsoAsks = /^\W*(?:y|and|e|what about|how about|que tal|tambien|also)\b/;
/** "y el domingo", or the time of something that is no product. */
function mayGoOn(subject: Subject | undefined, { turn, read }: Question): boolean {
  const goods = subject === "price" || subject === "availability";
  return alsoAsks.test(read.folded) || (goods && !turn.entities.some(({ type }) => type === "product"));
}

/** A place that no zone has, in a few words after a question about delivery. */
const somewhere =
  /\b(?:en|a|hasta|por|to|in|for) (?:el |la |los |las |the )?(?!cuanto|que|casa|domicilio|how|what)\p{L}{4,}/u;

/** "¿y el domingo?" after a question about hours: a few words that only make sense with what was asked before. */
function followingUp({ topic }: InfoState, question: Question): InfoAnswer | undefined {
  const { turn, known, read } = question;
  if (topic === undefined || read.tokens.filter(({ kind }) => kind === "word").length > 6) return undefined;
  const has = (wanted: string) => turn.entities.some(({ type }) => type === wanted);
  if (topic === "hours" && has("datetime")) return answerHours(question);
  if (topic === "price" && (has("product") || alsoAsks.test(read.folded))) {
    const told = answerPrice(question);
    if (told !== undefined) return told;
  }
  if (topic === "payment" && askedMeans(read.folded) !== undefined) return answerPayment(question);
  const zones = known.business.ordering.delivery?.zones ?? [];
  if (
    topic === "delivery" &&
    (zoneIn(read.folded, zones) !== undefined || has("location") || somewhere.test(read.folded))
  )
    return answerDelivery(question, true);
  return undefined;
}

function withHello(answer: InfoAnswer, hello: string): InfoAnswer {
  if (hello === "") return answer;
  const [first, ...others] = answer.replies;
  if (first === undefined || !("body" in first)) return answer;
  const greeted: Reply = { ...first, body: `${hello} ${first.body}` };
  return { ...answer, replies: [greeted, ...others] };
}
