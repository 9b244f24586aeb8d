import { contactOf, shownContact } from "./dom.js";
import { language, word } from "./words.js";

/** What a file is called: as its sender called it, else by what was written with it, else by what it is. */
export function nameOf({ filename, caption, kind }) {
  return filename ?? caption?.split("\n")[0] ?? word.kinds[kind] ?? kind;
}

export const senderOf = ({ chat }) => shownContact(contactOf(chat));

export function sizeOf(bytes) {
  const [amount, unit] = bytes < 1e6 ? [bytes / 1e3, "kilobyte"] : [bytes / 1e6, "megabyte"];
  return new Intl.NumberFormat(language, { style: "unit", unit, maximumSignificantDigits: 3 }).format(amount);
}

/** 75.2 → 1:15 */
export function lengthOf(seconds) {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** A field's value for people: amounts with their currency, lists as how many there are. */
export function shownValue(value) {
  if (Array.isArray(value)) return word.items(value.length);
  if (typeof value !== "object" || value === null) return String(value);
  if (typeof value.amount === "number" && typeof value.currency === "string") {
    return `${value.amount.toLocaleString(language, { minimumFractionDigits: 2 })} ${value.currency}`;
  }
  return Object.values(value)
    .map((part) => shownValue(part))
    .join(" · ");
}

/** documentType, tax_id → Document type, Tax id */
export function fieldName(name) {
  const spaced = name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replaceAll("_", " ")
    .toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
