import type { Entity, EntityValue } from "../entity.ts";
import { foldWord } from "../text.ts";
import { impliedAgeUnit, impliedDuration, impliedUnit } from "./implied-unit.ts";

/** A slot's type as the flow knows it; names that business files like to use are taken for theirs. */
const aliases: Readonly<Record<string, string>> = {
  yes_no: "boolean",
  yesno: "boolean",
  confirm: "boolean",
  address: "location",
  place: "location",
  integer: "number",
  count: "number",
  name: "person",
  amount: "money",
  price: "money",
  string: "text",
  free_text: "text",
  day: "date",
  enum: "choice",
  option: "choice",
  service: "product",
  item: "product",
  percent: "percentage",
};
export function slotTypeOf(type: string): string {
  return aliases[type] ?? type;
}

/** What was asked, as far as a value depends on it; `asked` is folded. */
export type AskedFor = { slot: string; type: string; asked: string };
/** `today` is the business's date, `YYYY-MM-DD`. */
export type Locale = { currency: string; today: string };
/** 2 = the very type, 1 = a reading that only the question justifies. */
export type Fit = { value: string; strength: 1 | 2 };

const datePart = /^\d{4}-\d{2}-\d{2}/;

/** The slot's value that an entity gives, if it can. */
export function fitEntity(entity: Entity, want: AskedFor, locale: Locale): Fit | undefined {
  const type = slotTypeOf(want.type);
  // A bare "5" that was read as a clock time is whatever number was asked for.
  if (entity.type === "datetime" && !moments.has(type) && /^\d+$/.test(entity.text))
    return weakened(fitEntity({ ...entity, type: "number", value: Number(entity.text) }, want, locale));
  const value = valueText(entity.value);
  switch (type) {
    case "number":
      return fitNumber(entity, want);
    case "quantity":
      return fitQuantity(entity, want);
    case "money":
      if (entity.type === "money") return { value, strength: 2 };
      return entity.type === "number" ? { value: `${value} ${locale.currency}`, strength: 1 } : undefined;
    case "age":
      if (entity.type === "age") return { value, strength: 2 };
      if (entity.type === "number") return { value: `${value} ${impliedAgeUnit(want.asked)}`, strength: 1 };
      return entity.type === "duration" ? ageOf(value) : undefined;
    case "percentage":
      if (entity.type === "percentage") return { value, strength: 2 };
      return entity.type === "number" ? { value, strength: 1 } : undefined;
    case "date":
    case "time":
    case "datetime":
      if (entity.type === "datetime") return fitMoment(endOf(value, want.slot), type);
      return entity.type === "number" || entity.type === "ordinal"
        ? bareMoment(amountText(entity.value), type, locale.today)
        : undefined;
    case "duration": {
      if (entity.type === "duration") return { value, strength: 2 };
      const [before, after] = impliedDuration(want.asked);
      return entity.type === "number" ? { value: `${before}${value}${after}`, strength: 1 } : undefined;
    }
    case "order_id":
      if (entity.type === "order_id") return { value, strength: 2 };
      return entity.type === "number" && /^\d{2,}$/.test(entity.text) ? { value: entity.text, strength: 1 } : undefined;
    case "phone":
      return entity.type === "phone" ? { value, strength: 2 } : undefined;
    case "person":
      return entity.type === "person" ? { value: entity.text, strength: 2 } : undefined;
    case "text":
      return fitText(entity, want);
    case "choice":
    case "boolean":
      return undefined;
    default:
      return entity.type === type ? { value, strength: 2 } : undefined;
  }
}

const moments = new Set(["date", "time", "datetime"]);

function weakened(fit: Fit | undefined): Fit | undefined {
  return fit === undefined ? undefined : { ...fit, strength: 1 };
}

const people = new Set(["person", "people", "adult", "child", "guest"]);
const peopleAsked =
  /\b(?:personas?|people|guests?|invitados?|comensales|adult\w*|kids|nin[oa]s|pax|cuantos (?:son|seran|van|vienen|sois))\b/;

