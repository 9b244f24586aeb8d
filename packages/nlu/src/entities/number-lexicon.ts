/** What a word is within a cardinal; its place in the order hundreds, tens, units, scales. */
export type NumberWord = {
  kind: "unit" | "teen" | "ten" | "hundred" | "times-hundred" | "scale" | "article";
  value: number;
};

/** Reads `"2 dos two, 3 tres three"` into a map from each word to its number. */
export function numbered(list: string): Map<string, number> {
  const map = new Map<string, number>();
  for (const group of list.split(",")) {
    const [number, ...names] = group.trim().split(/\s+/);
    for (const name of names) map.set(name, Number(number));
  }
  return map;
}

const units =
  numbered(`0 cero zero nil, 2 dos two, 3 tres three trez tress, 4 cuatro four cuatr cuantro, 5 cinco five sinco cnco,
  6 seis six seiz, 7 siete seven ciete, 8 ocho eight eigth, 9 nueve nine`);

const teens =
  numbered(`10 diez ten dies, 11 once eleven onse, 12 doce twelve dose twelv, 13 trece thirteen trese, 14 catorce fourteen
  catorse, 15 quince fifteen quinse fiveteen, 16 dieciseis sixteen diesiseis, 17 diecisiete seventeen diesisiete, 18 dieciocho
  eighteen diesiocho, 19 diecinueve nineteen diesinueve ninteen, 21 veintiuno veintiun veintiuna ventiuno, 22 veintidos ventidos,
  23 veintitres ventitres, 24 veinticuatro venticuatro, 25 veinticinco venticinco veintisinco, 26 veintiseis ventiseis,
  27 veintisiete ventisiete, 28 veintiocho ventiocho, 29 veintinueve ventinueve`);

const tens =
  numbered(`20 veinte twenty vente beinte twnty, 30 treinta thirty trenta, 40 cuarenta forty fourty, 50 cincuenta fifty
  sincuenta cinquenta, 60 sesenta sixty secenta, 70 setenta seventy, 80 ochenta eighty, 90 noventa ninety ninty nobenta`);

const hundreds =
  numbered(`100 cien ciento sien, 200 doscientos doscientas dosientos dosientas docientos docientas, 300 trescientos
  trescientas tresientos tresientas trecientos trecientas, 400 cuatrocientos cuatrocientas cuatrosientos cuatrosientas, 500
  quinientos quinientas, 600 seiscientos seiscientas seisientos seisientas seicientos seicientas, 700 setecientos setecientas
  setesientos, 800 ochocientos ochocientas ochosientos, 900 novecientos novecientas novesientos`);

const scales = numbered(`1000 mil thousand thousands thousnd thousend, 100000 lakh lakhs lac lacs lkh, 1000000 millon
  millones million millions mln, 10000000 crore crores cr, 1000000000 billion billions bn, 1000000000000 billon
  billones trillion trillions`);

const articles = numbered("1 un una uno one a an");

/** Letters that multiply the digits they stand against: 20k, 1.5M. */
export const digitSuffixes = numbered("1000 k, 1000000 mm mn mill, 1000000000 bn, 100000 l lac lakh, 10000000 cr");

/** All folded words of cardinals, es and en, with frequent misspellings. */
export const numberWords: ReadonlyMap<string, NumberWord> = new Map<string, NumberWord>([
  ...[...units].map(([word, value]) => [word, { kind: "unit", value }] as const),
  ...[...teens].map(([word, value]) => [word, { kind: "teen", value }] as const),
  ...[...tens].map(([word, value]) => [word, { kind: "ten", value }] as const),
  ...[...hundreds].map(([word, value]) => [word, { kind: "hundred", value }] as const),
  ...["hundred", "hundreds", "hundered", "hundread"].map(
    (word) => [word, { kind: "times-hundred", value: 100 }] as const,
  ),
  ...[...scales].map(([word, value]) => [word, { kind: "scale", value }] as const),
  ...[...articles].map(([word, value]) => [word, { kind: "article", value }] as const),
]);
