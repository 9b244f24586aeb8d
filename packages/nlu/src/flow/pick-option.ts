import type { Entity } from "../entity.ts";
import { phrasePattern } from "../phrase-pattern.ts";
import { foldWord } from "../text.ts";
import type { Option } from "./dialogue.ts";
import { valueText } from "./fit-entity.ts";
import { meaningsOf } from "./meanings.ts";
import { pickBySize } from "./option-size.ts";
import { saysNothing } from "./usable-entities.ts";

export type Pick = { option: Option; entity?: Entity };

const places: readonly (readonly [RegExp, number])[] = [
  [/\b(?:primer[oa]?|1r[oa]|1a|1o|first|1st|former)\b/, 0],
  [/\b(?:segund[oa]|2d[oa]|2a|2o|second|2nd|latter)\b/, 1],
  [/\b(?:tercer[oa]?|3r[oa]|3a|3o|third|3rd)\b/, 2],
  [/\b(?:cuart[oa]|4t[oa]|4a|4o|fourth|4th)\b/, 3],
  [/\b(?:quint[oa]|5t[oa]|5a|5o|fifth|5th)\b/, 4],
  [/\b(?:sext[oa]|6t[oa]|sixth|6th)\b/, 5],
  [/\b(?:ultim[oa]|last)\b/, -1],
];
const countWords: Readonly<Record<string, number>> = {
  uno: 1,
  una: 1,
  one: 1,
  dos: 2,
  two: 2,
  tres: 3,
  three: 3,
  cuatro: 4,
  four: 4,
  cinco: 5,
  five: 5,
  seis: 6,
  six: 6,
};
const otherOne = /\b(?:(?:el|la|lo) otr[oa]|the other(?: one)?|otr[oa])\b/;

/** "no, that's too early" names a part of the day without picking it. */
const refuses =
  /\b(?:too|muy|demasiado|ninguna?|neither|none) ?\w*|^(?:hm+|mm+|uy|ay|ah|oh|pues|well)?[\s,]*(?:no|nope|nah)\b/;

