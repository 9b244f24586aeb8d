import { firstNameKind } from "../names/first-names.ts";
import { type AmountReading, countsNothing, type Measure, wordAt, wordsAfter, wordsBefore } from "./amount-reading.ts";
import { units } from "./unit-lexicon.ts";

const timeUnits: ReadonlyMap<string, string> = new Map(
  [
    "year: ano anos anitos anito year years yr yrs",
    "month: mes meses month months mos mesecitos mth mths",
    "week: semana semanas week weeks wk wks",
    "day: dia dias day days",
  ].flatMap((line) => {
    const [unit = "", words = ""] = line.split(": ");
    return words.split(" ").map((word): [string, string] => [word, unit]);
  }),
);

/** People and animals that are said to be so old. */
export const beings: ReadonlySet<string> = new Set(
  `hijo hija hijos hijas hijito hijita nino nina ninos ninas bebe bebes bb bebita bebito nene nena peque sobrino sobrina nieto nieta nietos nietas nietecita abuelo abuela abuelita abuelito
  mama papa madre padre suegra suegro esposa esposo marido mujer hermano hermana hermanito hermanita tia tio ahijado ahijada cunado cunada amiga amigo senora senor novia novio paciente mascota perro perra
  perrito perrita gato gata gatito gatita cachorro cachorra cachorrito canino felino chiquillo chaval chamaco muchacho joven persona viejito viejita yerno nuera vieja viejo lad lass grandad conejo caballo adulto
  sobrinos sobrinas primos primas primitos primitas hermanos hermanas hermanitas hijitos hijitas nietecitos ahijados ahijadas mellizas gemelas chiquillos chiquillas chavales chavalas pibitos nenes nenas peluditos perritos gatitos gatitas cachorros cachorritos
  son daughter kid kids child children baby babies toddler boy girl infant newborn mom mum mother dad father nan nana gran grandma grandpa granny granddad grandson granddaughter grandmother grandfather wife husband
  crio cria crios pibe piba pibes chiquito chiquita chiquitos beba bebita guagua pelao pelada peques morro morra chamaca chamacos muchacha muchachos jefita jefito abue abu bisabuela bisabuelo nono nona tata yaya yayo
  primo prima primito sobrinito sobrinita nietecito hermanitos hijastro hijastra chavala perros gatos caniche yorkie labrador chihuahua bulldog tortuga loro hamster yegua potro senorita anciano anciana embarazada
  stepson stepdaughter godson goddaughter cousin tot nipper bub hubby missus fiance fiancee folks pops papi dad's kiddo kiddos puppies kittens kitty pooch mutt horse pony hamster parrot rabbit bunny neighbour neighbor
  brother sister nephew niece friend aunt uncle dog cat puppy kitten pup doggo pet lab patient student teen teenager twins gemelos mellizos boyfriend girlfriend lady man woman guy aged edad age`.split(
    /\s+/,
  ),
);
const subjects = new Set("i'm im he's she's hes shes they're i he she who".split(" "));
const turning = new Set(
  "turning turns turned ages edades cumple cumplio cumplia cumplir cumplira cumplo cumplimos cumplen cumpliendo aged".split(
    " ",
  ),
);

/** The age of a living being: with its unit next to one, or bare where only an age can stand ("cumple 40", "I'm 20", "mi tía de 66"). */
export function readAge(reading: AmountReading): Measure | undefined {
  const { number } = reading;
  if (number.value > 130 || number.value < 0) return undefined;
  const hyphen = wordAt(reading, number.to) === "-" ? 1 : 0;
  const unit = timeUnits.get(wordAt(reading, number.to + hyphen));
  if (unit !== undefined) {
    const age = withUnit(reading, unit, number.to + hyphen + 1);
    return age === undefined ? undefined : withHalf(reading, age);
  }
  const short = wordAt(reading, number.to);
  if (short === "yo" && number.written !== "words") return measure(reading, number.to + 1, "year");
  if (short === "mo" && number.written !== "words" && beingBefore(reading, 5))
    return measure(reading, number.to + 1, "month");
  if (short === "y" && /^[/.]$/.test(wordAt(reading, number.to + 1)) && wordAt(reading, number.to + 2) === "o")
    return measure(reading, number.to + 3, "year");
  if (number.article || !Number.isInteger(number.value * 2) || isJoined(reading)) return undefined;
  if (isFirstOfPair(reading)) return measure(reading, number.to, "year");
  if (!countsNothing(reading, number.to))
    return isOfChild(reading) && !units.has(wordAt(reading, number.to))
      ? measure(reading, number.to, "year")
      : undefined;
  return isBareAge(reading) || isApposed(reading) || isNextInList(reading)
    ? measure(reading, number.to, "year")
    : undefined;
}

