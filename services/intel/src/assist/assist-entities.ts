import type { Llm } from "@parley/llm/llm";
import type { Entity } from "@parley/nlu/entity";
import type { Text } from "@parley/nlu/text";
import { z } from "zod";
import { type AskedFor, customerMessage, customerRule, seenByModel } from "./customer-words.ts";
import { isNameType, mayHoldNames, nameTypes, sureName } from "./name-cues.ts";

export type EntitiesQuestion = AskedFor & { text: Text; entities: readonly Entity[] };
/** All entities of the turn, in order: the local ones, and the names the model found besides. */
export type EntitiesAssist = (question: EntitiesQuestion) => Promise<Entity[] | undefined>;

const Names = z.object({
  names: z.array(z.object({ type: z.enum(nameTypes), text: z.string() })).max(12),
});

const mostTokens = 400;
const longestName = 150;
const confidence = 0.85;
const title =
  /^(?:don|doña|dona|sr|sra|srta|señor|señora|señorita|dr|dra|doctor|doctora|mr|mrs|ms|miss|prof|profesor|profesora|lic|ing|arq)\b\.? +/iu;

const system = [
  "You find names in a message that a customer sent to a business over WhatsApp, in Spanish or English.",
  "person: a name of a person, with its title. location: a whole address as one name, or a named place, area, city, station, hotel.",
  "org: a named company, shop, school, club, bank or courier.",
  "Not: products and brands of goods, generic places (the shop, downtown), payment apps, pet names, forms of address without a name.",
  "Copy each name exactly, letter by letter, as it stands in `customer_message`, with its typos. No name, no entry.",
  customerRule,
].join("\n");

/**
 * Asks the model for names where the local path may have missed one. Only what stands literally in the text counts, and sure local finds
 * stay. Undefined when there is no sign of a name, nothing new, or no usable answer.
 */
export function assistEntities(llm: Llm): EntitiesAssist {
  return async ({ text, entities, chat, signal }) => {
    if (!llm.on || !mayHoldNames(text, entities)) return undefined;
    const messages = [customerMessage(text.original)];
    const answer = await llm.complete({
      purpose: "entities",
      chat,
      system,
      messages,
      schema: Names,
      maxTokens: mostTokens,
      signal,
    });
    if (answer.kind !== "ok") return undefined;
    const found = locate(seenByModel(text.original), answer.value.names);
    return merge(entities, found);
  };
}

/** The named spans; each occurrence is used once, and what does not stand there as whole words is left out. */
function locate(text: string, names: z.infer<typeof Names>["names"]): Entity[] {
  const found: Entity[] = [];
  for (const { type, text: named } of names) {
    const name = named.trim();
    if (name === "" || name.length > longestName || !/\p{L}/u.test(name)) continue;
    for (let start = text.indexOf(name); start !== -1; start = text.indexOf(name, start + 1)) {
      const end = start + name.length;
      if (!isWhole(text, start, end) || found.some((other) => overlap(other, { start, end }))) continue;
      const value = type === "person" ? name.replace(title, "") : name;
      found.push({ type, start, end, text: name, value, confidence, source: "llm" });
      break;
    }
  }
  return found;
}

function isWhole(text: string, start: number, end: number): boolean {
  const joins = (at: number) => /[\p{L}\p{M}\p{N}]/u.test(text[at] ?? " ");
  return !(joins(start - 1) && joins(start)) && !(joins(end - 1) && joins(end));
}

function merge(local: readonly Entity[], found: readonly Entity[]): Entity[] | undefined {
  const isSure = (entity: Entity) => !isNameType(entity.type) || entity.confidence >= sureName;
  const kept = found.filter((name) => !local.some((entity) => isSure(entity) && overlap(entity, name)));
  if (kept.length === 0) return undefined;
  const rest = local.filter((entity) => isSure(entity) || !kept.some((name) => overlap(entity, name)));
  return [...rest, ...kept].sort((one, other) => one.start - other.start);
}

function overlap(one: { start: number; end: number }, other: { start: number; end: number }): boolean {
  return one.start < other.end && other.start < one.end;
}
