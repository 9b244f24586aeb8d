import type { Answer } from "./answer-questions.ts";
import { anotherOne, asksAboutIt } from "./cues.ts";
import { decideIntent, isStrong } from "./decide-intent.ts";
import { type DialogueState, most, newest, type Thread, threadOf } from "./dialogue.ts";
import { slotTypeOf } from "./fit-entity.ts";
import { ordersGoods } from "./orders-goods.ts";
import type { Heard, TurnInput, TurnReading } from "./read-turn.ts";
import { aboutTheQuestion, asksAside, followUp, offered } from "./side-questions.ts";
import { placeTurn, taskAfter } from "./threads.ts";
import {
  changeTopic,
  formTopicOf,
  laneOf,
  problemTopics,
  sideTopics,
  standardPlaces,
  taskOf,
  taskTopics,
} from "./topics.ts";
import { volunteered } from "./volunteer-slots.ts";

/** Hours of silence after which a turn resumes the chat. */
const resumesAfterMs = 4 * 3_600_000;

type Settled = {
  thread: Thread | undefined;
  intent: TurnReading["intent"];
  topic: string;
  lane: string;
  slots: Record<string, string>;
  /** The intent that later answers in the thread serve, and the topic of their form. */
  task: string;
  form: string;
};

/** Decides thread, intent, lane and slots of a turn whose words have been read. */
export function settleTurn(
  state: DialogueState,
  input: TurnInput,
  heard: Heard,
): { state: DialogueState; reading: TurnReading } {
  const settled = settle(state, input, heard);
  const asksPerson = settled.intent.name === "human_agent";
  const lane = asksPerson || state.handover !== "none" ? "human" : settled.lane;
  const answeredIds = new Set(heard.answers.map(({ question }) => question.id));
  const drops = asksPerson && state.handover === "none";
  const open = state.open.filter(({ id, from }) => !answeredIds.has(id) && !(drops && from === "bot"));
  const thread = threadAfter(state, settled, input.atMs);
  const placed = heard.answers.map(({ question }) => ({ ...question, thread: thread.id }));
  const resumed = state.lastCustomerAtMs !== undefined && input.atMs - state.lastCustomerAtMs >= resumesAfterMs;
  const yesNo = heard.answers.find(({ question }) => slotTypeOf(question.type) === "boolean")?.value;
  const reading: TurnReading = {
    flow: { answered: [...answeredIds], open: open.map(({ id }) => id), slots: settled.slots },
    thread: { id: thread.id, topic: settled.topic },
    lane,
    intent: settled.intent,
    resumed,
    correction: heard.correction,
  };
  if (yesNo !== undefined) reading.confirmation = yesNo === "true" ? "yes" : "no";
  // Every field by its name: a spread with as many fields behind it took 10 µs.
  const next: DialogueState = {
    open,
    answered: newest([...state.answered.filter(({ id }) => !answeredIds.has(id)), ...placed], most.answered),
    threads: newest([...state.threads.filter(({ id }) => id !== thread.id), thread], most.threads),
    threadsBegun: settled.thread === undefined ? state.threadsBegun + 1 : state.threadsBegun,
    places: newest([...state.places, { messageId: input.messageId, thread: thread.id }], most.places),
    round: state.round,
    handover: asksPerson && state.handover === "none" ? "waiting" : state.handover,
    unclear: isUnclear(settled, input) ? state.unclear + 1 : 0,
    angry: state.angry,
    current: thread.id,
    lane,
    lastCustomerAtMs: input.atMs,
  };
  return { state: next, reading };
}

function isUnclear({ intent }: Settled, input: TurnInput): boolean {
  return intent.source === "classifier" && !input.intent.accepted;
}

function threadAfter(state: DialogueState, settled: Settled, atMs: number): Thread {
  const before = settled.thread;
  const told = Object.keys(settled.slots).length > 0;
  const slots = told || before !== undefined ? bounded({ ...before?.slots, ...settled.slots }) : {};
  const done = before?.done === true && settled.topic === before.topic && !told;
  return {
    id: before?.id ?? `t${state.threadsBegun + 1}`,
    topic: settled.topic,
    task: settled.task,
    form: settled.form,
    slots,
    done,
    lastAtMs: atMs,
  };
}

function bounded(slots: Readonly<Record<string, string>>): Record<string, string> {
  const newestSlots = Object.entries(slots).slice(-most.slots);
  return Object.fromEntries(newestSlots.map(([slot, value]) => [slot, value.slice(0, most.valueChars)]));
}