/** "1 año y medio", "4 years and a half". */
function withHalf(reading: AmountReading, age: Measure): Measure {
  const [link, next, last] = [0, 1, 2].map((step) => wordAt(reading, age.to + step));
  const half = { ...age, amount: age.amount + 0.5 };
  if (link === "y" && (next === "medio" || next === "media")) return { ...half, to: age.to + 2 };
  return link === "and" && next === "a" && last === "half" ? { ...half, to: age.to + 3 } : age;
}

/** "mi hija de 15 quiere": one child, whatever follows. */
function isOfChild({ tokens, number }: AmountReading): boolean {
  const being = tokens[number.from - 2]?.text ?? "";
  return (
    tokens[number.from - 1]?.text === "de" &&
    being !== "son" &&
    beings.has(being) &&
    !being.endsWith("s") &&
    number.value > 0
  );
}

/** The 6 of "sobrinos de 6 y 9 años", "girls aged 4 and 7 years". */
function isFirstOfPair(reading: AmountReading): boolean {
  const { tokens, number } = reading;
  const behind = number.to + 2;
  return (
    /^(?:y|e|and|&)$/.test(wordAt(reading, number.to)) &&
    tokens[number.to + 1]?.kind === "digits" &&
    timeUnits.get(wordAt(reading, behind)) === "year" &&
    /^(?:de|aged?|are|con)$/.test(wordAt(reading, number.from - 1)) &&
    (beings.has(wordAt(reading, number.from - 2)) || /^aged?$/.test(wordAt(reading, number.from - 1)))
  );
}

/** "our dog, 12, needs", "mi suegra (70)". */
function isApposed({ tokens, number }: AmountReading): boolean {
  const open = tokens[number.from - 1]?.text ?? "";
  const close = tokens[number.to]?.text ?? "";
  if (!((open === "," && close === ",") || (open === "(" && close === ")"))) return false;
  return (
    number.value > 0 &&
    beings.has(tokens[number.from - 2]?.text ?? "") &&
    /^(?:my|our|his|her|their|the|mi|mis|su|tu|nuestr[oa]|la|el)$/.test(tokens[number.from - 3]?.text ?? "")
  );
}

/** The 8 of "ages 5 and 8". */
function isNextInList(reading: AmountReading): boolean {
  const { tokens, number } = reading;
  const at = number.from - 2;
  const first = tokens[at];
  if (first?.kind !== "digits" || !/^(?:and|y|&|,|or|o)$/.test(wordAt(reading, number.from - 1))) return false;
  const value = Number(first.text);
  return value > 0 && value < 130 && isBareAge({ ...reading, number: { ...number, from: at, to: at + 1, value } });
}

function withUnit(reading: AmountReading, unit: string, to: number): Measure | undefined {
  const [next, last] = [wordAt(reading, to), wordAt(reading, to + 1)];
  if (next === "old") return measure(reading, to + 1, unit);
  if (next === "-" && last === "old") return measure(reading, to + 2, unit);
  if (next === "of" && last === "age") return measure(reading, to + 2, unit);
  if (next === "de" && (last === "edad" || last === "nacido" || last === "nacida")) return measure(reading, to, unit);
  if (next === "de" || reading.number.article) return undefined;
  // Nobody waits for "añitos".
  if (/^(?:anitos?|mesecitos)$/.test(wordAt(reading, to - 1)) && wordAt(reading, reading.number.from - 1) !== "hace")
    return measure(reading, to, unit);
  const words = wordsBefore(reading, reading.number.from, 4);
  if (words.some((word) => turning.has(word)) || isBeingsAge(words)) return measure(reading, to, unit);
  const isOld =
    (/^(?:tiene|tengo|tienen)$/.test(words[0] ?? "") &&
      (unit === "year" || !/^(?:tengo|ya)$/.test(words[0] ?? "")) &&
      !isThing(words.slice(1))) ||
    subjects.has(words[0] ?? "");
  if (
    isOld &&
    next !== "in" &&
    next !== "with" &&
    next !== "con" &&
    next !== "en" &&
    next !== "sin" &&
    !/(?:ando|iendo)$/.test(next)
  )
    return measure(reading, to, unit);
  return undefined;
}

