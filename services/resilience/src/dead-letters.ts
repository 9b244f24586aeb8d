import { type Context, defineActor, type Result } from "@parley/actor/actor";
import { send, store } from "@parley/actor/out";
import { defineState } from "@parley/actor/state";
import type { ChatForget } from "@parley/contract/chat-forget";
import {
  DeadLetter,
  type DeadLetterDiscard,
  type DeadLetterReplay,
  type MessageDeadLettered,
  type MessageReplay,
  type MessageReplayed,
} from "@parley/contract/dead-letter";
import { z } from "zod";
import { forgetLetters } from "./forget-chat.ts";

/** A chat's letters by id, oldest first; each under its own key, so that a change journals one letter. */
export type DeadLetters = Record<string, DeadLetter>;
type Message = MessageDeadLettered | DeadLetterReplay | DeadLetterDiscard | MessageReplayed | ChatForget;

const mostLetters = 50;
/** A page must stay under the 1 MB of a NATS message. */
const mostChars = 512 * 1024;
const mostHistory = 20;
/** A page without letters: long enough for whoever was away to read the journal on from it. */
const emptyPageMs = 86_400_000;

/** One chat's dead letters: kept with their reason, replayed or discarded by an operator, with an honest history. */
export const deadLetterActor = defineActor<DeadLetters, Message>({
  service: "resilience",
  name: "dead-letters",
  state: defineState<DeadLetters>({
    version: 1,
    schema: z.record(z.string(), DeadLetter),
    initial: () => ({}),
    keptUntilMs: (state, now) => (Object.keys(state).length === 0 ? now + emptyPageMs : undefined),
  }),
  receives: ["message.dead-lettered", "dead-letter.replay", "dead-letter.discard", "message.replayed", "chat.forget"],
  receive: (state, message, context) => {
    switch (message.type) {
      case "message.dead-lettered":
        return keep(state, message.letter, context);
      case "dead-letter.replay":
        return replay(state, message, context);
      case "dead-letter.discard":
        return discard(state, message, context);
      case "message.replayed":
        return resolve(state, message, context);
      case "chat.forget":
        return forgetLetters(state, message, context.key);
    }
  },
});

/** A new letter, or one that was replayed in vain. */
function keep(state: DeadLetters, letter: DeadLetter, context: Context): Result<DeadLetters> {
  const before = state[letter.id];
  if (before === undefined) return put(state, { ...letter, history: letter.history.slice(-mostHistory) }, context);
  const again = { ...letter, status: "open" as const, history: before.history };
  const event = before.status === "replaying" ? "replay failed" : "failed again";
  const attempts = before.attempts + letter.attempts;
  return put(
    state,
    { ...noted(again, letter.failedAtMs, event, `${letter.code}: ${letter.reason}`), attempts },
    context,
  );
}

function replay(state: DeadLetters, message: DeadLetterReplay, context: Context): Result<DeadLetters> {
  const letter = state[message.id];
  if (letter === undefined) return unknown(state, message, context);
  if (letter.status !== "open") return refuse(state, letter, "replay refused", context);
  const edited = message.payload !== undefined;
  const detail = edited ? "with an edited payload" : undefined;
  const next = { ...noted(letter, context.now, "replayed", detail), status: "replaying" as const };
  const payload = edited ? message.payload : letter.payload;
  const order: MessageReplay = { type: "message.replay", v: 1, letterId: letter.id, payload };
  const { state: kept, outs } = put(state, next, context);
  const key = letter.key === context.key ? undefined : letter.key;
  return { state: kept, outs: [send(letter.service, order, key), ...outs] };
}

function discard(state: DeadLetters, message: DeadLetterDiscard, context: Context): Result<DeadLetters> {
  const letter = state[message.id];
  if (letter === undefined) return unknown(state, message, context);
  if (letter.status !== "open") return refuse(state, letter, "discard refused", context);
  return put(state, { ...noted(letter, context.now, "discarded", message.reason), status: "discarded" }, context);
}

function resolve(state: DeadLetters, message: MessageReplayed, context: Context): Result<DeadLetters> {
  const letter = state[message.letterId];
  if (letter === undefined) return unknown(state, { type: message.type, id: message.letterId }, context);
  return put(state, { ...noted(letter, context.now, "replay succeeded", undefined), status: "resolved" }, context);
}

function refuse(state: DeadLetters, letter: DeadLetter, event: string, context: Context): Result<DeadLetters> {
  return put(state, noted(letter, context.now, event, `the letter is ${letter.status}`), context);
}

function unknown(
  state: DeadLetters,
  { type, id }: { type: string; id: string },
  context: Context,
): Result<DeadLetters> {
  context.log.warn({ message: type, letter: id.slice(0, 200) }, "no such dead letter is kept for this chat");
  return { state, outs: [] };
}

function noted(letter: DeadLetter, at: number, event: string, detail: string | undefined): DeadLetter {
  const line = detail === undefined ? { at, event } : { at, event, detail: detail.slice(0, 2_000) };
  return { ...letter, history: [...letter.history, line].slice(-mostHistory) };
}

/** Keeps the letter and publishes it; whatever no longer fits leaves the state, but stays published. */
function put(state: DeadLetters, letter: DeadLetter, context: Context): Result<DeadLetters> {
  const next: DeadLetters = { ...state, [letter.id]: letter };
  const outs = [publish(letter, context)];
  for (const gone of overflow(next, letter.id)) {
    delete next[gone.id];
    if (gone.status === "resolved" || gone.status === "discarded") continue;
    const detail = "too many or too large dead letters in this chat: it cannot be replayed any more";
    outs.push(publish(noted(gone, context.now, "no longer kept", detail), context));
  }
  return { state: next, outs };
}

/** What must leave: first what is over, then the oldest; never the letter this is about. */
function overflow(state: DeadLetters, newest: string): DeadLetter[] {
  const sizes = new Map(Object.values(state).map((letter) => [letter, JSON.stringify(letter).length]));
  let chars = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const over = ({ status }: DeadLetter) => (status === "resolved" || status === "discarded" ? 0 : 1);
  const candidates = [...sizes.keys()]
    .filter(({ id }) => id !== newest)
    .sort((a, b) => over(a) - over(b) || a.failedAtMs - b.failedAtMs);
  const leaving: DeadLetter[] = [];
  for (const letter of candidates) {
    if (sizes.size - leaving.length <= mostLetters && chars <= mostChars) break;
    leaving.push(letter);
    chars -= sizes.get(letter) ?? 0;
  }
  return leaving;
}

function publish(letter: DeadLetter, context: Context) {
  return store("dead-letters", `${context.key}.${letter.id}`, letter);
}
