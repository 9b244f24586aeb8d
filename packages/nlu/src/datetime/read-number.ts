import { isDigits, type Reading, touchesNext, word } from "./reading.ts";
import { ordinalDays, ordinalSuffixes, smallNumbers } from "./words.ts";

export type Counted = { value: number; to: number };

/** A cardinal from 0 to 999 in digits or words ("25", "veinticinco", "treinta y uno", "twenty-five"). */
export function smallNumberAt(reading: Reading, at: number): Counted | undefined {
  const text = word(reading, at);
  if (isDigits(reading, at)) return text.length <= 3 ? { value: Number(text), to: at + 1 } : undefined;
  const value = smallNumbers.get(text);
  if (value === undefined) return undefined;
  if (value >= 20 && value % 10 === 0) {
    const joined = word(reading, at + 1);
    const from = joined === "y" || joined === "-" ? at + 2 : at + 1;
    const units = smallNumbers.get(word(reading, from));
    // "veinte y cinco" is 25; "twenty one" too, but not "veinte cinco".
    if (units !== undefined && units > 0 && units < 10 && (joined === "y" || text.endsWith("ty")))
      return { value: value + units, to: from + 1 };
  }
  return { value, to: at + 1 };
}

/** A number of units, halves included: "2.5", "dos", "un par de", "a couple of", "a", "media". */
export function amountAt(reading: Reading, at: number): Counted | undefined {
  const first = word(reading, at);
  const second = word(reading, at + 1);
  if ((first === "a" || first === "un") && (second === "couple" || second === "par")) return coupleAt(reading, at + 1);
  if (first === "couple" || first === "par") return coupleAt(reading, at);
  if (first === "a" || first === "an" || first === "another" || first === "otra" || first === "otro")
    return { value: 1, to: at + 1 };
  if (
    isDigits(reading, at) &&
    touchesNext(reading, at) &&
    /^[.,]$/.test(second) &&
    touchesNext(reading, at + 1) &&
    isDigits(reading, at + 2) &&
    word(reading, at + 2).length <= 2
  )
    return { value: Number(`${first}.${word(reading, at + 2)}`), to: at + 3 };
  const number = smallNumberAt(reading, at);
  // "2 or 3" is a range and read elsewhere.
  return number;
}

function coupleAt(reading: Reading, at: number): Counted {
  const next = word(reading, at + 1);
  return { value: 2, to: next === "of" || next === "de" ? at + 2 : at + 1 };
}

/** A day of a month, 1 to 31: "15", "1ro", "1º", "3rd", "primero", "twenty first". `ordinal` if it was written as one. */
export function dayAt(reading: Reading, at: number): (Counted & { ordinal: boolean }) | undefined {
  const text = word(reading, at);
  if (isDigits(reading, at)) {
    if (text.length > 2) return undefined;
    const ordinal = touchesNext(reading, at) && ordinalSuffixes.has(word(reading, at + 1));
    return withinMonth(Number(text), ordinal ? at + 2 : at + 1, ordinal);
  }
  const first = ordinalDays.get(text);
  if (first !== undefined) return withinMonth(first, at + 1, true);
  const tens = text === "twenty" ? 20 : text === "thirty" ? 30 : 0;
  if (tens > 0) {
    const from = word(reading, at + 1) === "-" ? at + 2 : at + 1;
    const units = ordinalDays.get(word(reading, from));
    if (units !== undefined && units < 10) return withinMonth(tens + units, from + 1, true);
  }
  const number = smallNumberAt(reading, at);
  return number === undefined ? undefined : withinMonth(number.value, number.to, false);
}

function withinMonth(value: number, to: number, ordinal: boolean) {
  return value >= 1 && value <= 31 ? { value, to, ordinal } : undefined;
}