function fitNumber(entity: Entity, want: AskedFor): Fit | undefined {
  if (entity.type === "number") return { value: amountText(entity.value), strength: 2 };
  if (entity.type === "duration") return countedTime(entity, want);
  if (entity.type === "quantity") {
    const counted = typeof entity.value === "object" ? (entity.value.unit ?? "") : "";
    const forPeople = peopleAsked.test(want.asked) || /people|guests|person|pax|party|adult|kid|child/i.test(want.slot);
    return { value: amountText(entity.value), strength: people.has(counted) === forPeople || !forPeople ? 2 : 1 };
  }
  return undefined;
}

const countedNoun = /^(\d+)\s*(\p{L}{3,})/u;
const spans = /night|noche|day|dia|hour|hora|week|semana|month|mes(?:es)?\b|minut|year|ano/;

/** "2 nights" is a number where nights are counted. */
function countedTime({ text }: Entity, { slot, asked }: AskedFor): Fit | undefined {
  const said = countedNoun.exec(foldWord(text));
  const noun = said?.[2]?.replace(/e?s$/, "");
  if (said === null || noun === undefined || !spans.test(noun)) return undefined;
  const named = slot.toLowerCase().includes(noun);
  return named || (asked.includes(noun) && !other.test(slot)) ? { value: said[1] ?? "", strength: 2 } : undefined;
}

const other = /people|guests|person|pax|party|adult|kid|child|room|habitaci|mascota|pet|bag|veces|times/i;

function fitQuantity(entity: Entity, want: AskedFor): Fit | undefined {
  const { unit, times } = impliedUnit(want.asked, want.slot);
  // "un par" of what was asked for are two, unless it is asked for pairs.
  if (entity.type === "quantity" && unit !== "pair" && aCouple.test(foldWord(entity.text)))
    return { value: `${2 * times} ${unit}`, strength: 2 };
  if (entity.type === "quantity") {
    const counted = typeof entity.value === "object" ? (entity.value.unit ?? "") : "";
    // "a box" is no weight.
    if (/weight|peso/i.test(want.slot) && !/gram|pound|ounce|ton|stone/.test(counted)) return undefined;
    return { value: valueText(entity.value), strength: 2 };
  }
  if (entity.type !== "number") return undefined;
  return { value: `${multiplied(amountText(entity.value), times)} ${unit}`, strength: 1 };
}

const aCouple = /^(?:un par(?:cito)?|a (?:couple|pair)|couple)$/;

/** "2-3" dozens are "24-36". */
export function multiplied(amount: string, times: number): string {
  if (times === 1) return amount;
  return amount.replace(/\d+(?:\.\d+)?/g, (part) => String(Number(part) * times));
}

/** Which end of a span a slot is for by its name: check-in or check-out, pick-up or drop-off, origin or destination. */
export function rangeEnd(slot: string): "start" | "end" | undefined {
  if (
    /check_?-?out|depart|(?:^|_)(?:end|until|to|leave|leaving|hasta|fin)(?:$|_)|salida|return|drop_?-?off|destin/i.test(
      slot,
    )
  )
    return "end";
  return /check_?-?in|arriv|(?:^|_)(?:start|from|desde|inicio|begin)(?:$|_)|llegada|entrada|origin|origen|pick_?-?up/i.test(
    slot,
  )
    ? "start"
    : undefined;
}

/** "del 4 al 7" for the check-in is the 4th. */
function endOf(value: string, slot: string): string {
  const [start, end] = value.split("/");
  const wanted = rangeEnd(slot);
  if (wanted === undefined || start === undefined || start === "" || end === undefined || end === "") return value;
  return wanted === "start" ? start : end;
}

