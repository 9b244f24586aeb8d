import { type Reading, startsClause, word } from "./reading.ts";

const pastVerbs = new Set(
  `pedi pediste compre compraste compro pague pagaste transferi deposite consigne encargue recibi recibio llegaba
  fui fue fuimos fueron hice hicimos hizo hicieron vine vino vinieron traje trajeron mande mandaron mando envie enviaron envio dije dijo dijeron dijiste dijisteis entregaron llevo llevaron llegaron
  hable atendio atendieron reserve habia era eran estaba estaban iba tenia quedaron quedo prometieron prometio paso ocurrio sucedio retire recogi
  cobraron cobro facturaron cancelaron perdi perdimos devolvi regrese sali vi vimos estuve estuvo estuvimos sabes tuve tuvo comi cene 
  ordered bought paid was were had did came got went told said sent received arrived placed called hasn't haven't didn't wasn't picked spoke ate visited missed left broke
  charged asked saw purchased happened started returned shipped dispatched emailed collected died stayed dined`
    .split(/\s+/)
    .filter(Boolean),
);
/** Those whose unaccented form is more often the present ("llego el martes"), so that the accent must be typed. */
const accented =
  /^(?:lleg|compr|pag|mand|envi|llev|pas|cobr|qued|llam|entreg|reserv|habl|encarg|deposit|consign|retir)[oó]$/;
const aheadPrepositions = /^(?:para|pa|por|hasta|until|till|by|for|before|antes|pal|x)$/;
const awaited =
  /^(?:para|pal|reserv\w*|agend\w*|book\w*|next|can|could|podemos|puedo|quiero|quisiera|will|voy|vamos|necesito|need|queremos|mejor|please|mañana)$/;

/** Whether the clause of the tokens `from` to `to` tells of something over, so that a weekday is the last one. */
export function isPast(reading: Reading, from: number, to: number): boolean {
  let first = from - 1;
  while (/^(?:el|la|los|las|the|on|del?|a|dia|pasado)$/.test(word(reading, first))) first--;
  const before = word(reading, first);
  if (before === "desde" || before === "since" || before === "dsd") return !isAheadAfter(reading, to);
  if (aheadPrepositions.test(before)) return false;
  for (let at = from - 1; at >= Math.max(0, from - 10); at--) {
    const text = word(reading, at);
    if (awaited.test(text)) return false;
    if (isPastVerb(reading, at)) return true;
    if (startsClause(reading, at) && !isDecimal(reading, at)) break;
  }
  for (let at = to; at < Math.min(reading.tokens.length, to + 7) && (at === to || !startsClause(reading, at)); at++) {
    const text = word(reading, at);
    if (/^(?:pero|but|y|and|,|\.|\?|!)$/.test(text) || awaited.test(text)) return false;
    if (isPastVerb(reading, at)) return true;
  }
  return false;
}

const reported =
  /^(?:delivered|dated|booked|issued|shipped|dispatched|status|invoice|invoiced|receipt|statement|billed|bill|factura|facturado|comprobante|recibo|remito|entregado|enviado|despachado|comprado|pagado|cobrado|abonado|facturada|entregada|comprada|ticket|tiquete|due|expired|promised|cobrasteis|pedisteis|mandasteis)$/;

/** A date of the last weeks that a paper or a status tells: "delivered 10/30", "la factura del 5/6". */
export function isReported(reading: Reading, from: number): boolean {
  let first = from - 1;
  while (/^(?:el|the|on|del|de|dia)$/.test(word(reading, first))) first--;
  if (aheadPrepositions.test(word(reading, first))) return false;
  for (let at = first; at >= Math.max(0, first - 5); at--) {
    const text = word(reading, at);
    if (awaited.test(text) && !/^(?:book\w*|pedido)$/.test(text)) return false;
    if (reported.test(text) || /(?:asteis|isteis|aron|ieron)$/.test(text)) return true;
    if (startsClause(reading, at) && !isDecimal(reading, at)) return false;
  }
  return false;
}

/** The full stop of "45.00". */
function isDecimal({ tokens }: Reading, at: number): boolean {
  const [whole, stop, token] = [tokens[at - 2], tokens[at - 1], tokens[at]];
  return whole?.kind === "digits" && token?.kind === "digits" && whole.end === stop?.start && stop.end === token.start;
}

function isAheadAfter(reading: Reading, to: number): boolean {
  return /^(?:hasta|al?|to|en|onwards?|until|till)$/.test(word(reading, to)) && !/^(?:a|en)$/.test(word(reading, to));
}

/** "dejé", "pidió", but no future ("iré") and no noun ("bebé"). */
function typedAccent(reading: Reading, at: number, text: string): boolean {
  const token = reading.tokens[at];
  if (token === undefined || /(?:[aei]re|^(?:cafe|bebe|porque|aunque|tambien))$/.test(text)) return false;
  return /[éó]/i.test(reading.text.original[reading.text.originalIndex(token.end - 1)] ?? "");
}

function isPastVerb(reading: Reading, at: number): boolean {
  const text = word(reading, at);
  if (text.length > 3 && /[eo]$/.test(text) && typedAccent(reading, at, text)) return true;
  if (accented.test(text)) {
    const token = reading.tokens[at];
    return (
      token !== undefined &&
      /ó$/i.test(
        reading.text.original.slice(reading.text.originalIndex(token.start), reading.text.originalIndex(token.end)),
      )
    );
  }
  return pastVerbs.has(text);
}
