import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { EntityExtractor } from "@parley/nlu/extract-entities";
import { noteBusinessTurn } from "@parley/nlu/flow/business-turn";
import { Asked, type DialogueState, initialDialogue, requestedOf } from "@parley/nlu/flow/dialogue";
import { type ClassifiedIntent, readTurn, type TurnReading } from "@parley/nlu/flow/read-turn";
import { readText } from "@parley/nlu/text";
import { z } from "zod";
import { readItems } from "../files.ts";
import { localMs } from "./entities.ts";

const SlotValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.union([z.string(), z.number()]))]);
const Gold = z.object({
  thread: z.string(),
  topic: z.string(),
  lane: z.string(),
  intent: z.string(),
  answers: z.array(z.string()),
  slots: z.record(z.string(), SlotValue),
  open: z.array(z.string()),
});
type Gold = z.infer<typeof Gold>;

const Turn = z.object({
  turn: z.number(),
  from: z.enum(["bot", "agent", "customer"]),
  text: z.string(),
  replyTo: z.number().optional(),
  asks: z.array(Asked).optional(),
  gold: Gold.optional(),
});
const Conversation = z.object({
  id: z.string(),
  lang: z.string(),
  region: z.string(),
  tz: z.string(),
  ref: z.string(),
  forms: z.record(z.string(), z.record(z.string(), z.string())),
  turns: z.array(Turn),
});
type Conversation = z.infer<typeof Conversation>;

/** Shares of customers' turns (conversations for `whole`) that are right, in percent. `whole`: all slots, answers and lanes. */
export type FlowReport = {
  conversations: number;
  turns: number;
  answers: number;
  open: number;
  slots: number;
  lane: number;
  topic: number;
  intent: number;
  threads: number;
  whole: number;
  /** Mean time of one customer's turn in the flow alone, in ms. */
  msPerTurn: number;
};
export type FlowMiss = { id: string; turn: number; text: string; part: string; gold: unknown; found: unknown };

/** The parts that stand before the flow in the path of a message. */
export type Before = { extract: EntityExtractor; classify: (text: string) => ClassifiedIntent };

type Judged = { gold: Gold; reading: TurnReading; turn: z.infer<typeof Turn>; id: string };

/** Plays every conversation of `<data>/flows`; the program sees no `gold`. */
export function scoreFlows(data: string, before: Before): { report: FlowReport; misses: FlowMiss[] } {
  const folder = join(data, "flows");
  const files = readdirSync(folder).filter((name) => name.endsWith(".jsonl"));
  const conversations = files.flatMap((file) => readItems(join(folder, file), Conversation));
  const spent = { ms: 0 };
  const played = conversations.map((conversation) => play(conversation, before, spent));
  const judged = played.flat();
  const misses = judged.flatMap(missesOf);
  const share = (part: string) =>
    percent(judged.length - misses.filter((miss) => miss.part === part).length, judged.length);
  const whole = conversations.filter(
    ({ id }) => !misses.some((miss) => miss.id === id && ["answers", "slots", "lane"].includes(miss.part)),
  );
  const threads = played.map(threadF1);
  const report: FlowReport = {
    conversations: conversations.length,
    turns: judged.length,
    answers: share("answers"),
    open: share("open"),
    slots: share("slots"),
    lane: share("lane"),
    topic: share("topic"),
    intent: share("intent"),
    threads: threads.reduce((sum, f1) => sum + f1, 0) / threads.length,
    whole: percent(whole.length, conversations.length),
    msPerTurn: spent.ms / judged.length,
  };
  const apart = played.flatMap((turns, at) => ((threads[at] ?? 100) < 100 ? [threadMiss(turns)] : []));
  return { report, misses: [...misses, ...apart] };
}

function play(
  { id, lang, region, tz, ref, forms, turns }: Conversation,
  { extract, classify }: Before,
  spent: { ms: number },
): Judged[] {
  const judged: Judged[] = [];
  let state: DialogueState = initialDialogue();
  for (const turn of turns) {
    const messageId = String(turn.turn);
    if (turn.from !== "customer") {
      const asks = turn.asks ?? [];
      state = noteBusinessTurn(state, { messageId, text: turn.text, from: turn.from, asks });
      continue;
    }
    const atMs = localMs(ref, tz) + turn.turn * 20_000;
    const text = readText(turn.text);
    const entities = extract(text, { atMs, timeZone: tz, region, language: lang, requested: requestedOf(state) });
    const intent = classify(turn.text);
    const began = performance.now();
    const replyTo = turn.replyTo === undefined ? {} : { replyTo: String(turn.replyTo) };
    const read = readTurn(state, { messageId, text, entities, intent, atMs, region, timeZone: tz, forms, ...replyTo });
    spent.ms += performance.now() - began;
    state = read.state;
    if (turn.gold !== undefined) judged.push({ gold: turn.gold, reading: read.reading, turn, id });
  }
  return judged;
}

function missesOf({ gold, reading, turn, id }: Judged): FlowMiss[] {
  const miss = (part: string, right: boolean, wanted: unknown, found: unknown): FlowMiss[] =>
    right ? [] : [{ id, turn: turn.turn, text: turn.text, part, gold: wanted, found }];
  const { flow } = reading;
  return [
    ...miss("answers", sameSet(gold.answers, flow.answered), gold.answers, flow.answered),
    ...miss("open", sameSet(gold.open, flow.open), gold.open, flow.open),
    ...miss("slots", sameSlots(gold.slots, flow.slots), gold.slots, flow.slots),
    ...miss("lane", gold.lane === reading.lane, gold.lane, reading.lane),
    ...miss("topic", gold.topic === reading.thread.topic, gold.topic, reading.thread.topic),
    ...miss("intent", gold.intent === reading.intent.name, gold.intent, reading.intent),
  ];
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one) => b.includes(one));
}

/** A list in the gold holds every reading that is right. */
function sameSlots(gold: Gold["slots"], found: Record<string, string>): boolean {
  const names = Object.keys(gold);
  if (!sameSet(names, Object.keys(found))) return false;
  const plain = (value: unknown) => String(value).trim().toLowerCase().replace(/\s+/g, " ");
  return names.every((name) => [gold[name]].flat().some((value) => plain(value) === plain(found[name])));
}

/** Pairwise F1 of two groupings of the same turns, in percent. */
function threadF1(turns: readonly Judged[]): number {
  let [both, inGold, inFound] = [0, 0, 0];
  for (const [at, one] of turns.entries()) {
    for (const other of turns.slice(at + 1)) {
      const gold = one.gold.thread === other.gold.thread;
      const found = one.reading.thread.id === other.reading.thread.id;
      if (gold) inGold++;
      if (found) inFound++;
      if (gold && found) both++;
    }
  }
  return inGold + inFound === 0 ? 100 : (200 * both) / (inGold + inFound);
}

function threadMiss(turns: readonly Judged[]): FlowMiss {
  const gold = turns.map((one) => one.gold.thread).join(" ");
  const found = turns.map(({ reading }) => reading.thread.id).join(" ");
  return { id: turns[0]?.id ?? "", turn: 0, text: "", part: "threads", gold, found };
}

function percent(part: number, of: number): number {
  return of === 0 ? 0 : (100 * part) / of;
}
