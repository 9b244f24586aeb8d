import type { Entity } from "../entity.ts";
import { foldWord } from "../text.ts";
import type { Clause } from "./clauses.ts";
import { countedByEntity, countedBySlot } from "./count-nouns.ts";
import { declined } from "./cues.ts";
import type { Question } from "./dialogue.ts";
import { type Fit, fitEntity, rangeEnd, slotTypeOf, wantsId } from "./fit-entity.ts";
import { pickOption } from "./pick-option.ts";
import { readBare } from "./read-bare.ts";
import { saysNothing } from "./usable-entities.ts";
import { yesOrNo } from "./yes-no.ts";

/** What a turn offers as material for answers. */
export type Said = {
  original: string;
  /** All of it, folded, bounded. */
  folded: string;
  clauses: readonly Clause[];
  /** Those that may be values: not in a clause that only asks. */
  entities: readonly Entity[];
  currency: string;
  /** The business's date. */
  today: string;
  /** Is any reading of free words (names, addresses, texts) allowed? Not in a side question. */
  free: boolean;
};

export type Answer = { question: Question; value: string; entity?: Entity };

/** The answers of a turn to `questions`, the likeliest first; each entity serves once. */
export function answerQuestions(
  questions: readonly Question[],
  said: Said,
  slots: Readonly<Record<string, string>>,
): Answer[] {
  if (questions.length === 0) return [];
  const answers: Answer[] = [];
  const used = new Set<Entity>();
  const waiting = new Set(questions);
  function take(question: Question, value: string, entity: Entity | undefined): void {
    answers.push(entity === undefined ? { question, value } : { question, value, entity });
    waiting.delete(question);
    if (entity !== undefined) used.add(entity);
  }
  for (const question of questions) if (slotTypeOf(question.type) === "choice") pick(question, said, slots, take);
  for (const strength of [2, 1] as const) {
    for (const question of questions) {
      if (!waiting.has(question)) continue;
      const found = strongest(question, { said, used, answers }, strength);
      if (found !== undefined) take(question, found.fit.value, found.entity);
    }
  }
  for (const question of questions) {
    if (!waiting.has(question)) continue;
    if (slotTypeOf(question.type) === "boolean") {
      const lacks = lacksIt(said.folded, question.asked);
      const verdict = lacks ? "no" : yesOrNo(said.clauses, question.asked);
      const nothingElse = lacks || answers.length === 0 || verdict === "yes";
      if (verdict !== undefined && nothingElse) take(question, verdict === "yes" ? "true" : "false", undefined);
    }
  }
  if (said.free)
    readFree(
      questions.filter((question) => waiting.has(question)),
      said,
      { used, take },
    );
  return mergeMoments(answers, said, used);
}

const lacked =
  /\b(?:(?:don't|dont|do not|haven't) (?:have|got|need|want)|no (?:tengo|tenemos|hay|necesito|quiero|llevo)|without|sin) (?:any |an? |the |un[oa]? |ningun[oa]? |la |el |mas )?(\p{L}{4,})/u;

/** "I don't have a photo" to "can you send a photo?". */
function lacksIt(folded: string, asked: string): boolean {
  const noun = lacked.exec(folded)?.[1];
  return noun !== undefined && asked.includes(noun.replace(/e?s$/, ""));
}

type Take = (question: Question, value: string, entity: Entity | undefined) => void;

function pick(question: Question, said: Said, slots: Readonly<Record<string, string>>, take: Take): void {
  const options = question.options ?? [];
  const words = said.clauses
    .filter(({ question: asks }) => !asks || said.clauses.length === 1)
    .map(({ folded }) => folded)
    .join(" , ");
  const asksBack = said.clauses.length === 1 && said.clauses[0]?.question === true;
  const picked =
    asksBack && said.entities.length === 0 && !isBareOption(options, words)
      ? undefined
      : pickOption(options, { folded: words, entities: said.entities }, slots[question.slot]);
  if (picked !== undefined) {
    take(question, picked.option.value, picked.entity);
    return;
  }
  const suggested = options.find(({ value }) => value === question.suggested);
  if (suggested !== undefined && thatOne.test(said.folded)) {
    take(question, suggested.value, undefined);
    return;
  }
  const [single] = options;
  if (options.length === 1 && single !== undefined && yesOrNo(said.clauses, question.asked) === "yes") {
    take(question, single.value, undefined);
    return;
  }
  const verdict = yesOrNo(said.clauses, question.asked);
  const byVerdict = options.find(({ label, value }) => {
    const own = [foldWord(label), foldWord(value)];
    return verdict === "yes"
      ? own.some((one) => /^(?:si|yes|true)$/.test(one))
      : verdict === "no" && own.some((one) => /^(?:no|false)$/.test(one));
  });
  if (byVerdict !== undefined) take(question, byVerdict.value, undefined);
}

const thatOne =
  /^(?:(?:pues|ok(?:ay)?|vale|bueno|dale|listo|entonces|si|yes|sure|then|great|perfect[oa]?|genial|well)[\s,.]+)*(?:(?:quiero |me quedo con |con |i'll (?:take|have|go (?:with|for)) |let's (?:do|go with) |go with )?(?:es[aeo](?: mism[oa])?|esta|este|aquella|that(?: one)?|this one|it)\b|(?:vale|ok|dale|si|yes|sure|perfecto?|great|fine)\W*$)/;