function settle(state: DialogueState, input: TurnInput, heard: Heard): Settled {
  const places = input.places ?? standardPlaces;
  const serving = heard.answers.find(({ question }) => !leadsOn(question.slot, question.asked, input)) ?? undefined;
  if (serving !== undefined) return settleAnswer(state, input, { heard, answer: serving });
  if (heard.answers.length > 0 && !heard.asks && heard.cue === undefined)
    return settleAnswer(state, input, { heard, answer: heard.answers[0] });
  const own = valuesOf(heard.answers);
  const current = threadOf(state, state.current);
  if (heard.closing !== undefined && current !== undefined && heard.quoted === undefined)
    return { ...stay(current, closingLane(state, current, places)), intent: closingIntent(heard, current), slots: own };
  const intent = followUp(current, input, heard) ?? decideIntent(input, heard);
  const waiting = threadOf(state, state.open.at(-1)?.thread);
  const unsure = heard.stalling
    ? heard.cue === undefined || (heard.asks && asksAboutIt(heard.said.folded))
    : heard.cue === undefined &&
      (!heard.asks || (waiting !== undefined && !input.intent.accepted && !asksAside(heard)));
  const about = aboutTheQuestion(waiting, input, heard);
  if (about !== undefined) return { ...about, slots: own };
  const running =
    heard.quoted ?? waiting ?? (current !== undefined && goesOn(current, input, heard) ? current : undefined);
  if (running !== undefined && unsure && !anotherOne(heard.said.folded).another && !isStrong(input, heard, running)) {
    const topic = running.form;
    const slots = { ...volunteered(input, heard, { topic, thread: running, moves: false }), ...own };
    return {
      thread: running,
      intent: { name: running.task, confidence: 0.8, source: "task" },
      topic,
      lane: laneOfTask(running, topic, places),
      slots,
      task: running.task,
      form: running.form,
    };
  }
  return settleAct(state, input, { heard, intent, own });
}

/** A task that nothing is open in goes on, unless the turn orders something. */
function goesOn(current: Thread, { entities, forms, text }: TurnInput, { asks }: Heard): boolean {
  if (!taskTopics.has(current.topic) || current.done) return false;
  const buys = forms.order !== undefined && problemTopics.has(current.topic);
  return !(buys && ordersGoods(text.original, entities, asks));
}

/** "Anything else?" and questions of small talk: what comes with the answer says what the turn is about. */
function leadsOn(slot: string, text: string, { forms }: TurnInput): boolean {
  const topic = formTopicOf(forms, slot, undefined);
  return (
    topic === "chat" ||
    topic === "greeting" ||
    (/^(?:more|else|anything_?else|algo_?mas|another)$/i.test(slot) && /\?/.test(text) && topic === undefined)
  );
}

function valuesOf(answers: readonly Answer[]): Record<string, string> {
  if (answers.length === 0) return {};
  return Object.fromEntries(answers.map(({ question, value }) => [question.slot, value]));
}

function stay(thread: Thread, lane: string): Omit<Settled, "intent" | "slots"> {
  return { thread, topic: thread.topic, lane, task: thread.task, form: thread.form };
}

/** Thanks keep the lane, but not a person's who has left. */
function closingLane(state: DialogueState, current: Thread, places: NonNullable<TurnInput["places"]>): string {
  const left = state.lane === "human" && state.handover === "none";
  return left ? laneOfTask(current, current.form, places) : (state.lane ?? "info");
}

function closingIntent({ closing }: Heard, thread: Thread): TurnReading["intent"] {
  if (closing === "ack") return { name: thread.task, confidence: 0.6, source: "task" };
  return { name: closing === "goodbye" ? "goodbye" : "thanks", confidence: 0.95, source: "cue" };
}

/** An answer belongs to its question's thread and serves the task whose form has the slot. */
function settleAnswer(
  state: DialogueState,
  input: TurnInput,
  { heard, answer }: { heard: Heard; answer: Answer | undefined },
): Settled {
  const places = input.places ?? standardPlaces;
  const asked = threadOf(state, answer?.question.thread) ?? threadOf(state, state.current);
  const slot = answer?.question.slot ?? "";
  const preferred = asked === undefined ? undefined : asked.form;
  const slotTopic = formTopicOf(input.forms, slot, preferred);
  // An order number serves the complaint it is asked for in, whichever form lists it.
  const formTopic =
    preferred !== undefined && problemTopics.has(preferred) && problemTopics.has(slotTopic ?? "")
      ? preferred
      : slotTopic;
  const thread = formTopic === undefined || asked === undefined ? asked : ownThread(state, asked, formTopic);
  const topic = formTopic ?? offered(answer, thread, input) ?? (thread === undefined ? "chat" : thread.form);
  const serves = thread !== undefined && thread.form === topic;
  const name = serves ? thread.task : taskOf(topic);
  const slots = { ...volunteered(input, heard, { topic, thread, moves: false }), ...valuesOf(heard.answers) };
  return {
    thread,
    intent: { name, confidence: 0.95, source: "answer" },
    topic,
    lane: topic === "payment" ? "commerce" : (places[name]?.lane ?? "info"),
    slots,
    task: name,
    form: topic,
  };
}

