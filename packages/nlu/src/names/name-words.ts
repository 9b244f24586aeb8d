import { commonWords } from "../catalog/common-words.ts";
import { wordSet } from "../identifiers/word-set.ts";
import type { Text, Token } from "../text.ts";
import { wordMark } from "../word-marks.ts";

/** Words that a name never is, capitalised or not, beside the words of every chat. */
const neverNames =
  wordSet(`yo tu el ella ellos nosotros usted ustedes vos vosotros mi mis su sus lo la los las le les un una unos unas de del al
  en con por para pa sin y e o u ni que qe q se si no ya es son era fue ser soy hay ha he han muy mas asi aqui aca ahi alla favor porfa porfis
  xfa pls plz plis xfavor nombre datos tel cel correo email mail direccion pedido hola holi buenas buenos oye oiga che ey hey hi hello dear
  estimado estimada estimados querido querida i me you he she it we they my your his her our their the a an this that these those in on at to
  for from with by of and or but not so if is are was were be been am do does did can could will would shall should may might must has have had
  how what when where who why which please thanks thank ok okay yes yeah yep nope sir madam ma'am bro dude man guys team
  gracias saludos atte atentamente regards cheers best kind sincerely fwd re asap fyi lol omg jaja jajaja haha wow ay uy
  lunes martes miercoles jueves viernes sabado domingo monday tuesday wednesday thursday friday saturday sunday enero febrero marzo mayo junio
  septiembre setiembre octubre noviembre diciembre january february march july september october november december
  navidad nochebuena pascua reyes diwali holi eid christmas xmas easter thanksgiving halloween valentine valentines valentine's year's years mother's father's mothers fathers women's ramadan rakhi pongal
  nequi daviplata bizum zelle venmo paypal paytm phonepe gpay upi yape plin mercadopago instagram insta ig facebook fb whatsapp wsp wa tiktok
  twitter telegram google maps youtube messenger pinterest iphone android samsung apple xiaomi motorola spei oxxo visa mastercard amex
  usd eur mxn cop ars inr gbp iva gst vat rfc cuit nit dni nif cif clabe cbu iban pdf url gps wifi app web pin otp id
  ingles espanol spanish english hindi frances indian mexican mexicano mexicana colombiano colombiana argentino argentina espanola
  american british vegan vegana vegano vegetariana vegetariano celiaca celiaco cliente clienta alergico alergica nuevo nueva
  parce parcero parcera bro mami papi amor veci vecino vecina vecinos jefe jefa maestro maestra profe doc doctor doctora senor senora senores
  don dona bhaiya bhai didi uncle aunty auntie mate love hun honey sis capo genio reina corazon cielo crack amigo amiga amigos
  touch bot ai menu info urgente urgent importante important nota note ps pd total entregar enviar delivery pickup ship deliver`);

export function isNeverName(word: string): boolean {
  return neverNames.has(word) || commonWords.has(word);
}

const neverName = wordMark(isNeverName);

/** As `isNeverName`, for a token of a text. */
export function isNeverNamed({ marks }: Token): boolean {
  return (marks & neverName) !== 0;
}

/** Whether a word begins with a capital as typed. */
export function isCapital(text: Text, token: Token): boolean {
  const at = text.originalIndex(token.start);
  const code = at < text.original.length ? text.original.charCodeAt(at) : 0;
  if (code < 128) return code >= 65 && code <= 90;
  const character = text.original.charAt(at);
  return character !== character.toLowerCase();
}

/** Whether capitals say nothing about names, because nearly every word has them. */
export function isShouting(text: Text): boolean {
  let letters = 0;
  let capitals = 0;
  for (let index = 0; index < text.original.length && letters < 200; index++) {
    const code = text.original.charCodeAt(index);
    if (code >= 65 && code <= 90) capitals++;
    if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) letters++;
  }
  return letters > 6 && capitals > letters * 0.6;
}

/** What stands between token `at` and the one before it; `"\n"` before the first. */
export function gapBefore(text: Text, at: number): string {
  const token = text.tokens[at];
  const before = text.tokens[at - 1];
  return token === undefined || before === undefined ? "\n" : text.folded.slice(before.end, token.start);
}

/** Whether token `at` begins a sentence, a line or the text, where any word may have a capital. */
export function isSentenceStart(text: Text, at: number): boolean {
  const before = text.tokens[at - 1];
  if (before === undefined || gapBefore(text, at).includes("\n")) return true;
  return before.kind === "sign" && !",;()'-&/".includes(before.text) && !isAbbreviation(text, at - 1);
}

/** "Sr.", "Col.", "Av.": a full stop after a short word, with no line end. */
export function isAbbreviation(text: Text, at: number): boolean {
  const stop = text.tokens[at];
  const word = text.tokens[at - 1];
  return (
    stop?.text === "." &&
    word?.kind === "word" &&
    word.end === stop.start &&
    word.text.length <= 5 &&
    !commonWords.has(word.text)
  );
}

const connectors = wordSet("de del la las los el y e of the da do dos van von bin al san santa &");

/** The end (exclusive, of tokens) of the capitalised words from `at`, with "de la" and the like between them; `at` when there are none. */
export function capitalsFrom(text: Text, at: number, most: number): number {
  let end = at;
  let words = 0;
  for (let index = at; words < most; index++) {
    const token = text.tokens[index];
    if (token === undefined || (index > at && !/^ ?$/.test(gapBefore(text, index)))) break;
    if (token.kind === "word" && isCapital(text, token)) {
      if (isNeverNamed(token) && !(connectors.has(token.text) && index > at)) break;
      words++;
      end = index + 1;
      if (text.tokens[end]?.text === "." && token.text.length === 1 && gapBefore(text, end) === "") index++;
    } else if (index === at || !(connectors.has(token.text) || (token.text === "-" && gapBefore(text, index) === "")))
      break;
    else if (index - end >= 2) break;
  }
  return end;
}

/** The folded words from token `from` up to `to`, with single spaces. */
export function phraseOf(text: Text, from: number, to: number): string {
  let phrase = "";
  for (let index = from; index < to; index++) {
    const token = text.tokens[index];
    if (token !== undefined && token.kind !== "sign") phrase += (phrase === "" ? "" : " ") + token.text;
  }
  return phrase;
}
