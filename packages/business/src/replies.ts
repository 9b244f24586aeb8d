import type { Business } from "./business.ts";
import { type defaultReplies, type ReplyKey, replyOf } from "./default-replies.ts";
import { createFormats, type Formats } from "./formats.ts";
import type { ReplyText, Values, VariableKind, Variables } from "./reply-text.ts";
import { compileTemplate, type Template } from "./templates.ts";
import { inLanguage, type Language, type Translated } from "./translated.ts";

/** What every template may use beside its own variables; the `maybe`s are there when the business file has them. */
export const facts = {
  business: "text",
  phone: "maybe",
  email: "maybe",
  website: "maybe",
  address: "maybe",
  map: "maybe",
} as const satisfies Variables;

/** The words of one business, compiled when first used. Made once for each version of its file. */
export type ReplyTexts = {
  readonly facts: Readonly<Record<string, string>>;
  readonly formats: Formats;
  readonly overrides: Business["replies"];
  readonly form: Business["form"];
  readonly region: string;
  readonly compiled: Readonly<Record<Language, Map<string, Compiled>>>;
  /** Of the business's own answers. */
  readonly answers: WeakMap<Translated, Map<Language, Template>>;
};

/** A reply's words with what they use, and nothing else: its own variables, and facts of the business. */
type Compiled = {
  template: Template;
  variables: readonly (readonly [string, VariableKind])[];
  facts: Readonly<Record<string, string>>;
};

export function createReplyTexts(business: Business): ReplyTexts {
  return {
    facts: factsOf(business),
    formats: createFormats(business),
    overrides: business.replies,
    form: business.form,
    region: business.region,
    compiled: { es: new Map(), en: new Map() },
    answers: new WeakMap(),
  };
}

/** The facts of a business that are there, by variable. */
export function presentFacts({ name, contact, address }: Business): Record<string, string> {
  const told = { ...contact, address: address?.text, map: address?.mapUrl };
  const there = Object.entries(told).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]));
  return { business: name, ...Object.fromEntries(there) };
}

type ValuesOf<K extends ReplyKey> = Values<(typeof defaultReplies)[K]["variables"]>;
/** The values of a reply's variables, as arguments: none where it has none. */
export type Filling<K extends ReplyKey> =
  Record<string, never> extends ValuesOf<K> ? [values?: ValuesOf<K>] : [values: ValuesOf<K>];

/** What the business says for `key`, in `language`, filled with the values: numbers, days and amounts as it writes them. */
export function renderReply<K extends ReplyKey>(
  texts: ReplyTexts,
  key: K,
  language: Language,
  ...[values]: Filling<K>
): string {
  const known = texts.compiled[language];
  let compiled = known.get(key);
  if (compiled === undefined) {
    compiled = compileReply(texts, key, language);
    known.set(key, compiled);
  }
  return compiled.template.fill(fill(compiled, values ?? {}, { formats: texts.formats, language }));
}

function compileReply(texts: ReplyTexts, key: ReplyKey, language: Language): Compiled {
  const { variables, ...standard } = standardOf(key);
  const text = texts.overrides[key]?.[language] ?? addressed(standard[language], texts.form);
  const template = compileTemplate(text, `${language}-${texts.region}`);
  const { names } = template;
  return {
    template,
    variables: Object.entries(variables).filter(([name]) => names.has(name)),
    facts: Object.fromEntries(Object.entries(texts.facts).filter(([name]) => names.has(name))),
  };
}

/** Fills a template of the business file, such as an answer, with what is known of the business. */
export function renderAnswer(texts: ReplyTexts, answer: Translated, language: Language): string {
  const known = texts.answers.get(answer) ?? new Map<Language, Template>();
  texts.answers.set(answer, known);
  let template = known.get(language);
  if (template === undefined) {
    template = compileTemplate(inLanguage(answer, language), `${language}-${texts.region}`);
    known.set(language, template);
  }
  return template.fill(texts.facts);
}

function factsOf(business: Business): Record<string, string> {
  const missing = Object.fromEntries(Object.keys(facts).map((name) => [name, "none"]));
  return { ...missing, ...presentFacts(business) };
}

function standardOf(key: ReplyKey): ReplyText {
  const found = replyOf(key);
  if (found === undefined) throw new TypeError(`there is no reply ${key}`); // the type forbids it
  return found;
}

/** A default text with `[tu|su]` and the like as the business addresses its customers; without a third word vos is as tú. */
export function addressed(text: string, form: Business["form"]): string {
  return text.replace(/\[([^|[\]]*)\|([^|[\]]*)(?:\|([^|[\]]*))?\]/g, (_, tu: string, usted: string, vos = tu) => {
    return { tu, usted, vos }[form];
  });
}

type Writing = { formats: Formats; language: Language };

function fill(
  { variables, facts }: Compiled,
  values: Readonly<Record<string, unknown>>,
  writing: Writing,
): Record<string, string | number> {
  const filled: Record<string, string | number> = { ...facts };
  for (const [name, kind] of variables) filled[name] = written(values[name], kind, writing);
  return filled;
}

function written(value: unknown, kind: VariableKind, { formats, language }: Writing): string | number {
  if (typeof value === "number") {
    if (kind === "money") return formats.money(value, language);
    if (kind === "time") return formats.time(value, language);
    if (kind === "moment") return formats.moment(value, language);
    return value;
  }
  if (Array.isArray(value)) return kind === "lines" ? value.join("\n") : formats.list(value.map(String), language);
  if (value === undefined || value === "") return kind === "maybe" ? "none" : "";
  if (kind === "date") return formats.date(String(value), language);
  if (kind === "time") return formats.time(String(value), language);
  return String(value);
}
