import {
  type AmountReading,
  countsNothing,
  type Measure,
  touches,
  wordAt,
  wordsAfter,
  wordsBefore,
} from "./amount-reading.ts";
import { currencyOf } from "./currency-lexicon.ts";

/** Words of paying: a bare amount near one is money. */
export const priceWords = new Set(
  `pagar pago pague pagues pagamos pagan pagaron paga pagas pagaste pagado pagare pagaria pagarte pagarle pagandole pagas deposito depositos depositar deposite depositado deposita
  depositare depositamos transferir transfiero transferi transferencia transfieres transferimos transferido transfer transferred consignar consigno consigne consignacion consignado consignare
  abono abonar abone abonos abonado abonamos abonare sena senar senal senado anticipo anticipos adelanto enganche billete billetes billetito total totales costo costos coste costaba
  cuesta cuestan costar costaria costo cobrar cobro cobra cobras cobran cobraron cobre cobrarme cobraste cobrais cobrado presupuesto reembolso reembolsar reembolsen devolucion gastar gaste gastado gasto
  pay paid paying pays payment payments deposit deposited deposits charge charged charges charging cost costs costed total totals totalled budget refund refunded refunds advance bizum yape nequi zelle spend spent spending withdraw withdrew withdrawal save saving saved mortgage overdraft`.split(
    /\s+/,
  ),
);
/** Only right before the amount: "precio si compro 100" is about a hundred pieces. */
const nearPriceWords = new Set("precio precios price prices priced".split(" "));
/** Words of haggling make money of round thousands ("80 mil", "15k"). */
const haggling = new Set(
  "deja dejas dejan dejame dejamelo dejemelo doy ofrezco ofrece vale valen sale salen salio queda quedo rebaja last final best offer give take worth ending por".split(
    " ",
  ),
);
const notMoneyBefore = new Set(
  `el del los las dia terminacion terminada termina terminado cuenta tarjeta ending ends codigo cvv ref referencia numero num nro no somos vamos seremos seriamos pedido
  pedidos order orden factura invoice ticket folio on the day card account acct cuotas mesa talla size las piso depto for x utr id`.split(
    /\s+/,
  ),
);

/** Words of banking, near which pounds are money and no weight. */
export const payingWords = new Set(
  "transfer transfers transferring order account atm bill bank card balance purchase".split(" "),
);

/** Neither sign nor name: money only next to a word of paying, and when it counts nothing else. */
export function readBare(reading: AmountReading): Measure | undefined {
  const { number, context, tokens } = reading;
  const isSlashDash = slashDash(reading, number.to) > number.to;
  if (isSlashDash) return bare(reading, slashDash(reading, number.to), 0.95);
  if (context.style?.amounts?.bareMoney === false) return undefined;
  if (number.article || number.value < 1 || (touches(tokens, number.to) && tokens[number.to]?.kind === "word"))
    return undefined;
  if (notMoneyBefore.has(wordAt(reading, number.from - 1))) return undefined;
  if (isPriceNoun(reading) || isPaid(reading)) return bare(reading, number.to, 0.9);
  if (!countsNothing(reading, number.to)) return undefined;
  if (isJoined(reading) || wordAt(reading, number.to + 1) === "gracias") return undefined;
  // A year counts nothing.
  if (
    /^(during|in|en|of|since|desde|durante)$/.test(wordAt(reading, number.from - 1)) &&
    number.value > 1950 &&
    number.value < 2050
  )
    return undefined;
  const isRound = number.written !== "digits" && number.value >= 1000;
  const words = wordsBefore(reading, number.from, 7);
  const lakhs = context.region === "IN" && number.written !== "digits" && number.value >= 100_000;
  if (lakhs || words.some((_, index) => isPriceWord(words, index)) || followsPrice(reading)) {
    if (words[0] === "for" || words[0] === "por" || words[0] === "x" || words[0] === "somos") return undefined;
    return bare(reading, number.to, 0.9);
  }
  return isRound && words.slice(0, 5).some((word) => haggling.has(word)) ? bare(reading, number.to, 0.85) : undefined;
}

/** "2 lakh budget", "50k deposit": the noun stands right behind. */
function isPriceNoun(reading: AmountReading): boolean {
  const { number } = reading;
  return (
    /^(?:budget|deposit|advance|refund|downpayment|presupuesto|anticipo|token)$/.test(wordAt(reading, number.to)) &&
    number.value >= 20 &&
    countsNothing(reading, number.to + 1) &&
    !isJoined(reading)
  );
}

function isPriceWord(words: readonly string[], index: number): boolean {
  const word = words[index] ?? "";
  if (nearPriceWords.has(word)) return index < 2;
  if (!priceWords.has(word)) return false;
  // "en total somos 9", "in total 12"
  return word !== "total" || !(words[index + 1] === "en" || words[index + 1] === "in");
}

const wasPaid =
  /^(?:paid|deposited|transferred|charged|refunded|total|pagados?|abonados?|consignados|transferidos|depositados|cobrados)$/;

/** "fifty thousand paid", "7,000 total": too much for a count of things. */
function isPaid(reading: AmountReading): boolean {
  const { number } = reading;
  return number.value >= 500 && wasPaid.test(wordAt(reading, number.to)) && !isJoined(reading);
}

/** "500 de anticipo", "2000 deposit" */
function followsPrice(reading: AmountReading): boolean {
  const [first = "", second = ""] = wordsAfter(reading, reading.number.to, 2);
  return (
    (first === "de" || first === "as" || first === "in") &&
    second !== "total" &&
    second !== "precio" &&
    priceWords.has(second)
  );
}

function bare(reading: AmountReading, to: number, confidence: number): Measure {
  const { number, context } = reading;
  return {
    type: "money",
    from: number.from,
    to,
    amount: amountOf(reading),
    unit: currencyOf(context.region),
    confidence,
  };
}

/** Part of a date, a time, a code. */
function isJoined({ tokens, number }: AmountReading): boolean {
  const next = tokens[number.to];
  const before = tokens[number.from - 1];
  const after =
    next !== undefined &&
    touches(tokens, number.to) &&
    ("/:-#".includes(next.text) || (next.text === "." && tokens[number.to + 1]?.kind === "digits"));
  return (
    after ||
    (before !== undefined &&
      touches(tokens, number.from) &&
      ("/:-#@.".includes(before.text) || before.kind === "word") &&
      // "30-35k"
      !(before.text === "-" && number.written !== "digits" && tokens[number.from - 2]?.kind === "digits"))
  );
}

/** After the "/-" of "500/-", or `at` itself. */
export function slashDash(reading: AmountReading, at: number): number {
  return wordAt(reading, at) === "/" && wordAt(reading, at + 1) === "-" && touches(reading.tokens, at) ? at + 2 : at;
}

/** Of the two readings of "1.250" money is the one without thousandths. */
export function amountOf({ number: { value, other } }: AmountReading): number {
  return other !== undefined && !Number.isInteger(value) ? other : value;
}
