import { phraseSet, wordSet } from "../identifiers/word-set.ts";
import { placesEnglish } from "./places-english.ts";
import { placesLatin } from "./places-latin.ts";

/** Places that are names, family names or words as well: they count only after "en", "to", "vivo en" and the like. */
export const doubtfulPlaces =
  wordSet(`leon victoria florencia santiago valencia salamanca bello caldas armenia palmira giron soledad cali pasto leticia
  magdalena cesar bolivar mosquera merlo moreno martinez flores once retiro constitucion saavedra belgrano capital pilar tigre lujan campana escobar
  zarate nunez bernal wilde congreso tribunales rosario salta parana corrientes posadas misiones mendoza santander cordoba granada palma
  elche jerez cuenca avila zamora soria rivas ronda linares merida guadalajara durango hidalgo morelos colima juarez toledo lugo reus rubi
  torrent horta sants deusto cartago buga turbo aragon navarra galicia gracia portales doctores satelite condesa napoles meta choco cauca tolima
  roldan funes miramar miraflores alberdi capital trujillo lima quito panama paris chelsea austin dallas houston denver madison jackson lincoln
  lexington orlando irving irvine garland chandler gilbert plano buffalo mesa reno derby hull bath reading rugby bury poole wells stoke deal sandwich
  dover kent essex surrey windsor preston lancaster stafford warwick bedford ashford chester stratford richmond camden glendale kirkland renton everett
  salem kota gaya goa rohini dwarka surat om uk usa df gba caba omr montgomery providence augusta savannah charlotte newport durham york brighton
  india perth cork cusco virginia carolina georgia washington mobile aurora naples katy napa cypress compton burbank lakewood boulder phoenix columbus
  victoria kennedy suba bosa chia cota madrid macarena salvador satellite bopal vasco salt-lake saket uppal powai sheffield halifax telford
  boulogne versalles retiro palermo recoleta uruguay chile colombia mexico argentina espana`);

const all = new Set([...phraseSet(placesLatin), ...phraseSet(placesEnglish)]);

/** The longest name of each first word, in words, so that a look-up knows when to stop. */
const longestByFirst = new Map<string, number>();
for (const name of all) {
  const words = name.split(/[\s-]+/);
  const first = words[0] ?? "";
  longestByFirst.set(first, Math.max(longestByFirst.get(first) ?? 0, words.length));
}

/** Most words of a place that begins with this one; 0 when none does. */
export function longestPlaceFrom(word: string): number {
  return longestByFirst.get(word) ?? 0;
}

/** Whether the folded words, with single spaces, name a place. */
export function isPlace(name: string): boolean {
  return all.has(name);
}
