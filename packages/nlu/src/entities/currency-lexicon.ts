import { numbered } from "./number-lexicon.ts";

/** A word for money: what one of it is worth, in which currency. Without a currency the region's. */
export type CurrencyWord = { currency?: string; times: number };

const regionCurrencies = `AR ARS, BO BOB, BR BRL, CA CAD, CL CLP, CO COP, CR CRC, CU CUP, DO DOP, EC USD, ES EUR, GB GBP, GT GTQ, HN HNL,
  IN INR, MX MXN, NI NIO, PA USD, PE PEN, PR USD, PY PYG, SV USD, US USD, UY UYU, VE VES, AU AUD, NZ NZD, IE EUR, FR EUR, DE EUR, IT EUR,
  PT EUR, NG NGN, ZA ZAR, KE KES, GH GHS, PH PHP, SG SGD, HK HKD, JP JPY, CN CNY, AE AED, SA SAR, PK PKR, BD BDT, LK LKR, MY MYR`;

const currencyOfRegion: ReadonlyMap<string, string> = pairs(regionCurrencies);

/** ISO 4217 of the region's money; US dollars where it is not known. */
export function currencyOf(region: string): string {
  return currencyOfRegion.get(region) ?? "USD";
}

/** What `$` stands for: dollars where the own currency has another sign, as in Spain or Venezuela. */
export function dollarSignOf(region: string): string {
  const own = currencyOf(region);
  return "ARS CAD CLP COP CUP DOP MXN UYU AUD NZD SGD HKD NIO".includes(own) ? own : "USD";
}

/** Signs that name a currency by themselves. */
export const currencySigns: ReadonlyMap<string, string> = pairs(
  "€ EUR, £ GBP, ₹ INR, ¥ JPY, ₦ NGN, ₡ CRC, ₲ PYG, ₱ PHP, ₩ KRW, ₪ ILS, ₫ VND, ₺ TRY, ₽ RUB, ฿ THB, ₴ UAH, ₭ LAK, ₾ GEL, ₵ GHS, ₿ BTC",
);

/** Letters that stand against `$`: US$, RD$. */
export const dollarLetters: ReadonlyMap<string, string> =
  pairs(`us USD, usd USD, u USD, rd DOP, c CAD, ca CAD, cad CAD, can CAD, a AUD, au AUD,
  aud AUD, nz NZD, nzd NZD, hk HKD, s SGD, sg SGD, r BRL, mx MXN, mxn MXN, m MXN, mex MXN, ar ARS, ars ARS, cl CLP, clp CLP, co COP, cop COP, col COP,
  uy UYU, uyu UYU, u.s USD, nt TWD, bz BZD, maud AUD`);

/** ISO codes and abbreviations that are no other words; before or after the amount. */
export const currencyCodes: ReadonlyMap<string, string> = new Map([
  ...`usd eur gbp mxn cop ars clp brl uyu pyg bob ves vef crc gtq hnl nio dop pab cad aud nzd inr ngn zar chf jpy cny hkd sgd myr kwd qar
    aed egp lbp bgn uah sek nok dkk pln czk krw php thb idr vnd ils huf kes ghs tnd pkr bdt lkr twd btc usdt omr bhd jod`
    .split(/\s+/)
    .map((code) => [code, code.toUpperCase()] as const),
  ...pairs(`rmb CNY, rm MYR, rs INR, re INR, mn MXN, usdt USDT, us USD, eu EUR, dlls USD, dls USD, dlrs USD, usds USD, eurs EUR, mxp MXN, pts ESP, ptas ESP,
    pta ESP, pt ESP, musd USD, maud AUD, meur EUR, mgbp GBP, mcad CAD, mclp CLP, mcop COP, mmxn MXN, s/ PEN, le EGP`),
]);

/** Only where the region says so: letters that are other words elsewhere. */
export const regionalCodes: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  ["GT", pairs("q GTQ, qtz GTQ")],
  ["HN", pairs("l HNL, lps HNL, lp HNL")],
  ["ZA", pairs("r ZAR, rands ZAR")],
  ["BO", pairs("bs BOB, b BOB")],
  ["VE", pairs("bs VES, bsd VES, bsf VES")],
  ["PE", pairs("s PEN, pen PEN")],
  ["PY", pairs("gs PYG")],
  ["GB", pairs("p GBP")],
  ["AR", pairs("mangos ARS")],
  ["BR", pairs("r BRL")],
  ["NI", pairs("c NIO")],
]);

