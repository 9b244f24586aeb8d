import { fileURLToPath } from "node:url";
import type { Context } from "@parley/actor/actor";
import type { Out } from "@parley/actor/out";
import type { Business } from "@parley/business/business";
import { loadBusiness } from "@parley/business/load";
import { AgentWake } from "@parley/contract/agent-wake";
import { ChatForget } from "@parley/contract/chat-forget";
import type { Message } from "@parley/contract/message";
import { BotSwitched, OperatorReplied } from "@parley/contract/operator-messages";
import { bodyOf, type Reply } from "@parley/contract/reply";
import { ReplyRequested } from "@parley/contract/reply-requested";
import { StockAnswered, StockRelease, StockReserve } from "@parley/contract/stock";
import type { Turn } from "@parley/contract/turn";
import { TurnAnswered } from "@parley/contract/turn-answered";
import { TurnOpened } from "@parley/contract/turn-opened";
import { createIntentClassifier } from "@parley/nlu/intents/classify-intent";
import { trainIntentsInWorker } from "@parley/nlu/intents/train-intents-in-worker";
import { z } from "zod";
import { modelCacheDir } from "./config.ts";
import { conversationActor } from "./conversation.ts";
import type { ConversationState } from "./conversation-state.ts";
import { createEngines, type Engines, examplesOf } from "./engines.ts";
import { shelfActor } from "./stock/shelf.ts";
import type { ShelfState } from "./stock/shelf-state.ts";

/** The demo business, as `npm start` has it. */
export function demoBusiness(): Business {
  return loadBusiness(fileURLToPath(new URL("../../../deploy/demo/business.yaml", import.meta.url)));
}

/** Engines with the model the service would train; trained once for each version of the file on this machine. */
export async function enginesOf(business: Business): Promise<Engines> {
  const cacheDir = modelCacheDir({});
  const model = await trainIntentsInWorker(examplesOf(business), { cacheDir });
  return createEngines(business, createIntentClassifier(model));
}

export type ChatOptions = {
  /** When the chat begins, ISO 8601 with its zone; each turn comes a minute after the one before. */
  at?: string;
  profileName?: string;
  /** Shared by the chats of one story. */
  shelves?: Map<string, ShelfState>;
  contact?: string;
};

export type Said = { replies: Reply[]; texts: string[]; turn: Turn };

/** A customer's chat with the real conversation actor and shelves, without NATS: what is said to each message. */
export function openChat(engines: Engines, options: ChatOptions = {}) {
  const { at = "2026-11-24T10:00:00-06:00", profileName, shelves = new Map(), contact = "5215500000001" } = options;
  const actor = conversationActor({ engines: () => engines, lateReplyWithinMs: 15 * 60_000 });
  const chat = `100~${contact}`;
  let state: ConversationState = actor.state.initial(chat);
  let now = Date.parse(at);
  let turn = 0;
  const timers = new Map<string, { atMs: number; message: Message }>();
  const unasked: Reply[] = [];
  let answers: TurnAnswered[] = [];

  const contextOf = (key: string): Context => ({
    key,
    now,
    attempt: 1,
    redelivered: false,
    signal: new AbortController().signal,
    log: { debug() {}, info() {}, warn() {}, error: (fields, sentence) => console.error(sentence, fields) },
    trace: { originMs: now, stages: [] },
  });

  function give(message: Message): void {
    const result = actor.receive(state, Receivable.parse(message), contextOf(chat));
    if (result instanceof Promise) throw new Error("nothing here takes time");
    state = result.state;
    for (const out of result.outs) follow(out);
  }

  function follow(out: Out): void {
    if (out.kind === "set-timer") timers.set(out.name, out);
    if (out.kind === "cancel-timer") timers.delete(out.name);
    if (out.kind !== "send") return;
    if (out.to === "stock") askShelf(out.key ?? "", out.message);
    if (out.to === "intel") give(out.message);
    if (out.to === "delivery" && out.message.type === "turn.answered") answers.push(TurnAnswered.parse(out.message));
    if (out.to === "delivery" && out.message.type === "reply.requested") {
      unasked.push(ReplyRequested.parse(out.message).reply);
    }
  }

  function askShelf(key: string, message: Message): void {
    const shelf: ShelfState = shelves.get(key) ?? shelfActor.state.initial(key);
    const ask = message.type === "stock.reserve" ? StockReserve.parse(message) : StockRelease.parse(message);
    const result = shelfActor.receive(shelf, ask, contextOf(key));
    if (result instanceof Promise) throw new Error("a shelf is pure");
    shelves.set(key, result.state);
    for (const { message: answered } of result.outs.filter((out) => out.kind === "send")) give(answered);
  }

  function says(
    text: string | undefined,
    more: Partial<TurnOpened> & { kind?: string; media?: TurnOpened["media"] } = {},
  ): Said {
    const { kind = "text", ...fields } = more;
    turn += 1;
    now += 60_000;
    answers = [];
    const entry: Turn = {
      id: `${chat}:${turn}`,
      chat,
      turn,
      messageId: `wamid.${turn}`,
      type: kind,
      receivedAt: new Date(now).toISOString(),
      status: "open",
      ...(text === undefined ? {} : { text }),
      processing: {},
      ...more.entry,
    };
    const message: TurnOpened = {
      type: "turn.opened",
      v: 1,
      sentAtMs: now,
      serviceWindowEndsAtMs: now + 86_400_000,
      ...(profileName === undefined ? {} : { profileName }),
      ...fields,
      entry,
    };
    give(message);
    const [answer] = answers;
    if (answer === undefined) throw new Error(`turn ${turn} was not answered`);
    return { replies: answer.replies, texts: answer.replies.map(bodyOf), turn: answer.entry };
  }

  return {
    chat,
    says: (text: string): Said => says(text),
    /** A message that is more than a text. */
    sends: says,
    /** Taps an option of the last reply that has it, by its title or id. */
    taps: (option: string, from: Said): Said => {
      const found = optionsOf(from.replies).find(({ id, title }) => id === option || title === option);
      if (found === undefined) throw new Error(`there is no option ${option} in ${JSON.stringify(from.replies)}`);
      const reply = { id: found.id, title: found.title };
      return says(found.title, {
        kind: "interactive",
        content: { type: "button_reply", button_reply: reply },
      });
    },
    give,
    /** Lets time pass; the timers that come due are delivered in order. What was said without being asked comes back. */
    waits: (minutes: number): Reply[] => {
      const until = now + minutes * 60_000;
      unasked.length = 0;
      for (;;) {
        const due = [...timers].filter(([, { atMs }]) => atMs <= until).sort(([, a], [, b]) => a.atMs - b.atMs)[0];
        if (due === undefined) break;
        timers.delete(due[0]);
        now = Math.max(now, due[1].atMs);
        give(due[1].message);
      }
      now = until;
      return [...unasked];
    },
    state: () => state,
    now: () => now,
  };
}

export type Chat = ReturnType<typeof openChat>;

function optionsOf(replies: readonly Reply[]): { id: string; title: string }[] {
  return replies.flatMap((reply) => {
    if (reply.kind === "buttons") return reply.buttons;
    return reply.kind === "list" ? reply.sections.flatMap(({ rows }) => rows) : [];
  });
}

/** Our own messages come back as plain ones. */
const Receivable = z.discriminatedUnion("type", [
  TurnOpened,
  StockAnswered,
  OperatorReplied,
  BotSwitched,
  AgentWake,
  ChatForget,
]);
