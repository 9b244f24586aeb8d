import type { Candidate, Recognizer } from "../recognizer.ts";
import type { Text } from "../text.ts";
import { type CodeRun, codeRunAt, isInsideWord } from "./code-run.ts";
import { bookingCodeWords, idPrefixes, linkWords, orderWords, otherCodeWords } from "./order-words.ts";

/** Ids of orders, invoices, quotes, tickets, bookings and parcels: after a word that names one, after `#`, or by their shape. */
export const orderIdRecognizer: Recognizer = {
  name: "order-id",
  words: orderWords,
  signs: "#",
  digits: true,
  recognize: (text, at, _context, found) => {
    const token = text.tokens[at];
    if (token === undefined) return;
    const candidate =
      token.kind === "digits" ? byShape(text, at) : token.text === "#" ? afterHash(text, at) : afterCue(text, at);
    if (candidate !== undefined) found(candidate);
  },
};

function orderId(run: CodeRun, start: number, confidence: number): Candidate {
  return { type: "order_id", start, end: run.end, value: run.typed, confidence, source: "grammar", rank: 7 };
}

/** "#2290-T"; not "# 12" of an address, nor a hashtag. */
function afterHash(text: Text, at: number): Candidate | undefined {
  const hash = text.tokens[at];
  const run = codeRunAt(text, at + 1);
  if (hash === undefined || run === undefined || run.start !== hash.end) return undefined;
  if (run.digits < 3 || /^[a-z]{4}/.test(run.folded) || isDate(run.folded)) return undefined;
  const before = text.tokens[at - 1];
  // Colombian doors: "Calle 10 #23-45".
  if (before?.kind === "digits" && /^\d{1,3}[a-z]?-\d{1,3}$/.test(run.folded)) return undefined;
  return cueNear(text, at) === "other" ? undefined : orderId(run, hash.start, 0.93);
}

const mostLinks = 5;

/** "pedido nº 41877", "la factura es 0312-9", "tracking RB118820945ES". */
function afterCue(text: Text, at: number): Candidate | undefined {
  let linked = false;
  let loose = false;
  for (let index = at + 1; index <= at + mostLinks + 3 && index < text.tokens.length; index++) {
    const token = text.tokens[index];
    const before = text.tokens[index - 1];
    if (token === undefined || before === undefined) return undefined;
    if (token.kind === "sign") {
      if (token.text === "#") return hashAfterCue(text, index);
      if (!".:º°#-=*\"'ª".includes(token.text)) return undefined;
      linked ||= token.text === ":" || "º°".includes(token.text);
      continue;
    }
    // "n.º": the letter folds to o.
    if (token.text === "o" && before.text === ".") {
      linked = true;
      continue;
    }
    const run = codeRunAt(text, index);
    if (run !== undefined && run.digits > 0 && isId(run, text)) {
      if (isPlain(run) && !plainIsId(text, run, linked, loose)) return spacedId(text, index);
      return orderId(run, run.start, 0.95);
    }
    if (token.kind === "digits" || !(linkWords.has(token.text) || orderWords.has(token.text))) return undefined;
    if (/^(?:no|num|nro|nr|n|number|numero|id|code|codigo|cod|ref|is|es)$/.test(token.text)) linked = true;
    if (/^(?:de|del|con|with)$/.test(token.text)) loose = true;
  }
  return undefined;
}

const leastSpaced = 8;

/** "guía 7741 2093 88": groups of digits with one space between them. */
function spacedId(text: Text, at: number): Candidate | undefined {
  const first = text.tokens[at];
  if (first?.kind !== "digits" || first.text.length < 3) return undefined;
  let last = first;
  let digits = first.text.length;
  for (let index = at + 1; index < at + 6; index++) {
    const token = text.tokens[index];
    if (token?.kind !== "digits" || token.start - last.end !== 1 || token.text.length < 2) break;
    last = token;
    digits += token.text.length;
  }
  if (digits < leastSpaced || last === first) return undefined;
  const typed = text.original.slice(text.originalIndex(first.start), text.originalIndex(last.end));
  return {
    type: "order_id",
    start: first.start,
    end: last.end,
    value: typed,
    confidence: 0.93,
    source: "grammar",
    rank: 7,
  };
}

function hashAfterCue(text: Text, at: number): Candidate | undefined {
  const hash = text.tokens[at];
  const run = codeRunAt(text, at + 1);
  if (hash === undefined || run === undefined || run.start - hash.end > 1 || run.digits === 0) return undefined;
  return orderId(run, hash.start, 0.98);
}

function isPlain(run: CodeRun): boolean {
  return /^\d+$/.test(run.folded);
}

/** Has a digit, and is neither a date, an amount nor a count with its unit ("2kg", "3x", "20k"). */
function isId(run: CodeRun, text: Text): boolean {
  if (run.folded.length < 3 || isDate(run.folded) || /^\d{1,3}(?:[.,]\d{3})+$/.test(run.folded)) return false;
  if (/^\d{1,4}(?:[a-z]{1,4}|[./]\d{1,2})$/.test(run.folded) && !/^\d{3,4}[a-z]$/.test(run.folded)) return false;
  return (
    !/[$€£₹@]/.test(text.folded[run.start - 1] ?? " ") &&
    !/^(?:[€£₹%°@]|:\d)/.test(text.folded.slice(run.end, run.end + 2))
  );
}