const names = `USD: dolar dolares dollar dollars dolars dollares dolarucos doll bucks buck dollers
EUR: euro euros euritos eurito eurillos
GBP: quid quids sterling
INR: rupee rupees rupia rupias rupaye rupay rupes rupess
PEN: soles solcitos
BOB: boliviano bolivianos
VES: bolivar bolivares
GTQ: quetzal quetzales
HNL: lempira lempiras
CRC: colon colones
NIO: cordobas
PAB: balboa balboas
PYG: guarani guaranies
BRL: real reales reais reis
JPY: yen yenes yens
CNY: yuan yuanes yuans renminbi
CHF: franco francos franc francs
NGN: naira nairas
ZAR: rand rands
MYR: ringgit ringgits
KWD: dinar dinars dinares
QAR: riyal riyals riyales
ILS: shekel shekels
TRY: lira liras
FIM: markka
NLG: florin florines guilder guilders
DEM: marco marcos
ESP: peseta pesetas
BTC: bitcoin bitcoins
SAR: saudiriyal saudiriyals
EGP: egyptianpound egyptianpounds
HUF: forint forints
SEK: krona kronor
NOK: krone kroner
PLN: zloty zlotys zlotych
KRW: won wons
VND: dong dongs
BDT: taka takas
AFN: afghani afghanis
ETB: birr birrs
GHS: cedi cedis
KES: shilling shillings chelin chelines
ZMW: kwacha kwachas
RON: leu lei
BGN: leva levs
UAH: hryvnia hryvnias grivna grivnas
RUB: ruble rubles rouble roubles rublo rublos
THB: baht bahts
IDR: rupiah rupiahs
AED: dirham dirhams dirhem
AZN: manat manats
KZT: tenge tenges
KGS: soms
BWP: pula pulas
CZK: koruna korunas corona coronas
BTC: satoshi satoshis
HTG: gourde gourdes
MNT: tugrik tugriks
LAK: kip kips
KHR: riel riels
MMK: kyat kyats
IRR: rial rials riales
GMD: dalasi dalasis
AOA: kwanza kwanzas
MAD: dirhams
MOP: pataca patacas
PGK: kina kinas
TOP: paanga
WST: tala talas
MXN: varo varos varitos baro baros
: peso pesos pesitos pesito pesso pessos peos`;

/** Names of currencies; those without a currency are the region's. */
export const currencyNames: ReadonlyMap<string, CurrencyWord> = new Map(
  names.split("\n").flatMap((line) => {
    const [currency = "", words = ""] = line.split(": ");
    return words
      .split(" ")
      .map((word): [string, CurrencyWord] => [word, currency === "" ? { times: 1 } : { currency, times: 1 }]);
  }),
);

/** Adjectives before or after a currency's name that say which one. */
export const currencyAdjectives: ReadonlyMap<string, string> =
  pairs(`us USD, american USD, americanos USD, americano USD, estadounidenses USD, canadian CAD, canadienses CAD,
  australian AUD, australianos AUD, mexican MXN, mexicanos MXN, mexicano MXN, colombian COP, colombianos COP, argentine ARS, argentinos ARS,
  chilean CLP, chilenos CLP, uruguayos UYU, dominicanos DOP, turkish TRY, turcas TRY, chinese CNY, kuwaiti KWD, saudi SAR, qatari QAR, malaysia MYR,
  malaysian MYR, egyptian EGP, indian INR, finlandeses FIM, finnish FIM, neerlandeses NLG, dutch NLG, suizos CHF, swiss CHF, british GBP, esterlinas GBP,
  brasilenos BRL, neozelandeses NZD, cubanos CUP, hong HKD`);

/** Slang by region: what one is worth, in the region's money unless it says otherwise. */
const slang: Readonly<Record<string, string>> = {
  AR: "1000 luca lucas luquita luquitas lukas luka, 1000000 palo palos palito palitos, 1 mango mangos manguitos",
  UY: "1000 luca lucas luquitas lukas, 1000000 palo palos, 1 mango mangos",
  CO: "1000 luca lucas luquita luquitas lukas luka barra barras barritas, 1000000 palo palos",
  CL: "1000 luca lucas luquita luquitas lukas luka, 1000000 palo palos",
  PE: "1 luca lucas luquita luquitas lukas mango mangos, 1000000 palo palos",
  VE: "1 bolo bolos",
  ES: "1 pavo pavos pavitos leuro leuros napo napos",
  MX: "1 varo varos",
  GB: "1 nicker, 5 fiver fivers, 10 tenner tenners, 1000 grand",
  IE: "5 fiver fivers, 10 tenner tenners, 1000 grand",
  US: "1000 grand, 1 smackers",
};

const slangByRegion: ReadonlyMap<string, ReadonlyMap<string, number>> = new Map(
  Object.entries(slang).map(([region, list]) => [region, numbered(list)]),
);
const slangEverywhere = numbered("1000 grand, 1 varos, 5 fiver fivers, 10 tenner tenners");

/** What one of a slang word is worth in money of the region, or undefined. */
export function slangWorth(word: string, region: string): number | undefined {
  return slangByRegion.get(region)?.get(word) ?? slangEverywhere.get(word);
}

function pairs(list: string): ReadonlyMap<string, string> {
  return new Map(
    list.split(",").map((pair) => {
      const [key = "", value = ""] = pair.trim().split(/\s+/);
      return [key, value];
    }),
  );
}
