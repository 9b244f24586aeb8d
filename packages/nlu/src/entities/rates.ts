import { type AmountReading, type Measure, touches, wordAt } from "./amount-reading.ts";
import { units } from "./unit-lexicon.ts";

/** Units that a shop never names: speed, angles, turns. */
export function rateAfter(reading: AmountReading, at: number): Measure | undefined {
  const { number, tokens } = reading;
  const word = wordAt(reading, at);
  const found = (unit: string, to: number): Measure => {
    return { type: "quantity", from: number.from, to, amount: number.value, unit, confidence: 0.95 };
  };
  const speed = /^(?:kph|kmph|kmh|mph)$/.test(word);
  if (speed) return found(word === "mph" ? "mile_per_hour" : "kilometer_per_hour", at + 1);
  const unit = units.get(word);
  const per = /^(?:per|por|\/)$/.test(wordAt(reading, at + 1));
  if (
    unit !== undefined &&
    per &&
    /^(?:hour|hora|hr|h|second|segundo|sec|s|minute|minuto|min)$/.test(wordAt(reading, at + 2))
  )
    return found(`${unit.name}_per_${/^[hs]/.test(wordAt(reading, at + 2)) ? "hour" : "minute"}`, at + 3);
  if (/^(?:degrees|grados|grado|degree)$/.test(word)) return found("degree", at + 1);
  if (/^(?:turns?|vueltas?)$/.test(word) && !Number.isInteger(number.value)) return found("turn", at + 1);
  if (word === "[" && units.has(wordAt(reading, at + 1)) && wordAt(reading, at + 2) === "]" && touches(tokens, at + 1))
    return found(units.get(wordAt(reading, at + 1))?.name ?? "", at + 3);
  return undefined;
}
