import type { Entity } from "../entity.ts";
import { phrasePattern } from "../phrase-pattern.ts";
import { foldWord } from "../text.ts";
import { type Answer, joinMoment } from "./answer-questions.ts";
import { moved } from "./correct-answers.ts";
import { countedGoods } from "./counted-goods.ts";
import { correctionCue } from "./cues.ts";
import type { Thread } from "./dialogue.ts";
import { fitEntity, rangeEnd, slotTypeOf } from "./fit-entity.ts";
import { isRefused } from "./pick-option.ts";
import type { Heard, TurnInput } from "./read-turn.ts";
import { sideTopics, standardPlaces } from "./topics.ts";

/** What is told of something that exists already ("tengo turno mañana") sets nothing. */
const existing = phrasePattern(
  /\b(?:(?:ya )?(?:tengo|tenia|tenemos|teniamos|reserve|agende|hice|compre|pedi|encargue|ordene|recibi) (?:un[oa]?|mi|el|la|los|las|con|por|para|hora|turno|cita|reserva|mesa|pedido|en)|tengo (?:turno|cita|hora|reserva|mesa)|(?:mi|nuestra|nuestro) (?:cita|turno|reserva\w*|mesa|pedido|visita|clase) (?:es|era|de|del|para)|i(?:'ve| have| had| got)? (?:a |an |my )?(?:got )?(?:an? )?(?:appointment|appt|booking|booked|reservation|table|slot|order(?:ed)?|bought|purchased|received)|we(?:'ve| have| had) (?:a |an )?(?:table|booking|reservation|booked|ordered)|my (?:appointment|appt|booking|reservation|order|table) (?:is|was|on|at|for|from))\b/,
);
/** The new value after the old one: "para el 9", "to Friday". */
const target =
  /(?:\b(?:para|al|a|pal|pa|to|for|until|till|hasta|por|mejor|be|con)(?: (?:el|la|las|los|the|at|on))?|->|→|=>) $/;

export type Volunteered = { slot: string; value: string; entity: Entity };

/** Slots of a form that a turn sets unasked. `moves`: the turn changes something that exists, so only what it is moved to counts. */
export function volunteerSlots(
  form: Readonly<Record<string, string>>,
  said: { original: string; folded: string; entities: readonly Entity[]; currency: string; today: string },
  {
    moves,
    taken,
    before = {},
  }: { moves: boolean; taken: ReadonlySet<string>; before?: Readonly<Record<string, string>> },
): Volunteered[] {
  const told = existing.test(said.folded);
  const free = said.entities.filter((entity) => {
    const before = foldWord(said.original.slice(Math.max(0, entity.start - 16), entity.start));
    if (moves && entity.type === "datetime")
      return target.test(before) && !(told && !/(?:pasar|mover|cambiar|move|change|switch)/.test(said.folded));
    return !(told && entity.type === "datetime") && !past(entity, said.today);
  });
  const found: Volunteered[] = [];
  const used = new Set<Entity>();
  for (const [slot, type] of ordered(form)) {
    if (taken.has(slot) || found.some((one) => one.slot === slot)) continue;
    const want = { slot, type, asked: "" };
    for (const entity of free) {
      if (entity.type === "location" && goesElsewhere(slot, entity, said.original)) continue;
      if (used.has(entity) && !sharesMoment(entity, type)) continue;
      const fit = fitEntity(entity, want, said);
      const again = fit?.strength === 1 ? resized(before[slot], entity, type) : undefined;
      if (again !== undefined) found.push({ slot, value: again, entity });
      else if (fit?.strength !== 2 || (slotTypeOf(type) === "time" && dayPart.test(fit.value))) continue;
      else found.push({ slot, value: withOther(fit.value, type, { entity, free }), entity });
      used.add(entity);
      break;
    }
  }
  return found;
}

/** "no, mejor una" of "2 box" is "1 box". */
function resized(before: string | undefined, entity: Entity, type: string): string | undefined {
  const unit = /^[\d.-]+ (.+)$/.exec(before ?? "")?.[1];
  if (unit === undefined || entity.type !== "number" || typeof entity.value !== "number") return undefined;
  return ["quantity", "money", "age"].includes(slotTypeOf(type)) ? `${entity.value} ${unit}` : undefined;
}

/** "tonight" tells the day; nobody takes it for the hour. */
const dayPart = /^T(?:06:00\/T1[02]:00|12:00\/T(?:18|20):00|18:00\/T22:00|20:00\/T(?:24|00):00)$/;