/** What has so many months is no being: "la garantía tiene", "el taladro tiene". */
function isThing(words: readonly string[]): boolean {
  const [subject = "", article = ""] = words;
  if (words.some((word) => /^(?:garantia|contrato|plan|plazo|uso|cuanta|cuanto|equipo|producto)$/.test(word)))
    return true;
  return (
    /^(?:el|la|los|las|mi|su|este|esta|ese|esa|un|una|del)$/.test(article) &&
    !beings.has(subject) &&
    firstNameKind(subject) !== "sure" &&
    !/^(?:ya|solo|apenas|casi|que|hoy|ahora|si|no)$/.test(subject)
  );
}

/** "hija de 8 años", "my cat (4 years", "perro tiene 2 meses". */
function isBeingsAge(words: readonly string[]): boolean {
  const at = words.findIndex((word, index) =>
    // "los pagos son de 12 meses"
    word === "son" ? owners.has(words[index + 1] ?? "") : beings.has(word.endsWith("'s") ? word.slice(0, -2) : word),
  );
  if (at < 0) return false;
  // Words between being and number that make it a duration: "mi hijo espera hace 3 meses".
  return words.slice(0, at).every((word) => (links.has(word) || word.length > 4 ? !durations.has(word) : true));
}
const owners = new Set("my our his her their your the a teenage youngest eldest oldest little".split(" "));
const links = new Set("de tiene is of con ya casi tienen es has are turning cumple".split(" "));
const durations = new Set(
  "hace desde durante for since ago por en lleva llevo espera esperando in within despues after cada every hasta usa waiting waited".split(
    " ",
  ),
);

function isBareAge(reading: AmountReading): boolean {
  const words = wordsBefore(reading, reading.number.from, 4);
  const [first = "", second = "", third = ""] = words;
  if (turning.has(first)) return true;
  if (/^(?:be|los|turn)$/.test(first)) {
    const isLos = first === "los" && turning.has(second);
    const willBe =
      first === "be" && (/^(?:she'll|he'll)$/.test(second) || (/^(?:will|gonna)$/.test(second) && beings.has(third)));
    return isLos || willBe || (first === "turn" && (beings.has(second) || beings.has(third)));
  }
  if (first === "are")
    return /^(?:kids|children|boys|girls|twins|sons|daughters|grandkids|nephews|nieces)$/.test(second);
  if (first === "son") return /^(?:hijos|ninos|peques|gemelos|mellizos|nietos)$/.test(second);
  if (first.endsWith("'s") && beings.has(first.slice(0, -2)) && adjacent(reading)) return true;
  if (reading.number.value < 1) return false;
  if (/^(i'm|im|he's|she's|hes|shes)$/.test(first)) return adjacent(reading);
  if (first === "am" || first === "is")
    return (subjects.has(second) || beings.has(second) || beings.has(third)) && adjacent(reading);
  if (first === "de" && second !== "son" && beings.has(second)) return true;
  if (first === "edad" || first === "age" || (first === "de" && second === "edad")) return true;
  if (first === "only" || first === "just")
    return second.endsWith("'s") && beings.has(second.slice(0, -2)) && adjacent(reading);
  if (first === "tiene" || first === "tienen")
    return beings.has(second) || beings.has(third) || beings.has(words[3] ?? "");
  return false;
}

/** Directly behind the word, without a comma between. */
function adjacent({ tokens, number }: AmountReading): boolean {
  return tokens[number.from - 1]?.kind === "word";
}

function isJoined({ tokens, number }: AmountReading): boolean {
  const next = tokens[number.to];
  return next !== undefined && next.start === tokens[number.to - 1]?.end && !",.!?;)".includes(next.text);
}

function beingBefore(reading: AmountReading, most: number): boolean {
  return [...wordsBefore(reading, reading.number.from, most), ...wordsAfter(reading, reading.number.to, 3)].some(
    (word) => beings.has(word),
  );
}

function measure({ number }: AmountReading, to: number, unit: string): Measure {
  return { type: "age", from: number.from, to, amount: number.value, unit, confidence: 0.95 };
}