/** "¿verde?" picks, "¿cuánto sale el verde?" does not. */
function isBareOption(options: readonly { label: string }[], words: string): boolean {
  return options.some(
    ({ label }) => words.includes(foldWord(label)) && saysNothing(words.replace(foldWord(label), " ")),
  );
}

function strongest(
  question: Question,
  { said, used, answers }: { said: Said; used: ReadonlySet<Entity>; answers: readonly Answer[] },
  strength: 1 | 2,
): { fit: Fit; entity: Entity } | undefined {
  for (const entity of rightOnesFirst(question, said)) {
    if (used.has(entity) && !sharesMoment(question, entity, answers)) continue;
    const code = strength === 1 ? codeAround(entity, question, said.original) : undefined;
    if (code !== undefined) return { fit: { value: code, strength }, entity };
    const fit = fitEntity(entity, question, said);
    if (fit?.strength === strength) return { fit, entity };
  }
  return undefined;
}

/** "2 nights, 3 of us": each count to the question for it. */
function rightOnesFirst({ slot, type }: Question, { entities, original }: Said): readonly Entity[] {
  const wanted = slotTypeOf(type) === "number" && entities.length > 1 ? countedBySlot(slot) : undefined;
  if (wanted === undefined) return entities;
  const rank = (entity: Entity) => {
    const counted = countedByEntity(entity, original);
    return counted === wanted ? 0 : counted === undefined ? 1 : 2;
  };
  return [...entities].sort((a, b) => rank(a) - rank(b));
}

/** "PX 4471 90": the digits are only a group of the code. */
function codeAround({ type, start, end }: Entity, question: Question, original: string): string | undefined {
  if (type !== "number" || slotTypeOf(question.type) !== "order_id") return undefined;
  const code = readBare(original, question);
  const digits = original.slice(start, end);
  return code !== undefined && code !== digits && code.includes(digits) ? code : undefined;
}

const freeTypes = new Set(["person", "org", "location", "text", "order_id", "email", "phone"]);

/** "el viernes a las 3" is one moment and answers both the day and the hour. */
function sharesMoment(question: Question, entity: Entity, answers: readonly Answer[]): boolean {
  const type = slotTypeOf(question.type);
  if (entity.type !== "datetime" || (type !== "date" && type !== "time")) return false;
  return answers.every(
    (answer) =>
      answer.entity !== entity ||
      (rangeEnd(question.slot) !== undefined && rangeEnd(answer.question.slot) !== rangeEnd(question.slot)) ||
      ["date", "time"].some((other) => other !== type && other === slotTypeOf(answer.question.type)),
  );
}

/** Names, places, texts and codes from the words that no entity has taken. */
function readFree(
  questions: readonly Question[],
  said: Said,
  { used, take }: { used: ReadonlySet<Entity>; take: Take },
): void {
  const typed = questions.filter(({ type }) => freeTypes.has(slotTypeOf(type)));
  if (typed.length === 0 || declined(said.folded)) return;
  // Codes first: what is left over is the name.
  typed.sort((a, b) => Number(wantsId(b)) - Number(wantsId(a)));
  const lists = typed.length > 1;
  let parts = freeParts(said, used, lists);
  for (const question of typed) {
    for (const part of parts) {
      const value = readBare(part, question);
      if (value === undefined) continue;
      take(question, value, undefined);
      parts = parts.filter((other) => other !== part);
      break;
    }
  }
}

/** The parts of a turn between the entities that were used; lists are taken apart at commas. */
function freeParts(said: Said, used: ReadonlySet<Entity>, lists: boolean): string[] {
  const parts: string[] = [];
  const clauses = said.clauses.filter(({ question }) => !question);
  const [first] = clauses;
  const last = clauses.at(-1);
  if (first === undefined || last === undefined) return parts;
  const whole = clauses.length === said.clauses.length;
  const spans = whole && !lists ? [{ start: first.start, end: last.end }] : clauses;
  for (const { start, end } of spans) {
    let from = start;
    const inside = [...used]
      .filter((entity) => entity.start >= start && entity.end <= end)
      .sort((a, b) => a.start - b.start);
    for (const entity of inside) {
      parts.push(said.original.slice(from, entity.start));
      from = entity.end;
    }
    parts.push(said.original.slice(from, end));
  }
  const cut = lists ? parts.flatMap((part) => part.split(/,|\n|;| y | and | e /)) : parts;
  return cut.map((part) => part.trim()).filter((part) => /[\p{L}\p{Nd}]/u.test(part));
}

/** A date and a time apart ("el jueves, tipo a las 5") are one moment if one was asked for. */
function mergeMoments(answers: Answer[], said: Said, used: ReadonlySet<Entity>): Answer[] {
  return answers.map((answer) => {
    if (slotTypeOf(answer.question.type) !== "datetime" || answer.entity === undefined) return answer;
    const other = said.entities.find(
      (entity) => entity.type === "datetime" && !used.has(entity) && entity !== answer.entity,
    );
    const value = typeof other?.value === "string" ? joinMoment(answer.value, other.value) : undefined;
    return value === undefined ? answer : { ...answer, value };
  });
}

/** `2026-06-18` and `T17:00/` as `2026-06-18T17:00/`; undefined if they are not a date and a time. */
export function joinMoment(a: string, b: string): string | undefined {
  const date = /^\d{4}-\d{2}-\d{2}$/;
  const [day, clock] = date.test(a) ? [a, b] : [b, a];
  if (!date.test(day) || !/^\/?T/.test(clock)) return undefined;
  return clock.replace(/T/g, `${day}T`);
}
