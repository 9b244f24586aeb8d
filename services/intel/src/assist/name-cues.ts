import type { Entity } from "@parley/nlu/entity";
import { isCapital, isNeverName, isShouting } from "@parley/nlu/names/name-words";
import { cueOf } from "@parley/nlu/names/person-cues";
import type { Text } from "@parley/nlu/text";

/** The types of entity a model is asked for. */
export const nameTypes = ["person", "location", "org"] as const;
export type NameType = (typeof nameTypes)[number];

/** A name found with less than this may be something else. */
export const sureName = 0.8;
const mostTokensLookedAt = 400;

export function isNameType(type: string): type is NameType {
  return nameTypes.some((name) => name === type);
}

/**
 * Whether a model may find more names than the local path: a name of low confidence, or words that announce one before something that
 * may be one and was not found.
 */
export function mayHoldNames(text: Text, entities: readonly Entity[]): boolean {
  if (entities.some(({ type, confidence }) => isNameType(type) && confidence < sureName)) return true;
  const shouting = isShouting(text);
  return text.tokens.slice(0, mostTokensLookedAt).some((token, at) => {
    if (token.kind !== "word" || isNeverName(token.text)) return false;
    const cue = cueOf(text, at);
    // Places nobody announces by a capital ("en efectivo", "in stock") are far too many.
    if (cue !== "strong" && !(cue === "place" && !shouting && isCapital(text, token))) return false;
    const index = text.originalIndex(token.start);
    return !entities.some((entity) => entity.start <= index && index < entity.end);
  });
}
