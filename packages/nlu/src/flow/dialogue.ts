import { z } from "zod";

/** An answer the business offers; `value` is what the slot gets. */
export const Option = z.object({ label: z.string(), value: z.string() });
export type Option = z.infer<typeof Option>;

/** What the business asks for. `type` is a slot type (see `slotTypeOf`) or an entity type of the business file. */
export const Asked = z.object({
  id: z.string(),
  slot: z.string(),
  type: z.string(),
  options: z.array(Option).max(50).optional(),
});
export type Asked = z.infer<typeof Asked>;

/** A question as it stands in a conversation. */
export const Question = Asked.extend({
  /** The words it was asked with, folded, the last 300 characters: they imply units and what a yes means. */
  asked: z.string(),
  from: z.enum(["bot", "agent"]),
  /** Counts the business's turns: questions of one number were asked together. */
  round: z.int().nonnegative(),
  thread: z.string().optional(),
  messageId: z.string().optional(),
  /** The one option that the business has spoken of since: what "that one" means. */
  suggested: z.string().optional(),
});
export type Question = z.infer<typeof Question>;

/** One order, booking, problem or stand-alone question of a conversation. */
export const Thread = z.object({
  id: z.string(),
  /** What its last turn was about. */
  topic: z.string(),
  /** What it is for: the intent that answers in it serve. */
  task: z.string(),
  /** The topic whose form the task fills. */
  form: z.string(),
  slots: z.record(z.string(), z.string()),
  /** The business has finished it. */
  done: z.boolean(),
  lastAtMs: z.number(),
});
export type Thread = z.infer<typeof Thread>;

/** What a chat's dialogue has come to; JSON, of bounded size. Kept by the chat's actor. */
export const DialogueState = z.object({
  /** Not yet answered, oldest first. */
  open: z.array(Question),
  /** Answered lately, oldest first: a correction answers one again. */
  answered: z.array(Question),
  threads: z.array(Thread),
  threadsBegun: z.int().nonnegative(),
  /** Of the customer's last turn. */
  current: z.string().optional(),
  lane: z.string().optional(),
  /** Which thread a message belongs to, the newest last. */
  places: z.array(z.object({ messageId: z.string(), thread: z.string() })),
  round: z.int().nonnegative(),
  /** `waiting`: a person was asked for; `person`: a person has written. */
  handover: z.enum(["none", "waiting", "person"]),
  /** Customer's turns in a row that nobody could make sense of. */
  unclear: z.int().nonnegative(),
  /** Customer's turns in a row with a strongly negative tone. */
  angry: z.int().nonnegative(),
  lastCustomerAtMs: z.number().optional(),
});
export type DialogueState = z.infer<typeof DialogueState>;

export const most = { open: 12, answered: 20, threads: 20, places: 50, slots: 40, questionChars: 300, valueChars: 500 };

/** The dialogue of a chat that has just begun. */
export function initialDialogue(): DialogueState {
  return {
    open: [],
    answered: [],
    threads: [],
    threadsBegun: 0,
    places: [],
    round: 0,
    handover: "none",
    unclear: 0,
    angry: 0,
  };
}

/** The slots a task collects, by topic: `{ booking: { people: "number", date: "date" } }`. */
export type Forms = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What the newest questions ask for, slots and types, for `ReadContext.requested`. */
export function requestedOf(state: DialogueState): string[] {
  if (state.open.length === 0) return [];
  const round = state.open.at(-1)?.round;
  const newest = state.open.filter((question) => question.round === round);
  return [...new Set(newest.flatMap(({ slot, type }) => [slot, type]))];
}

export function threadOf(state: DialogueState, id: string | undefined): Thread | undefined {
  return id === undefined ? undefined : state.threads.find((thread) => thread.id === id);
}

/** The last `count` of a list. */
export function newest<T>(list: readonly T[], count: number): T[] {
  return list.length > count ? list.slice(-count) : [...list];
}
