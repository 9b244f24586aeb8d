import type { Recognizer } from "../recognizer.ts";
import type { Text } from "../text.ts";
import { clearEndings, wordEndings } from "./top-level-domains.ts";
import { wordSet } from "./word-set.ts";

const hostCharacter = /[a-z0-9.-]/;
const mostHost = 253;
const mostPath = 2048;

/** Links and bare domains (`shop.example.com/x`), map and chat links too. */
export const urlRecognizer: Recognizer = {
  name: "url",
  signs: ".",
  recognize: (text, at, _context, found) => {
    const dot = text.tokens[at]?.start ?? 0;
    const { folded } = text;
    if (!/[a-z0-9]/.test(folded[dot - 1] ?? " ") || !/[a-z0-9]/.test(folded[dot + 1] ?? " ")) return;
    const hostStart = startOfHost(folded, dot);
    if (hostStart === undefined) return;
    const hostEnd = endOfHost(folded, dot);
    const scheme = /(?:https?|ftp):\/\/$/.exec(folded.slice(Math.max(0, hostStart - 8), hostStart))?.[0] ?? "";
    const path = pathAfter(folded, hostEnd);
    const host = folded.slice(hostStart, hostEnd);
    const explicit = scheme !== "" || host.startsWith("www.") || path > hostEnd;
    if (!isHost(host, explicit || hasCueBefore(text, at))) return;
    if (folded[hostStart - 1] === "@" || folded[hostEnd] === "@") return;
    const start = hostStart - scheme.length;
    const value = text.original.slice(text.originalIndex(start), text.originalIndex(path));
    found({ type: "url", start, end: path, value, confidence: explicit ? 0.99 : 0.93, source: "grammar", rank: 8 });
  },
};

/** Undefined when an earlier full stop of the same host has been looked at. */
function startOfHost(folded: string, dot: number): number | undefined {
  let start = dot;
  while (dot - start < mostHost && hostCharacter.test(folded[start - 1] ?? " ")) {
    if (folded[start - 1] === ".") return undefined;
    start--;
  }
  // Inside the path of an address that has been found.
  if (folded[start - 1] === "/" && folded.slice(start - 3, start) !== "://") return undefined;
  while (folded[start] === "-") start++;
  return start;
}

function endOfHost(folded: string, dot: number): number {
  let end = dot + 1;
  while (end - dot < mostHost && hostCharacter.test(folded[end] ?? " ")) end++;
  while (".-".includes(folded[end - 1] ?? "a")) end--;
  return end;
}

/** The end of port, path, query and fragment, without the punctuation of the sentence. */
function pathAfter(folded: string, hostEnd: number): number {
  let end = hostEnd;
  if (folded[end] === ":" && /\d/.test(folded[end + 1] ?? " ")) {
    end++;
    while (end - hostEnd < 6 && /\d/.test(folded[end] ?? " ")) end++;
  }
  if (!"/?#".includes(folded[end] ?? " ")) return end;
  if (folded[end] !== "/" && !/[a-z0-9]/.test(folded[end + 1] ?? " ")) return hostEnd;
  while (end - hostEnd < mostPath && /[\x21-\x7e\u00a1-\ud7ff]/.test(folded[end] ?? " ")) end++;
  while (end > hostEnd && /[.,;:!?)\]}'"*>»…]/.test(folded[end - 1] ?? "a")) end--;
  return end;
}

const common =
  wordSet(`gracias hola ok oki okay vale listo bueno bien favor porfa porfavor si no dia dias tarde tardes noche noches
  hoy manana ayer ahora luego pedido precio envio casa todo nada algo mas menos aqui ahi alla perfecto genial dale claro saludos
  abrazo beso please thanks thank yes hello hey hi now today tomorrow later order price great perfect sure fine bye it this that
  here there you me them him her us work done time day night week money more less much`);

function isHost(host: string, explicit: boolean): boolean {
  const labels = host.split(".");
  const ending = labels.at(-1) ?? "";
  const label = labels.at(-2) ?? "";
  if (labels.some((part) => part === "") || !/[a-z]/.test(label + (labels[0] ?? ""))) return false;
  if (label.length < 2 && !explicit) return false;
  const twoLevels = labels.length > 2 && /^(?:com?|org|net|gob?v?|edu|ac|firm)$/.test(label);
  if (twoLevels && /^[a-z]{2}$/.test(ending)) return true;
  if (clearEndings.has(ending)) return explicit || !common.has(label) || ending === "com";
  if (!wordEndings.has(ending)) return explicit && /^[a-z]{2,24}$/.test(ending) && host.startsWith("www.");
  return explicit || (!common.has(label) && (label.length >= 10 || /[\d-]/.test(label)));
}

const cues =
  wordSet(`en web pagina sitio url link enlace tienda info visita visiten mira miren ver entra entren online catalogo on at
  see visit check from site website page of via a de desde por`);

function hasCueBefore(text: Text, dot: number): boolean {
  for (let index = dot - 2; index >= 0 && index >= dot - 6; index--) {
    const token = text.tokens[index];
    if (token === undefined) return false;
    if (token.kind === "word") return cues.has(token.text);
    if (token.kind === "sign" && !":-,".includes(token.text)) return false;
  }
  return false;
}
