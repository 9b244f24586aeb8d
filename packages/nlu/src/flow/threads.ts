import type { DialogueState, Thread } from "./dialogue.ts";
import { goodsTopics, leadTopics, problemTopics, sideTopics, taskTopics } from "./topics.ts";

/** What decides where a turn without an answer belongs. */
export type Placing = {
  topic: string;
  intent: string;
  /** Of the message it quotes. */
  quoted: Thread | undefined;
  /** Asks for a second one of its kind. */
  another: boolean;
  /** Names a product other than the thread's. */
  otherProduct: (thread: Thread) => boolean;
};

const starts = new Set(["place_order", "book_appointment"]);
const mends = new Set(["change_order", "cancel_order"]);

/** The thread of a turn, or undefined for a new one. */
export function placeTurn(state: DialogueState, placing: Placing): Thread | undefined {
  const { topic, intent, quoted } = placing;
  if (quoted !== undefined && !placing.another) return quoted;
  const current = state.threads.find(({ id }) => id === state.current);
  if (current === undefined) return undefined;
  // A bare greeting or "agent" belongs to what follows it.
  if (leadTopics.has(current.form)) return current;
  if (leadTopics.has(topic))
    return openTask(state) ?? (current.done || !taskTopics.has(current.topic) ? undefined : current);
  if (intent === "smalltalk") return current;
  if (sideTopics.has(topic)) return current.topic === topic && sideTopics.has(current.topic) ? current : undefined;
  if (placing.another) return undefined;
  // What was asked after can still be changed.
  if (mends.has(intent))
    return (
      latest(state, (thread) => isOrder(thread)) ?? (current.form === "status" ? current : goodsNear(current, placing))
    );
  if (starts.has(intent)) return started(state, current, placing);
  if (problemTopics.has(topic)) return problem(state, current, placing);
  return goods(state, current, placing);
}

function isOrder(thread: Thread): boolean {
  return thread.form === "order" || thread.form === "booking";
}

/** The task that still has a question open, the newest. */
function openTask(state: DialogueState): Thread | undefined {
  const asked = new Set(state.open.map(({ thread }) => thread));
  return latest(state, (thread) => asked.has(thread.id));
}

/** Threads stand in the order of their last turns. */
function latest(state: DialogueState, fits: (thread: Thread) => boolean): Thread | undefined {
  return state.threads.findLast(fits);
}

/** An order begins in the thread that asked for its price, or goes on in the one that runs. */
function started(state: DialogueState, current: Thread, placing: Placing): Thread | undefined {
  const running = latest(state, (thread) => !thread.done && thread.form === placing.topic);
  if (running !== undefined) return running;
  return goodsNear(current, placing);
}

function goodsNear(current: Thread, placing: Placing): Thread | undefined {
  return goodsTopics.has(current.topic) && !current.done && !isOrder(current) && !placing.otherProduct(current)
    ? current
    : undefined;
}

/** A problem goes on in its thread; "where is it" belongs to the order it asks about. */
function problem(state: DialogueState, current: Thread, { topic, otherProduct }: Placing): Thread | undefined {
  const same = latest(state, (thread) => problemTopics.has(thread.topic) || problemTopics.has(thread.form));
  if (same !== undefined && (same.id === current.id || !same.done)) return same;
  if (topic === "status") return latest(state, (thread) => isOrder(thread) && !otherProduct(thread));
  return undefined;
}

/** Price, delivery, payment, availability: of the order in progress, else of what was just talked about. */
function goods(state: DialogueState, current: Thread, placing: Placing): Thread | undefined {
  const running = latest(state, (thread) => isOrder(thread) && !thread.done);
  if (running !== undefined)
    return placing.topic === "availability" && placing.otherProduct(running) ? undefined : running;
  if (goodsTopics.has(current.topic) && !placing.otherProduct(current)) {
    // What was bought and closed is asked about again only for its payment or delivery.
    if (!current.done || placing.topic === "payment" || placing.topic === "delivery") return current;
  }
  if (problemTopics.has(current.topic) && placing.topic === "payment") return current;
  return undefined;
}

const acts = new Set(["place_order", "book_appointment", "change_order", "cancel_order", "return_refund", "complaint"]);

/** A question within an order does not change what the order's answers serve. */
export function taskAfter(
  state: DialogueState,
  { thread, task, topic }: { thread: Thread | undefined; task: string; topic: string },
): Pick<Thread, "task" | "form"> {
  const mine = { task, form: topic };
  if (thread === undefined || acts.has(task) || leadTopics.has(thread.form)) return mine;
  const busy = state.open.some((question) => question.thread === thread.id);
  return leadTopics.has(topic) || busy || acts.has(thread.task) ? { task: thread.task, form: thread.form } : mine;
}