/** Digits alone: four and more, or three right behind "nº"; not a count before a noun, nor money. */
function plainIsId(text: Text, run: CodeRun, linked: boolean, loose: boolean): boolean {
  if (/^[ ,.]?\d/.test(text.folded.slice(run.end, run.end + 2))) return false;
  if (
    /^\s?(?:pesos|usd|eur|mxn|cop|ars|rs|dol|dollar|bucks|pound|luca|mil\b|k\b|kg|g\b|gr|ml|lt|uni|pcs|pz|pers)/.test(
      text.folded.slice(run.end, run.end + 9),
    )
  )
    return false;
  if (run.digits >= 5 || linked) return run.digits >= 3;
  const next = text.tokens[run.next];
  const glued =
    next !== undefined &&
    next.kind === "word" &&
    !/^(?:a|y|que|no|ya|en|para|and|has|is|was|not|for|to|hasn't|still|del?|me|lo|se|at|from|arrived|llego|con|sin|por|pls|please|porfa)$/.test(
      next.text,
    );
  if (loose && glued) return false;
  return run.digits >= 4 || (run.digits === 3 && !glued && !loose);
}

function isDate(folded: string): boolean {
  return /^(?:\d{1,2}[-/.]\d{1,2}(?:[-/.](?:\d{4}|\d\d))?|20\d\d-\d\d-\d\d)$/.test(folded);
}

/** By its looks: a known prefix, a parcel number of the postal union, or capitals, a hyphen and digits. */
function byShape(text: Text, at: number): Candidate | undefined {
  let first = at;
  const mostBack = 4;
  while (first > 0 && at - first < mostBack && isInsideWord(text, first)) first--;
  const token = text.tokens[first];
  if (token === undefined || isInsideWord(text, first)) return undefined;
  // A later run of digits of the same code has been looked at with the first.
  for (let index = first; index < at; index++) if (text.tokens[index]?.kind === "digits") return undefined;
  const run = codeRunAt(text, first);
  if (run === undefined || run.letters === 0 || run.digits < 2 || run.end < (text.tokens[at]?.end ?? 0))
    return undefined;
  if (text.folded[run.end] === "@" || "@/.".includes(text.folded[run.start - 1] ?? " ")) return undefined;
  const confidence = shapeConfidence(run, text.tokens[first]?.text ?? "");
  if (confidence === 0) return undefined;
  const cue = cueNear(text, first);
  if (cue === "other") return undefined;
  const start = text.folded[run.start - 1] === "#" ? run.start - 1 : run.start;
  return orderId(run, start, confidence);
}

function shapeConfidence(run: CodeRun, head: string): number {
  if (/^[a-z]{2}\d{9}[a-z]{2}$/.test(run.folded)) return 0.95;
  const upper = run.typed === run.typed.toUpperCase();
  if (idPrefixes.has(head) && run.digits >= 3 && (upper || /[-/]/.test(run.folded))) return 0.93;
  if (!upper) return 0;
  if (/^[a-z]{1,4}-\d{4,}(?:-[a-z0-9]+)?$/.test(run.folded)) return 0.85;
  if (/^[a-z]{2,4}-\d{2,}-\d{2,}$/.test(run.folded)) return 0.85;
  if (/^\d{4,}-[a-z]{1,2}$/.test(run.folded)) return 0.8;
  if (run.digits >= 2 && run.folded.length >= 7 && /^[a-z]{1,3}\d{1,3}[a-z0-9]*-[a-z]*\d[a-z0-9]*$/.test(run.folded))
    return 0.75;
  return 0;
}

/** The words of the same phrase before token `at`: "placa", "RFC" and the like make a code something else. */
function cueNear(text: Text, at: number): "order" | "other" | "none" {
  let words = 0;
  let code = false;
  for (let index = at - 1; index >= 0 && words < 5; index--) {
    const token = text.tokens[index];
    if (token === undefined || (token.kind === "sign" && ",;!?".includes(token.text))) break;
    if (token.kind !== "word") continue;
    words++;
    if (bookingCodeWords.has(token.text) || orderWords.has(token.text)) return "order";
    if (token.text === "code" || token.text === "codigo") code = true;
    else if (otherCodeWords.has(token.text)) return "other";
  }
  return code ? "other" : "none";
}

/** "confirmation code HJ4T8W", "código de reserva KQ8812". */
export const bookingCodeRecognizer: Recognizer = {
  name: "booking-code",
  words: bookingCodeWords,
  recognize: (text, at, _context, found) => {
    for (let index = at + 1; index < at + 5; index++) {
      const token = text.tokens[index];
      if (token === undefined || (token.kind === "sign" && token.text !== ":" && token.text !== "#")) return;
      if (token.kind === "word" && linkWords.has(token.text)) continue;
      const run = codeRunAt(text, index);
      if (run === undefined) continue;
      const upper = run.typed === run.typed.toUpperCase() && run.letters > 0;
      if (upper && run.digits > 0 && run.folded.length >= 5) found(orderId(run, run.start, 0.93));
      return;
    }
  },
};
