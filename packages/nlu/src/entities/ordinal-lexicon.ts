import { numbered } from "./number-lexicon.ts";

/** Ordinals es and en by folded word, without the plural s. */
export const ordinalWords: ReadonlyMap<string, number> =
  numbered(`1 primer primero primera first primeros primeras, 2 segundo segunda second segundos segundas,
  3 tercer tercero tercera third tercia terceros terceras, 4 cuarto cuarta fourth cuartos cuartas, 5 quinto quinta fifth quintos quintas, 6 sexto sexta sixth sextos sextas,
  7 septimo septima setimo setima seventh, 8 octavo octava eighth eigth, 9 noveno novena ninth nineth, 10 decimo decima tenth decimos decimas, 11 undecimo undecima onceavo onceava decimoprimero
  decimoprimera decimoprimer eleventh, 12 duodecimo duodecima doceavo decimosegundo decimosegunda twelfth twelveth, 13 decimotercero decimotercera decimotercer thirteenth,
  14 decimocuarto decimocuarta fourteenth, 15 decimoquinto decimoquinta fifteenth, 16 decimosexto decimosexta sixteenth, 17 decimoseptimo decimoseptima seventeenth,
  18 decimoctavo decimoctava eighteenth, 19 decimonoveno decimonovena nineteenth, 20 vigesimo vigesima twentieth, 30 trigesimo trigesima thirtieth,
  40 cuadragesimo cuadragesima fortieth, 50 quincuagesimo quincuagesima fiftieth, 60 sexagesimo sexagesima sixtieth, 70 septuagesimo septuagesima seventieth,
  80 octogesimo octogesima eightieth, 90 nonagesimo nonagesima ninetieth, 100 centesimo centesima hundredth, 200 ducentesimo, 300 tricentesimo tricentesima,
  400 cuadringentesimo, 500 quingentesimo quingentesima, 600 sexcentesimo, 700 septingentesimo, 800 octingentesimo, 900 noningentesimo, 1000 milesimo milesima thousandth`);

/** Behind digits and against them; º and ª fold to o and a. */
export const ordinalSuffixes = new Set("st nd rd th o a er ero era do da ra ro to ta mo ma vo va no na".split(" "));