/** After a side question the assistant goes back to the form: its question belongs to the form's thread. */
function ownThread(state: DialogueState, asked: Thread, formTopic: string): Thread {
  if (asked.form === formTopic || !sideTopics.has(asked.topic)) return asked;
  return state.threads.findLast((thread) => thread.form === formTopic && !thread.done) ?? asked;
}

function laneOfTask(thread: Thread, topic: string, places: NonNullable<TurnInput["places"]>): string {
  return topic === "payment" ? "commerce" : (places[thread.task]?.lane ?? "info");
}

function settleAct(
  state: DialogueState,
  input: TurnInput,
  { heard, intent: decided, own }: { heard: Heard; intent: TurnReading["intent"]; own: Record<string, string> },
): Settled {
  const places = input.places ?? standardPlaces;
  const { folded } = heard.said;
  const current = threadOf(state, state.current);
  const second = anotherOne(folded);
  const model =
    current !== undefined && second.another
      ? [...state.threads].reverse().find((thread) => ["order", "booking"].includes(thread.form))
      : undefined;
  const intent: TurnReading["intent"] =
    model !== undefined && heard.cue === undefined
      ? { name: taskOf(model.form), confidence: 0.8, source: "task" }
      : decided;
  const moves = intent.name === "change_order" || intent.name === "cancel_order";
  const base = current === undefined ? undefined : current.form;
  const topic = moves ? changeTopic(folded, input.forms, base) : (places[intent.name]?.topic ?? "chat");
  const another = second.another && model !== undefined && (topic === "order" || topic === "booking");
  const thread = placeTurn(state, {
    topic,
    intent: intent.name,
    quoted: heard.quoted,
    another,
    otherProduct: otherProduct(heard, input),
  });
  const slots = { ...volunteered(input, heard, { topic, thread, moves }), ...own };
  if (another && second.same && model !== undefined)
    Object.assign(slots, { ...sameProduct(model, input, topic), ...slots });
  return {
    thread,
    intent,
    topic,
    lane: ofOrder(state, input, { thread, topic })
      ? (places.place_order?.lane ?? "commerce")
      : laneOf(intent.name, folded, places),
    slots,
    ...taskAfter(state, { thread, task: intent.name, topic }),
  };
}

const wholePrice =
  /\b(?:cuanto (?:es|seria|va|llevo|sale|queda|suma|te debo|les debo|debo|pago)(?: (?:todo|en total|por todo|ya|hasta ahora|entonces|al final))?|(?:el|cual es el) total|how much (?:is (?:it|that|everything|all)|do i owe|so far|in total|will (?:it|that) be)(?: (?:all|in total|altogether|so far|now))?|what (?:do i owe|is the total|does it come to)|the total)\W*$/;

/** "How much is it?" of somebody whose order is under way asks for its total. */
function ofOrder(
  state: DialogueState,
  { text, entities }: TurnInput,
  { thread, topic }: { thread: Thread | undefined; topic: string },
): boolean {
  if (topic !== "price" || thread?.form !== "order" || entities.some(({ type }) => type === "product")) return false;
  const asked = state.open.some(({ from, thread: id }) => from === "bot" && id === thread.id);
  return asked && wholePrice.test(text.folded.slice(0, 200));
}

/** "otro igual": the same service or product. */
function sameProduct(model: Thread, { forms }: TurnInput, topic: string): Record<string, string> {
  const form = forms[topic] ?? {};
  return Object.fromEntries(Object.entries(model.slots).filter(([slot]) => slotTypeOf(form[slot] ?? "") === "product"));
}

function otherProduct({ said }: Heard, { entities }: TurnInput): (thread: Thread) => boolean {
  const named = entities.filter(({ type }) => type === "product").map(({ value }) => String(value));
  return (thread) => {
    const values = Object.values(thread.slots);
    return (
      named.length > 0 &&
      said.folded !== "" &&
      !named.some((id) => values.includes(id)) &&
      values.some((value) => value !== "")
    );
  };
}
