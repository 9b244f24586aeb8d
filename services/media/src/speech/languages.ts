// What Whisper models know, ISO 639; a server answers an unknown code with an empty text instead of an error.
const known =
  "af am ar as az ba be bg bn bo br bs ca cs cy da de el en es et eu fa fi fo fr gl gu ha haw he hi hr ht hu hy id is it ja jw ka kk km kn ko la lb ln lo lt lv mg mi mk ml mn mr ms mt my ne nl nn no oc pa pl ps pt ro ru sa sd si sk sl sn so sq sr su sv sw ta te tg th tk tl tr tt uk ur uz vi yi yo yue zh";
const codes = new Set(known.split(" "));
// Whisper's names where they are not those of the standard.
const otherNames: Record<string, string> = {
  ...{ castilian: "es", valencian: "ca", flemish: "nl", mandarin: "zh", moldavian: "ro", punjabi: "pa", tagalog: "tl" },
  ...{ "haitian creole": "ht", burmese: "my", pushto: "ps", sinhalese: "si", javanese: "jw", letzeburgesch: "lb" },
};
const englishNames = new Intl.DisplayNames(["en"], { type: "language" });
const byName = new Map([...codes].map((code) => [englishNames.of(code)?.toLowerCase(), code]));

/** The code an engine knows for what is hinted ("es-MX" → "es"); undefined: let it find out. */
export function languageHint(hint: string | undefined): string | undefined {
  const code = hint?.trim().toLowerCase().split(/[-_]/, 1)[0] ?? "";
  return codes.has(code) ? code : undefined;
}

/** The code for what an engine says it heard: a code or an English name; undefined for anything else. */
export function heardLanguage(said: string | undefined): string | undefined {
  const name = said?.trim().toLowerCase() ?? "";
  return languageHint(name) ?? otherNames[name] ?? byName.get(name);
}