/** The part of a moment that a slot wants. */
function fitMoment(value: string, type: "date" | "time" | "datetime"): Fit | undefined {
  const hasDate = datePart.test(value.replace(/^\//, "")) || /^(?:XXXX|\d{4})/.test(value);
  const hasTime = value.includes("T");
  if (type === "datetime") return { value, strength: 2 };
  // "tonight" runs into the next day but is a date of today.
  const night = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d\/\d{4}-\d\d-\d\dT0\d:\d\d$/.exec(value)?.[1];
  if (type === "date" && night !== undefined) return { value: night, strength: 2 };
  if (type === "date")
    return hasDate ? { value: part(value, (one) => one.split("T")[0] ?? ""), strength: 2 } : undefined;
  if (!hasTime) return undefined;
  return { value: part(value, (one) => (one.includes("T") ? `T${one.split("T")[1] ?? ""}` : "")), strength: 2 };
}

/** A bare number as the hour or the day of the month that was asked for. Hours 1 to 6 are in the afternoon, 7 to 11 in either half. */
function bareMoment(amount: string, type: "date" | "time" | "datetime", today: string): Fit | undefined {
  const number = Number(amount);
  if (type === "time") {
    const hour = Math.floor(number);
    const minutes = Math.round((number - hour) * 60);
    if (!(hour >= 0 && hour <= 24) || minutes % 15 !== 0) return undefined;
    const clock = hour >= 1 && hour <= 6 ? hour + 12 : hour % 24;
    return { value: `T${String(clock).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`, strength: 1 };
  }
  if (type === "datetime" || !Number.isInteger(number) || number < 1 || number > 31 || today === "") return undefined;
  const [year = 0, month = 1, day = 1] = today.split("-").map(Number);
  for (let ahead = number >= day ? 0 : 1; ahead < 12; ahead++) {
    const date = new Date(Date.UTC(year, month - 1 + ahead, number));
    if (date.getUTCDate() === number) return { value: date.toISOString().slice(0, 10), strength: 1 };
  }
  return undefined;
}

/** Takes both ends of a range apart; equal ends are one. */
function part(value: string, take: (end: string) => string): string {
  if (!value.includes("/")) return take(value);
  const [start = "", end = ""] = value.split("/").map(take);
  return start === end ? start : `${start}/${end}`;
}

function ageOf(iso: string): Fit | undefined {
  const found = /^P(\d+(?:\.\d+)?)([YMWD])$/.exec(iso);
  const unit = { Y: "year", M: "month", W: "week", D: "day" }[found?.[2] ?? ""];
  return found === null || unit === undefined ? undefined : { value: `${found[1]} ${unit}`, strength: 1 };
}

/** A text takes what was written: an organisation or a person for a name on an invoice, an id for a tax number. */
function fitText(entity: Entity, want: AskedFor): Fit | undefined {
  const idWanted = wantsId(want);
  const right = idWanted
    ? entity.type === "order_id"
    : entity.type === "org" || (entity.type === "person" && /name|nombre|razon/i.test(want.slot));
  return right ? { value: entity.text, strength: 1 } : undefined;
}

/** Is the text wanted some number or code? */
export function wantsId({ slot, asked }: AskedFor): boolean {
  return (
    /(?:^|_|[a-z])(?:id|nif|rfc|nit|cuit|cuil|dni|curp|code|vat|gst(?:in)?|pan|plate|zip|postcode|postal|cp|reference|ref|serial|imei|number|no)$/i.test(
      slot,
    ) ||
    (/\b(?:rfc|nit|cuit|cuil|nif|cif|dni|cedula|curp|gstin|vat number|tax id|codigo postal|zip code|postcode|pincode|placas?|matricula|patente|imei|serial number|numero de serie)\b/.test(
      asked,
    ) &&
      !/name|nombre|razon|org|company|empresa|firm|business|pet|message|mensaje|note|nota|reason|motivo|service|servicio/i.test(
        slot,
      ))
  );
}

/** "2340 MXN", "3 box", "13". */
export function valueText(value: EntityValue): string {
  if (typeof value !== "object") return String(value);
  const unit = value.currency ?? value.unit;
  return unit === undefined ? String(value.amount) : `${value.amount} ${unit}`;
}

function amountText(value: EntityValue): string {
  return typeof value === "object" ? String(value.amount) : String(value);
}
