import { type Candidate, nothingAt, type Recognizer } from "../recognizer.ts";
import type { Text } from "../text.ts";
import { codeRunAt } from "./code-run.ts";
import { plateAfter, vehicleWords } from "./plates.ts";
import { wordSet } from "./word-set.ts";

const cues =
  wordSet(`iban clabe cbu cvu rfc curp cuit cuil dni nif nie cif nit rut cedula ssn ein aadhaar aadhar gst gstin pan vat utr imei
  ifsc swift bic otp pin placa placas patente matricula plate vuelo flight cuenta account acct tarjeta card terminacion terminada ending
  cliente clienta customer member membership socio socia vin pasaporte passport serie serial lote verificacion verification code codigo
  version sku modelo isbn ean`);
const links =
  wordSet(`no num nro nr number numero es is de del el la en in the my mi code codigo bancaria banco id ending terminada terminacion
  acabada acaba with con n for cliente verificacion verification acceso digitos number`);
const codeWords = wordSet("code codigo otp pin verificacion verification");

/** Accounts, cards, tax ids, one-time codes, plates and the like: no entity, and nothing in them is one. */
export const lookAlikeRecognizer: Recognizer = {
  name: "look-alike",
  words: new Set([...cues, ...vehicleWords]),
  digits: true,
  recognize: (text, at, _context, found) => {
    const token = text.tokens[at];
    if (token === undefined) return;
    if (token.kind === "digits") {
      const shaped = byShape(text, at);
      if (shaped !== undefined) found(shaped);
      return;
    }
    const plate = vehicleWords.has(token.text) ? plateAfter(text, at) : undefined;
    const candidate = plate ?? (cues.has(token.text) ? afterCue(text, at) : undefined);
    if (candidate !== undefined) found(candidate);
  },
};

function afterCue(text: Text, at: number): Candidate | undefined {
  for (let index = at + 1; index < at + 6; index++) {
    const token = text.tokens[index];
    if (token === undefined) return undefined;
    if (token.kind === "sign") {
      if (!".:º°#*-".includes(token.text)) return undefined;
      continue;
    }
    const run = codeRunAt(text, index);
    if (run !== undefined && run.digits > 0) {
      const cue = text.tokens[at]?.text ?? "";
      const long = run.digits + run.letters >= (codeWords.has(cue) ? 4 : 3);
      return long ? nothingAt(run.start, groupsEnd(text, run.next, run.end)) : undefined;
    }
    if (!links.has(token.text) && !cues.has(token.text)) return undefined;
  }
  return undefined;
}

/** Takes in further groups of four and more ("4111 1111 1111 1111", "ES91 2100 0418"). */
function groupsEnd(text: Text, next: number, end: number): number {
  let last = end;
  for (let index = next; index < next + 8; index++) {
    const token = text.tokens[index];
    if (token?.kind !== "digits" || token.text.length < 4 || token.start - last !== 1) break;
    last = token.end;
  }
  return last;
}

/** Without a word before it: cards by their check digit, and tax ids by their form. */
function byShape(text: Text, at: number): Candidate | undefined {
  const token = text.tokens[at];
  if (token === undefined) return undefined;
  if (token.text.length >= 4) {
    const end = groupsEnd(text, at + 1, token.end);
    const digits = text.folded.slice(token.start, end).replace(/\D/g, "");
    if (digits.length >= 15 && digits.length <= 19 && passesLuhn(digits)) return nothingAt(token.start, end);
  }
  const before = text.tokens[at - 1];
  if (before?.kind !== "word" || before.end !== token.start) return undefined;
  const run = codeRunAt(text, at - 1);
  // Mexico's RFC and CURP, India's PAN and GSTIN, an IBAN.
  if (
    run !== undefined &&
    /^(?:[a-z&]{3,4}\d{6}[a-z0-9]{3}|[a-z]{4}\d{6}[hm][a-z]{5}[a-z0-9]\d|[a-z]{5}\d{4}[a-z]|[a-z]{2}\d{2}(?:\d{4}){3,7})$/.test(
      run.folded,
    )
  )
    return nothingAt(run.start, groupsEnd(text, run.next, run.end));
  return /^[a-z]{2}$/.test(before.text) &&
    token.text.length === 2 &&
    groupsEnd(text, at + 1, token.end) - token.end >= 15
    ? nothingAt(before.start, groupsEnd(text, at + 1, token.end))
    : undefined;
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = digits.charCodeAt(digits.length - 1 - index) - 48;
    sum += index % 2 === 0 ? digit : digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
  }
  return sum % 10 === 0;
}