/** "el viernes no puedo", "can't do Friday". */
const cannot = phrasePattern(
  /\b(?:(?:no|tampoco) (?:puedo|podria|podre|alcanzo|llego|(?:me|nos) (?:va|viene|sirve|queda|conviene|da|cuadra|gusta|late|es posible))|(?:se me|me queda) complica\w*|(?:can't|cant|cannot|couldn't|won't) (?:do|make|come|be)|(?:doesn't|does not|won't|don't|wouldn't|not going to|isn't going to) (?:work|suit)|(?:i'm|am|we're) (?:busy|working|away|not free)|no good|isn't good|not good|not great)\b/,
);

/** Stands in a part of a turn that says it cannot be: "el viernes no puedo, el sábado sí". */
export function isRefused({ start, end, type }: Entity, original: string): boolean {
  if (type !== "datetime") return false;
  const from =
    foldWord(original.slice(Math.max(0, start - 60), start))
      .split(stop)
      .at(-1) ?? "";
  const after = foldWord(original.slice(end, end + 60)).split(stop)[0] ?? "";
  return cannot.test(`${from}${original.slice(start, end)}${after}`);
}

const stop = /[,;.\n]|\b(?:pero|but|mejor|better|prefiero|y el|so)\b/;

/** What cannot be leaves the other of two, unless the turn goes on to say which. */
function leftOver(options: readonly Option[], said: { folded: string; entities: readonly Entity[] }): Pick | undefined {
  const last =
    said.folded
      .split(/[,;.]|\b(?:pero|but|mejor|better|prefiero|rather)\b/)
      .at(-1)
      ?.trim() ?? "";
  if (!cannot.test(last) && last !== "") {
    const named = byLabel(options, last);
    if (named !== undefined) return { option: named };
  }
  const refused =
    options.length === 2 ? (byValue(options, said.entities)?.option ?? byLabel(options, said.folded)) : undefined;
  const option = refused === undefined ? undefined : options.find((one) => one !== refused);
  return option === undefined ? undefined : { option };
}

/** Which of the options a turn picks: by label, value, number, place, paraphrase; undefined if none or more than one. */
export function pickOption(
  options: readonly Option[],
  said: { folded: string; entities: readonly Entity[] },
  before: string | undefined,
): Pick | undefined {
  const folded = said.folded;
  if (cannot.test(folded)) return leftOver(options, said);
  const byEntity = byValue(options, said.entities);
  if (byEntity !== undefined) return byEntity;
  const byText = byLabel(options, folded);
  if (byText !== undefined) {
    // "la de 200" says the label; the number in it is no number of its own.
    const entity = said.entities.find((one) => foldWord(byText.label).includes(foldWord(one.text)));
    return entity === undefined ? { option: byText } : { option: byText, entity };
  }
  const placed = byPlace(options, folded);
  if (placed !== undefined || refuses.test(folded)) return placed === undefined ? undefined : { option: placed };
  const option =
    byPart(options, folded) ??
    byMeaning(options, folded) ??
    pickBySize(options, folded) ??
    byOther(options, folded, before);
  return option === undefined ? undefined : { option };
}

function only<T>(list: readonly T[]): T | undefined {
  return list.length === 1 ? list[0] : undefined;
}

/** An entity whose value is an option's, clock times by the hand of the clock: "a las 5" picks T17:00. */
function byValue(options: readonly Option[], entities: readonly Entity[]): Pick | undefined {
  for (const entity of entities) {
    const value = valueText(entity.value);
    const exact = options.filter((option) => sameValue(option.value, value, entity));
    const option = only(exact) ?? only(options.filter((one) => sameClock(one.value, value)));
    if (option !== undefined) return { option, entity };
  }
  return undefined;
}

function sameValue(option: string, value: string, entity: Entity): boolean {
  if (option === value) return true;
  if (entity.type !== "datetime") return false;
  const [date, time] = option.split("T");
  const [saidDate, saidTime] = value.split("T");
  const sameDate = date === "" || saidDate === "" || saidDate === undefined || date === saidDate;
  const sameTime = time === undefined || saidTime === undefined || time === saidTime;
  return sameDate && sameTime && (date === saidDate || time === saidTime) && (date !== "" || time !== undefined);
}

function sameClock(option: string, value: string): boolean {
  const a = /T(\d\d):(\d\d)/.exec(option);
  const b = /^T(\d\d):(\d\d)$/.exec(value);
  return a !== null && b !== null && Number(a[1]) % 12 === Number(b[1]) % 12 && a[2] === b[2];
}

const emptyWords = new Set(
  "el la los las lo un una de del al a en con por para y o que es me mi the a an of for to in on at with and or please one it i hs h hrs pm am".split(
    " ",
  ),
);

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}]+|\d+(?:[.,:]\d+)*/gu) ?? [];
}

/** Labels that are said, whole or by a word that only they have; a negated one does not count. */
function byLabel(options: readonly Option[], folded: string): Option | undefined {
  const clean = folded.replace(
    /\b(?:no|not|ni|nor|menos|except|instead of|en vez de|rather than) (?:(?:el|la|los|las|the|en|de|a) )*[\p{L}\d:]+/gu,
    " ",
  );
  if (clean !== folded && saysNothing(clean)) return options.length === 2 ? notNamed(options, folded) : undefined;
  const text = clean;
  const labels = options.map(({ label }) => foldWord(label));
  const padded = ` ${wordsOf(text).join(" ")} `;
  const whole = options.filter((_, index) => padded.includes(` ${wordsOf(labels[index] ?? "").join(" ")} `));
  const longest = whole.filter((one) =>
    whole.every(
      (other) =>
        other === one || !foldWord(other.label).includes(foldWord(one.label)) || other.label.length < one.label.length,
    ),
  );
  if (longest.length > 0) return only(longest);
  const said = wordsOf(text).filter((word) => !emptyWords.has(word));
  const scores = labels.map((label, index) => {
    const own = new Set(
      [...wordsOf(label), ...wordsOf(foldWord(options[index]?.value ?? ""))].filter((word) => !emptyWords.has(word)),
    );
    return said.filter((word) => [...own].some((mine) => alike(word, mine))).length;
  });
  const best = Math.max(0, ...scores);
  if (best === 0) return undefined;
  const winners = options.filter((_, index) => scores[index] === best);
  if (winners.length === 1) return winners[0];
  return undefined;
}

