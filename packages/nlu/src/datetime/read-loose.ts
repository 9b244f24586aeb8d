import type { DatetimeStyle } from "../reading-style.ts";
import { repeats, vagueTimes } from "./loose-words.ts";
import { readLength } from "./read-duration.ts";
import { type Reading, startsClause, touchesNext, word } from "./reading.ts";

type Wording = { next: Map<string, Wording>; ends: boolean };

function wordings(phrases: readonly string[]): Wording {
  const root: Wording = { next: new Map(), ends: false };
  for (const phrase of phrases) {
    let node = root;
    for (const one of phrase.split(" ")) {
      let next = node.next.get(one);
      if (next === undefined) {
        next = { next: new Map(), ends: false };
        node.next.set(one, next);
      }
      node = next;
    }
    node.ends = true;
  }
  return root;
}

const vague = wordings(vagueTimes);
const recurring = wordings(repeats);

/** A time without a date, or a repeat, at a token: as far as the style wants them. Its value is the words. */
export function readLoose(reading: Reading, at: number, style: DatetimeStyle): { from: number; to: number } | undefined {
  const until = Math.max(
    style.vague === true ? longestAt(reading, at, vague) : 0,
    style.repeats === true ? Math.max(longestAt(reading, at, recurring), everyLength(reading, at)) : 0,
  );
  return until > at ? { from: at, to: until } : undefined;
}

function longestAt(reading: Reading, at: number, root: Wording): number {
  let node: Wording | undefined = root.next.get(word(reading, at));
  let best = 0;
  for (let to = at + 1; node !== undefined; to++) {
    if (node.ends) best = to;
    node = node.next.get(word(reading, to));
  }
  return best;
}

/** "every 5 minutes", "cada dos horas", "each 30 minutes". */
function everyLength(reading: Reading, at: number): number {
  if (!/^(?:every|each|cada)$/.test(word(reading, at))) return 0;
  return readLength(reading, at + 1)?.to ?? 0;
}

const lead = /^(?:in|within|en|dentro|for|por|another|otros|otras|after|durante|despues|next)$/;

/** A length of time as a point: with what says from when ("from now", "before", "más tarde"). */
export function pointEnd(reading: Reading, to: number): number {
  const [first, second, third] = [word(reading, to), word(reading, to + 1), word(reading, to + 2)];
  if (first === "from" && /^(?:now|today)$/.test(second)) return to + 2;
  if (/^(?:desde|a)$/.test(first) && second === "ahora") return to + 2;
  if (first === "a" && second === "partir" && third === "de" && /^(?:ahora|hoy)$/.test(word(reading, to + 3)))
    return to + 4;
  if (/^(?:before|after|later|earlier|prior|antes|despues)$/.test(first)) return to + 1;
  if (first === "mas" && second === "tarde") return to + 2;
  if (first === "de" && second === "diferencia") return to + 2;
  return to;
}

/** Whether a length of time may stand for a point here. */
export function isPoint(reading: Reading, from: number): boolean {
  return lead.test(word(reading, from - 1)) || !startsClause(reading, from) || !touchesNext(reading, from - 1);
}

const between =
  /^(?:at|on|for|in|of|the|by|to|from|starting|during|throughout|until|a|al|la|las|el|los|de|del|en|por|para|durante|desde|hasta|con|y)$/;

/** Whether only small words stand between two finds, so that they are one. */
export function isJoined(reading: Reading, from: number, to: number): boolean {
  if (to - from > 3 || to < from) return false;
  for (let at = from; at < to; at++) if (!between.test(word(reading, at)) || word(reading, at) === "y") return false;
  return true;
}
