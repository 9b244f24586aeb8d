/** A customer's text is at most 4,096 characters, a caption 1,024; more words say nothing new about the intent. */
const mostWords = 200;
const mostCharacters = 4096;
const marks = /\p{M}+/gu;
const word = /[\p{L}\p{N}]+/gu;

/** Lower-case words without accents: "¿Dónde están?" becomes `donde estan`. */
export function wordsOf(text: string): string[] {
  const short = text.length > mostCharacters ? text.slice(0, mostCharacters) : text;
  const words = short.toLowerCase().normalize("NFD").replace(marks, "").match(word) ?? [];
  return words.length > mostWords ? words.slice(0, mostWords) : words;
}

/** Plural and gender folded, so that `horarios` finds `horario` and `abierta` finds `abierto`. Both languages, thin. */
export function stem(word: string): string {
  if (word.length < 4) return word;
  const singular =
    word.endsWith("es") && word.length > 5 ? word.slice(0, -2) : word.endsWith("s") ? word.slice(0, -1) : word;
  return singular.length > 3 && /[aoe]$/.test(singular) ? singular.slice(0, -1) : singular;
}

const stop = {
  es: "a al algo aqui asi con cual cuando como de del desde donde e el ella en entre era es esa ese eso esta este esto estoy fue ha hay he hasta la las le les lo los mas me mi mis muy necesito no nos o otra otro para pero por porque pues puedo puede pueden que quien quiero quisiera se ser si sin sobre son soy su sus te tengo tiene tienen tu tus un una uno unos usted ustedes vosotros y ya yo gracias hola",
  en: "a about all am an and any are as at be been but by can could did do does for from get had has have he hello her hey hi his how i if in is it its just like may me my need no not of on or our please she should so some thanks that the their them there they this to up us want was we were what when where which who why will with would you your",
};

/** Words that carry grammar, not the wish; also the best evidence of a language. */
export const stopWords = { es: new Set(stop.es.split(" ")), en: new Set(stop.en.split(" ")) };
