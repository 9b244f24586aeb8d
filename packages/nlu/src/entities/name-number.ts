import { type AmountReading, countsNothing, touches, wordAt } from "./amount-reading.ts";

const sizeWords = new Set(
  "talla tallas talle talles size sizes sized sz calzo calza calzan horma numeracion".split(" "),
);
/** Before a bare number these say that it is a size where sizes are spoken of. */
const sizeLead = new Set(
  "soy uso usa usan usamos calzo calza calzan visto era eran es a la el las los lo al del de por en y o u una un unas the an of or to in take takes wear wears i'm im he's she's is was am usually normally generally really actually got get sent swap instead size for and than too".split(
    " ",
  ),
);
const tools = new Set(
  `tornillo tornillos broca brocas llave llaves clavo clavos varilla varillas aguja agujas hilo tubo tubos taquete taquetes taco tacos cable calibre tuerca tuercas dado dados anzuelo
  pincel pinceles perno pernos calzado zapato zapatos tenis zapatillas botas bit bits spanner wrench socket drill`.split(
    /\s+/,
  ),
);
const emergency = new Set("call dial marca marque marcar llama llamen llamar llame llamo al el".split(" "));

/** Tokens around a number that are asked for a word of sizes. */
const nearBefore = 18;
const nearAfter = 10;

/** A bare number that is the name of something: a size ("y yo uso 36", "por la 40"), a bus, a grade, the tool's own number. */
export function isNameNumber(reading: AmountReading): boolean {
  const { number, context } = reading;
  if (context.style?.amounts !== undefined) return false;
  if (number.written !== "digits") return isCarat(reading);
  const before = wordAt(reading, number.from - 1);
  const next = wordAt(reading, number.to);
  if (/^(?:bus|buses|tram|colectivo|bondi|camion)$/.test(next) && /^(?:the|el|un|a)$/.test(before)) return true;
  if (number.value >= 100 && number.value < 1000 && /^(?:911|999|112|061|091)$/.test(String(number.value)))
    return emergency.has(before);
  if (!countsNothing(reading, number.to)) return /^an?$/.test(before) && /^\w{3,}ly$/.test(next) && next !== "family";
  if (isSize(reading, before, next)) return true;
  if (/^(?:un|a|an)$/.test(before)) return number.value <= 60 && !/^(?:and|y)$/.test(next);
  if (before === "del" && tools.has(wordAt(reading, number.from - 2))) return true;
  return isRoute(reading, before);
}

/** "18k ring", "4K tv": no thousands. */
function isCarat(reading: AmountReading): boolean {
  const { number } = reading;
  return (
    [4000, 8000, 9000, 10_000, 14_000, 18_000, 22_000, 24_000].includes(number.value) &&
    /^(?:gold|oro|rings?|anillos?|cadenas?|chains?|aretes|aros|earrings|tvs?|screen|pantalla|camera|camara|monitor|video|uhd|plated)$/.test(
      wordAt(reading, number.to),
    )
  );
}

function isSize(reading: AmountReading, before: string, next: string): boolean {
  const { number, tokens } = reading;
  if (number.value > 64 || (!sizeLead.has(before) && tokens[number.from - 1]?.kind !== "sign")) return false;
  // "30 de talla 38": so many of it.
  if (/^(?:de|del|en|of|in|x)$/.test(next) && sizeWords.has(wordAt(reading, number.to + 1))) return false;
  if (/^(?:somos|son|we're|are|para|pa)$/.test(before)) return false;
  if (!speaksOfSizes(reading)) return false;
  return number.value >= 14 || (sizeLead.has(before) && !/^(?:los|las|de|en|y|o|u|for|of)$/.test(before));
}

function speaksOfSizes({ tokens, number }: AmountReading): boolean {
  const last = Math.min(tokens.length, number.to + nearAfter);
  for (let at = Math.max(0, number.from - nearBefore); at < last; at++)
    if (sizeWords.has(tokens[at]?.text ?? "")) return true;
  return false;
}

/** "vengo en el 60": a lone number behind a singular article is no count. */
function isRoute(reading: AmountReading, before: string): boolean {
  const { number } = reading;
  if (before !== "el" && before !== "la") return false;
  return number.value >= 10 && !touches(reading.tokens, number.from);
}