/** "not the white one" of two leaves the other. */
function notNamed(options: readonly Option[], folded: string): Option | undefined {
  const named = byLabel(
    options,
    folded.replace(/\b(?:no|not|ni|nor|menos|except|instead of|en vez de|rather than)\b/g, " "),
  );
  return named === undefined ? undefined : options.find((option) => option !== named);
}

/** Equal, or one slip or a plural or a gender apart in words of five letters and more. */
function alike(a: string, b: string): boolean {
  if (a === b) return true;
  if (/\d/.test(a) || /\d/.test(b)) return a.replace(",", ".") === b.replace(",", ".");
  const short = Math.min(a.length, b.length);
  if (short < 4) return false;
  if (Math.abs(a.length - b.length) <= 2 && (a.startsWith(b.slice(0, -1)) || b.startsWith(a.slice(0, -1)))) return true;
  if (short >= 5 && (a.startsWith(b) || b.startsWith(a))) return true;
  return short >= 5 && Math.abs(a.length - b.length) <= 1 && oneSlip(a, b);
}

function oneSlip(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return Math.max(a.length, b.length) - start - end <= 2;
}

const barePlace =
  /^(?:la|el|lo|opcion|numero|option|number|no\.?|n\.?|#|the|quiero (?:la|el)|la opcion|la numero|el numero|i'll take|i want|give me|dame (?:la|el)|me quedo con (?:la|el)|prefiero (?:la|el)|con (?:la|el)|por (?:la|el))* *#?(\d+|\p{L}+)(?:ra|da|ta|a|o|°|º)?[\s).,!]*(?:por ?fa\w*|please|pls|gracias|thanks|xfa|one)?[.!]*$/u;

/** "la segunda", "opción 2", a bare "2" or "dos" if there are that many. */
function byPlace(options: readonly Option[], folded: string): Option | undefined {
  if (!/\b(?:un segundo|a second|segunda mano|first of all|primero que nada|at last|last (?:time|week))\b/.test(folded))
    for (const [pattern, index] of places) if (pattern.test(folded)) return options.at(index);
  const bare = barePlace.exec(folded.trim());
  const number = Number(bare?.[1] ?? Number.NaN);
  const index = Number.isNaN(number) ? countWords[bare?.[1] ?? ""] : number;
  const letter = /^(?:la |el |opcion |option )?([a-f])\)?[.!]*$/.exec(folded.trim())?.[1];
  if (letter !== undefined) return options[letter.charCodeAt(0) - 97];
  return index === undefined || index < 1 ? undefined : options[index - 1];
}

const parts: readonly (readonly [string, number, number])[] = [
  ["morning", 0, 12],
  ["afternoon", 12, 20],
  ["evening", 18, 24],
];

/** "la de la tarde" of two clock times. */
function byPart(options: readonly Option[], folded: string): Option | undefined {
  const hours = options.map(({ value }) => Number(/T(\d\d):/.exec(value)?.[1] ?? Number.NaN));
  if (hours.some(Number.isNaN)) return undefined;
  const said = meaningsOf(folded);
  for (const [part, from, to] of parts) {
    const picked = said.has(part)
      ? only(options.filter((_, at) => (hours[at] ?? 0) >= from && (hours[at] ?? 0) < to))
      : undefined;
    if (picked !== undefined) return picked;
  }
  return undefined;
}

function byMeaning(options: readonly Option[], folded: string): Option | undefined {
  const said = meaningsOf(folded);
  if (said.size === 0) return undefined;
  const fitting = options.filter(({ label, value }) => {
    const own = meaningsOf(`${foldWord(label)} ${foldWord(value).replaceAll(/[_-]/g, " ")}`);
    return [...said].some((meaning) => own.has(meaning));
  });
  return only(fitting);
}

/** "the other one" of two, if one was taken before; "not the green one" of two. */
function byOther(options: readonly Option[], folded: string, before: string | undefined): Option | undefined {
  if (options.length !== 2) return undefined;
  if (otherOne.test(folded) && before !== undefined) return options.find(({ value }) => value !== before);
  return undefined;
}