/** Exact types before numbers, so that "3 cajas" is the quantity and a free number the people. */
function ordered(form: Readonly<Record<string, string>>): [string, string][] {
  return Object.entries(form).sort(
    ([, a], [, b]) => Number(slotTypeOf(a) === "number") - Number(slotTypeOf(b) === "number"),
  );
}

/** One moment may hold both the date and the time. */
function sharesMoment(entity: Entity, type: string): boolean {
  return entity.type === "datetime" && (slotTypeOf(type) === "date" || slotTypeOf(type) === "time");
}

function withOther(value: string, type: string, { entity, free }: { entity: Entity; free: readonly Entity[] }): string {
  if (slotTypeOf(type) !== "datetime") return value;
  const other = free.find((one) => one !== entity && one.type === "datetime");
  return (typeof other?.value === "string" ? joinMoment(value, other.value) : undefined) ?? value;
}

function past(entity: Entity, today: string): boolean {
  if (entity.type !== "datetime" || typeof entity.value !== "string" || today === "") return false;
  const day = /^\d{4}-\d{2}-\d{2}/.exec(entity.value)?.[0];
  return day !== undefined && day < today;
}

/** Beside an answer a bare number means something only as "para 4", "somos 4". */
function isLoose({ type, start }: Entity, original: string): boolean {
  return (
    type === "number" &&
    !/\b(?:para|for|somos|seriamos|we're|we are|party of|table of) $/.test(
      foldWord(original.slice(Math.max(0, start - 14), start)),
    )
  );
}

/** "to Denver" is where it goes, "from Denver" where it comes from. */
function goesElsewhere(slot: string, { start }: Entity, original: string): boolean {
  const end = rangeEnd(slot);
  const before = foldWord(original.slice(Math.max(0, start - 12), start));
  if (end === "start") return /\b(?:to|hacia|hasta|para|a|al) $/.test(before);
  return end === "end" && /\b(?:from|desde|de) $/.test(before);
}

function isUsed({ start, end }: Entity, answers: readonly Answer[]): boolean {
  return answers.some(({ entity }) => entity !== undefined && entity.start < end && start < entity.end);
}

/** A question after goods names them, though it orders none. */
function askedAfter(input: TurnInput, entities: readonly Entity[], topic: string): readonly Entity[] {
  if (topic !== "availability" && topic !== "price") return entities;
  const named = input.entities.filter((entity) => entity.type === "product" && !entities.includes(entity));
  return named.length === 0 ? entities : [...entities, ...named];
}

/** What a turn volunteers for the form of its topic, as far as it is new. */
export function volunteered(
  input: TurnInput,
  { said, answers, asks, cue, correction }: Heard,
  { topic, thread, moves }: { topic: string; thread: Thread | undefined; moves: boolean },
): Record<string, string> {
  const form = input.forms[topic];
  const spoken = askedAfter(input, said.entities, topic);
  if (form === undefined || spoken.length === 0) return {};
  // "1" or "la segunda" picks an option and is nothing else.
  const picks = answers.filter(({ question }) => slotTypeOf(question.type) === "choice");
  if (picks.length > 0 && said.folded.split(/\s+/).length <= 3) return {};
  if (asks && cue !== undefined && sideTopics.has(standardPlaces[cue]?.topic ?? "")) return {};
  const left = spoken.filter((entity) => !isUsed(entity, answers) && !isRefused(entity, said.original));
  const free = left.filter((entity) => answers.length === 0 || !isLoose(entity, said.original));
  const taken = new Set(answers.map(({ question }) => question.slot));
  const found = volunteerSlots(
    form,
    { ...said, entities: free, folded: foldWord(said.original) },
    {
      moves,
      taken,
      ...(correction && thread !== undefined ? { before: thread.slots } : {}),
    },
  );
  const values = found.map(({ slot, value }): [string, string] => [
    slot,
    slotTypeOf(form[slot] ?? "") === "datetime" ? moved(thread?.slots[slot], value) : value,
  ]);
  const accepted = answers.some(({ value }) => value === "true");
  const goods = countedGoods(
    form,
    { original: said.original, entities: spoken, free: left },
    { correction: correction || moves || correctionCue(said.folded) !== "none", accepted },
  );
  for (const [slot, value] of Object.entries(goods))
    if (!taken.has(slot) && !found.some((one) => one.slot === slot)) values.push([slot, value]);
  return Object.fromEntries(values.filter(([slot, value]) => thread?.slots[slot] !== value));
}
