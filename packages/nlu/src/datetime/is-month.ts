import { standsAlone } from "./followers.ts";
import { isCapital, isWord, type Reading, startsClause, word } from "./reading.ts";
import { doubtfulMonths, months } from "./words.ts";

const monthBefore =
  /^(?:en|de|del|in|of|since|until|till|by|this|next|last|every|early|late|mid|desde|hasta|para|pa|este|proximo|pasado|for|from|fines|finales|principios|mediados|mes|before|after|during|durante|through|to|and|between|entre|a)$/;
const people =
  /^(?:soy|con|hola|don|dona|llamo|llama|nombre|senor|senora|sr|sra|hi|hey|i'm|am|name|is|with|miss|mrs|ms|aunt|hermana|amiga|julio|abril|nombre|por|san|avenida|av|calle|dear)$/;

/** Whether a month's name stands for the month here: "may" is a verb, "mayo" a sauce, "Abril" a person. */
export function isMonth(reading: Reading, at: number): boolean {
  const name = word(reading, at);
  const before = word(reading, at - 1);
  if (!doubtfulMonths.has(name)) return true;
  if (name === "june" || name === "july" || name === "august" || name === "april")
    return (
      !people.test(before) &&
      standsAlone(reading, at + 1) &&
      !(isCapital(reading, at + 1) && word(reading, at + 1) !== "i")
    );
  if (name === "mayo" && /^(?:al?|hasta|-|y)$/.test(word(reading, at + 1)) && months.has(word(reading, at + 2)))
    return true;
  if (name === "mayo")
    return (
      /^(?:en|desde|hasta|este|proximo|mes|fines|finales|principios|mediados|para|pasado|entre)$/.test(before) ||
      (before === "de" &&
        /^(?:mes|finales|fines|principios|mediados|partir|fin|quincena|semana)$/.test(word(reading, at - 2)))
    );
  if (/^(?:to|and|-|through|thru|a|y|al)$/.test(before) && months.has(word(reading, at - 2))) return true;
  if (name === "may" || name === "march")
    return (
      /^(?:in|of|since|until|till|by|this|next|last|early|late|mid|from|during|before|after|through|for|every)$/.test(
        before,
      ) &&
      standsAlone(reading, at + 1) &&
      (isCapital(reading, at) || !/^(?:you|we|i)$/.test(word(reading, at + 1)))
    );
  if (
    name === "mar" ||
    name === "set" ||
    name === "sep" ||
    name === "dec" ||
    name === "jun" ||
    name === "jul" ||
    name === "ago" ||
    name.length === 3
  )
    return monthBefore.test(before) && name !== "set" && name !== "mar" && standsAlone(reading, at + 1);
  // abril, julio: people unless a preposition of time stands before, and no surname behind.
  if (people.test(before)) return false;
  if (
    before === "de" &&
    isCapital(reading, at) &&
    !/^(?:mes|fines|finales|principios|mediados|partir|fin|antes|despues)$/.test(word(reading, at - 2))
  )
    return false;
  return (
    (monthBefore.test(before) && !(isWord(reading, at + 1) && isCapital(reading, at) && isCapital(reading, at + 1))) ||
    (!isCapital(reading, at) && startsClause(reading, at))
  );
}
