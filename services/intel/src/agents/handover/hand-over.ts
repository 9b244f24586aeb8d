import { renderAnswer } from "@parley/business/replies";
import type { Reply } from "@parley/contract/reply";
import { foldWord } from "@parley/nlu/text";
import type { Known } from "../../known.ts";
import type { WakeMoment } from "../agent.ts";
import type { AgentTurn } from "../agent-turn.ts";
import { capabilitiesText } from "../info/capabilities.ts";
import { text, words } from "../say.ts";
import { asksForAssistant } from "./asks-for-assistant.ts";
import { handOverNote } from "./hand-over-note.ts";
import type { Paused } from "./paused.ts";
import { whyOf } from "./why.ts";

/** A customer who writes so long after the hand-over is told once that it is not forgotten. */
const firstReminderAfterMs = 15 * 60_000;
const reminderEveryMs = 4 * 3_600_000;

type Leaving = { reason: string; turn: AgentTurn; known: Known; before?: Paused };

/** Gives the chat to a person: what the customer is told, in or out of hours, and the note for the person. */
export function handOver({ reason, turn, known, before }: Leaving): { paused: Paused; replies: Reply[] } {
  const paused = pausedFor(reason, { now: turn.now, note: handOverNote(reason, turn, known) }, { known, before });
  return { paused, replies: [text(ownReply(turn, known), farewell(reason, turn, known))] };
}

/** The same when nobody has written: an agent was woken, such as for a ticket whose time is over. */
export function handOverUnasked(
  reason: string,
  moment: WakeMoment & { records: AgentTurn["records"]; before?: Paused },
  known: Known,
): { paused: Paused; replies: Reply[] } {
  const note = handOverNote(reason, moment, known);
  const { now, before } = moment;
  return {
    paused: pausedFor(reason, { now, note }, { known, before }),
    replies: [text(farewell(reason, moment, known))],
  };
}

function pausedFor(
  reason: string,
  { now, note }: { now: number; note: string },
  { known, before }: { known: Known; before: Paused | undefined },
): Paused {
  const written = before?.lastOperatorAtMs;
  return {
    reason: reason.slice(0, 200),
    sinceMs: now,
    untilMs: untilOf(now, known),
    note,
    ...(written === undefined ? {} : { lastOperatorAtMs: written }),
  };
}

/**
 * A customer's turn while a person has the chat; `paused` undefined: the agents are back and answer it, unless the replies `answered` it
 * already, as it only asked for them.
 */
export function whilePaused(
  paused: Paused,
  turn: AgentTurn,
  known: Known,
): { paused: Paused | undefined; replies: Reply[]; answered?: true } {
  const back = words(known, turn.language, "bot-back");
  if (asksForAssistant(foldWord(turn.text.slice(0, 100)))) {
    return { paused: undefined, replies: [text(back, capabilitiesText(turn, known))], answered: true };
  }
  if (turn.now >= paused.untilMs) {
    // Who asks for a person again is told about the person only.
    return { paused: undefined, replies: turn.intent.name === "human_agent" ? [] : [text(back)] };
  }
  if (!needsReminder(paused, turn.now)) return { paused, replies: [] };
  return {
    paused: { ...paused, remindedAtMs: turn.now },
    replies: [text(words(known, turn.language, "handover-waiting"))],
  };
}

/** A person wrote: the agents are silent for a while longer. */
export function operatorWrote(paused: Paused | undefined, atMs: number, known: Known): Paused {
  const lastOperatorAtMs = Math.max(paused?.lastOperatorAtMs ?? atMs, atMs);
  const untilMs = Math.max(paused?.untilMs ?? 0, lastOperatorAtMs + silenceMs(known));
  if (paused === undefined) return { reason: "a person wrote", sinceMs: atMs, untilMs, lastOperatorAtMs };
  return { ...paused, untilMs: lastOperatorAtMs + silenceMs(known), lastOperatorAtMs };
}

/** A person silenced the agents or gave the chat back; undefined: they answer again. */
export function switchedBot(
  paused: Paused | undefined,
  { enabled, reason, atMs }: { enabled: boolean; reason: string; atMs: number },
  known: Known,
): Paused | undefined {
  if (enabled) return undefined;
  const held: Paused = paused ?? { reason, sinceMs: atMs, untilMs: 0 };
  return { ...held, reason: reason.slice(0, 200), lastOperatorAtMs: atMs, untilMs: atMs + silenceMs(known) };
}

function silenceMs({ business }: Known): number {
  return business.handover.resumeAfterMinutes * 60_000;
}

function someoneIsThere(now: number, { business, calendar }: Known): boolean {
  return business.handover.hours === "always" || calendar.isOpenAt(now);
}

/** Out of hours the time counts from when somebody is there again. */
function untilOf(now: number, known: Known): number {
  const from = someoneIsThere(now, known) ? now : (known.calendar.nextOpening(now)?.fromMs ?? now);
  return from + silenceMs(known);
}

/** What the business file says to an intent that a person sees to. */
function ownReply(turn: AgentTurn, known: Known): string {
  const { business } = known;
  const intent = business.intents.find(({ name }) => name === turn.intent.name);
  if (intent?.reply === undefined || !turn.intent.accepted || intent.lane === undefined) return "";
  const human = business.lanes.find(({ agent }) => agent === "human")?.name;
  return intent.lane === human ? renderAnswer(known.texts, intent.reply, turn.language) : "";
}

function farewell(reason: string, { language, now }: Pick<AgentTurn, "language" | "now">, known: Known): string {
  const why = whyOf(reason);
  const told = why === "intent" ? "other" : why;
  const next = someoneIsThere(now, known) ? undefined : known.calendar.nextOpening(now);
  if (next === undefined) return words(known, language, "handover-now", { why: told });
  const { calendar } = known;
  const { date, minutes } = calendar.localOf(next.fromMs);
  return words(known, language, "handover-off-hours", {
    why: told,
    day: date,
    time: minutes,
    when: calendar.localOf(now).date === date ? "today" : isTomorrow(now, date, known) ? "tomorrow" : "later",
  });
}

function isTomorrow(now: number, date: string, { calendar }: Known): boolean {
  return calendar.localOf(calendar.instantOf(calendar.localOf(now).date, 24 * 60 + 12 * 60)).date === date;
}

function needsReminder({ sinceMs, lastOperatorAtMs = 0, remindedAtMs }: Paused, now: number): boolean {
  if (lastOperatorAtMs >= sinceMs) return false;
  return remindedAtMs === undefined ? now - sinceMs >= firstReminderAfterMs : now - remindedAtMs >= reminderEveryMs;
}
