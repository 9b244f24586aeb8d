import type { Entity } from "../entity.ts";
import { foldWord } from "../text.ts";
import { type Answer, joinMoment, type Said } from "./answer-questions.ts";
import type { Question, Thread } from "./dialogue.ts";
import { fitEntity, slotTypeOf } from "./fit-entity.ts";
import { pickOption } from "./pick-option.ts";
import { readBare } from "./read-bare.ts";

/** Entities that the turn takes back: "no 6", "instead of 15", "del 2 (para el 9)". */
export function takenBack(said: { folded: string; original: string }, entities: readonly Entity[]): Set<Entity> {
  const dropped = new Set<Entity>();
  if (entities.length < 2) return dropped;
  for (const entity of entities) {
    const rival = entities.some((other) => other !== entity && related(other, entity));
    if (!rival) continue;
    const before = foldWord(said.original.slice(Math.max(0, entity.start - 24), entity.start));
    if (
      /(?:\b(?:no|not|no (?:era|eran|es|son)|instead of|rather than|en (?:vez|lugar) de|wasn't|isn't|from|it was|era|eran)(?: (?:a )?(?:las?|los|el|the|at|on))?|\bdel?(?: (?:las?|los))?) $/.test(
        before,
      )
    )
      dropped.add(entity);
  }
  return dropped.size < entities.length ? dropped : new Set();
}

function related(a: Entity, b: Entity): boolean {
  return kindOf(a) === kindOf(b);
}

/** A bare "15" may have been read as a day. */
function kindOf({ type, text }: Entity): string {
  return type === "quantity" || /^\d+$/.test(text) ? "number" : type;
}

/** Answers to questions of the past, the latest first: each entity serves once. Free words only where the turn names the slot. */
export function correctAnswers(
  past: readonly Question[],
  said: Said,
  slots: Readonly<Record<string, string>>,
): Answer[] {
  if (past.length === 0) return [];
  const answers: Answer[] = [];
  const used = new Set<Entity>();
  const latest = [...past].reverse();
  for (const strength of [2, 1] as const) {
    for (const question of latest) {
      if (answers.some((answer) => answer.question.slot === question.slot)) continue;
      const found = corrected(question, said, { used, strength, slots });
      if (found === undefined || found.value === slots[question.slot]) continue;
      answers.push(found);
      if (found.entity !== undefined) used.add(found.entity);
    }
  }
  if (answers.length > 0) return answers;
  const unit = doorCorrected(latest, said, slots);
  if (unit !== undefined) return [unit];
  const named = latest.find((question) => namesSlot(said.folded, question));
  const value = named === undefined ? undefined : readBare(afterName(said.original, named), named);
  return named === undefined || value === undefined || value === slots[named.slot] ? [] : [{ question: named, value }];
}

function corrected(
  question: Question,
  said: Said,
  { used, strength, slots }: { used: ReadonlySet<Entity>; strength: 1 | 2; slots: Readonly<Record<string, string>> },
): Answer | undefined {
  const before = slots[question.slot];
  if (slotTypeOf(question.type) === "choice") {
    if (strength === 1) return undefined;
    const free = said.entities.filter((entity) => !used.has(entity));
    const picked = pickOption(question.options ?? [], { folded: said.folded, entities: free }, before);
    if (picked === undefined) return undefined;
    return picked.entity === undefined
      ? { question, value: picked.option.value }
      : { question, value: picked.option.value, entity: picked.entity };
  }
  for (const entity of said.entities) {
    if (used.has(entity)) continue;
    const fit = fitEntity(entity, question, said);
    if (fit?.strength !== strength) continue;
    if (strength === 1 && countsSomething(entity, question, said.original)) continue;
    const value = slotTypeOf(question.type) === "datetime" ? moved(before, fit.value) : fit.value;
    return { question, value, entity };
  }
  return undefined;
}

const door =
  /\b(apt|apto|depto|dpto|piso|unit|flat|suite|int|interior|casa|torre|puerta|planta|timbre|room)\.? ?#?(\w{1,5})\b/i;

