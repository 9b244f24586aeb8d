import type { DatetimeStyle } from "../reading-style.ts";
import { repeats, vagueTimes } from "./loose-words.ts";
import { readLength } from "./read-duration.ts";
import { type Reading, word } from "./reading.ts";

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
export function readLoose(
  reading: Reading,
  at: number,
  style: DatetimeStyle,
): { from: number; to: number } | undefined {
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
  if (first === "a" && /^(?:day|week|month|year)$/.test(second)) return to + 2;
  return to;
}

/** A length of time as a point begins with "durante", "después de", "las próximas". */
export function pointStart(reading: Reading, from: number): number {
  let at = from;
  if (/^(?:proximos|proximas|siguientes|next)$/.test(word(reading, at - 1))) at--;
  if (/^(?:durante|during|throughout)$/.test(word(reading, at - 1))) return at - 1;
  return word(reading, at - 1) === "de" && word(reading, at - 2) === "despues" ? at - 2 : at;
}

/** Behind an hour: "hora central", "hora estándar del Pacífico", "eastern time", "EST". */
export function zoneEnd(reading: Reading, to: number): number {
  const [first, second] = [word(reading, to), word(reading, to + 1)];
  if (/^(?:est|pst|cst|mst|edt|pdt|cdt|gmt|utc|cet)$/.test(first)) return to + 1;
  if (/^(?:eastern|central|pacific|mountain|local|standard)$/.test(first)) {
    const time = second === "standard" || second === "daylight" ? to + 2 : to + 1;
    return word(reading, time) === "time" ? time + 1 : to;
  }
  if (first !== "hora") return to;
  let at = /^(?:estandar|local|oficial)$/.test(second) ? to + 2 : to + 1;
  if (word(reading, at) === "del" || word(reading, at) === "de") at++;
  if (/^(?:central|pacifico|este|oeste|montana|centro|este|peninsular)$/.test(word(reading, at))) return at + 1;
  return second === "local" || second === "estandar" ? to + 2 : to;
}

const between =
  /^(?:at|on|for|in|of|the|by|to|from|starting|during|throughout|until|a|al|la|las|el|los|de|del|en|por|para|durante|desde|hasta|con|next|proximos|proximas|siguientes|this|que)$/;

/** Whether only small words stand between two finds, so that they are one. */
export function isJoined(reading: Reading, from: number, to: number): boolean {
  if (to - from > 3 || to < from) return false;
  for (let at = from; at < to; at++) if (!between.test(word(reading, at))) return false;
  return true;
}