/** "actually apt 6B": the address with another door. */
function doorCorrected(
  latest: readonly Question[],
  said: Said,
  slots: Readonly<Record<string, string>>,
): Answer | undefined {
  const question = latest.find(({ type }) => slotTypeOf(type) === "location");
  const now = door.exec(said.original);
  const before = question === undefined ? undefined : slots[question.slot];
  const old = door.exec(before ?? "");
  if (question === undefined || before === undefined || now === null || old === null) return undefined;
  if (foldWord(now[1] ?? "") !== foldWord(old[1] ?? "") || now[0] === old[0] || !/\d/.test(now[2] ?? ""))
    return undefined;
  return { question, value: before.replace(old[0], now[0]) };
}

/** "que sean dos pizzas" is no amount of money, nor an age or an hour. */
function countsSomething({ type, end }: Entity, { type: wanted }: Question, original: string): boolean {
  if (type !== "number" || !["money", "age", "time", "date", "datetime", "percentage"].includes(slotTypeOf(wanted)))
    return false;
  const noun = nextNoun.exec(foldWord(original.slice(end, end + 24)))?.[1];
  return noun !== undefined && !noNoun.test(noun);
}

const nextNoun = /^ (\p{L}{4,})/u;
const noNoun =
  /^(?:mejor|please|instead|entonces|then|porfa\w*|gracias|thanks|perdon|sorry|actually|years?|anos?|meses|months?|pesos|dolares|euros|dollars|pounds|bucks|lucas|reales|rupees|soles|horas?|hours?|jaja\w*)$/;

/** A new day keeps the hour, a new hour the day. */
export function moved(before: string | undefined, value: string): string {
  if (before === undefined) return value;
  const [day = "", clock = ""] = before.includes("/") && !before.includes("T") ? [before, ""] : before.split("T");
  if (/^T/.test(value) && /^\d{4}-\d\d-\d\d$/.test(day)) return joinMoment(day, value) ?? value;
  if (/^\d{4}-\d\d-\d\d$/.test(value) && clock !== "") return joinMoment(value, `T${clock}`) ?? value;
  return value;
}

const slotWords: Readonly<Record<string, RegExp>> = {
  person: /\b(?:nombre|a nombre de|name|under)\b/,
  location:
    /\b(?:direccion|domicilio|calle|address|street|entreg\w+ en|mand\w+ a|deliver\w* (?:it )?to|send (?:it )?to)\b/,
  email: /@/,
  phone: /\b(?:numero|telefono|celular|movil|number|phone|mobile|cell)\b/,
  order_id: /\b(?:pedido|orden|numero|order|number|folio)\b/,
  text: /\b(?:nombre|razon social|factura|rfc|nit|cuit|cif|name|invoice|nota|note)\b/,
};

function namesSlot(folded: string, question: Question): boolean {
  return slotWords[slotTypeOf(question.type)]?.test(folded) ?? false;
}

/** "no, perdón, a nombre de Luis" → "a nombre de Luis". */
function afterName(original: string, question: Question): string {
  const at = slotWords[slotTypeOf(question.type)]?.exec(foldWord(original))?.index ?? 0;
  return slotTypeOf(question.type) === "email" ? original : original.slice(at);
}

/** A name or address given again, spelt anew: "perdón, es Beatriz Lunas". Only right after it was given. */
export function respelt(last: Question | undefined, said: Said, thread: Thread | undefined): Answer[] {
  if (last === undefined || !["person", "email", "order_id", "text", "phone"].includes(slotTypeOf(last.type)))
    return [];
  const words = said.original.replace(
    /^\W*(?:perd[oó]n|no|sorry|oops|ups|wait|digo|i mean|me equivoqu[eé]|correcci[oó]n|actually|quise decir|i meant|it's|es)(?=[\s,.:]|$)[\s,.:]*/gi,
    "",
  );
  const again = words
    .replace(/^(?:(?:perd[oó]n|no|sorry|es|era|it's|is|i mean|i meant|quise decir|digo|actually|con)[\s,.:]+)+/i, "")
    .replace(/\*/g, "");
  const value = readBare(again, last);
  const before = thread?.slots[last.slot];
  if (value === undefined || before === undefined || value === before) return [];
  return nearTo(foldWord(value), foldWord(before)) ? [{ question: last, value }] : [];
}

/** Half of the shorter one's letter pairs occur in the other. */
function nearTo(a: string, b: string): boolean {
  const pairs = (text: string) =>
    new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
  const [short, long] = a.length < b.length ? [pairs(a), pairs(b)] : [pairs(b), pairs(a)];
  let shared = 0;
  for (const pair of short) if (long.has(pair)) shared++;
  return short.size > 0 && shared * 2 >= short.size;
}
