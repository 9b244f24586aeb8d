import type { Business } from "./business.ts";
import type { Path } from "./check-meaning.ts";
import { foldName } from "./fold-name.ts";
import { isStandardIntent } from "./standard-intents.ts";
import { inLanguage } from "./translated.ts";

export type Warning = { path: Path; message: string };

/** Fewer examples are hard to learn from. */
const fewExamples = 6;

/** What is allowed but will probably not work as meant. */
export function warningsOf(business: Business): Warning[] {
  return [
    ...intentWarnings(business),
    ...sameSentences(business),
    ...faqWarnings(business),
    ...catalogWarnings(business),
    ...orderingWarnings(business),
  ];
}

function intentWarnings({ intents, languages }: Business): Warning[] {
  return intents.flatMap(({ name, examples, keywords }, index) => {
    if (isStandardIntent(name)) return [];
    return languages.flatMap((language) => {
      const count = examples[language]?.length ?? 0;
      if (count >= fewExamples || (count === 0 && keywords?.[language] !== undefined)) return [];
      const found = `has ${count} ${count === 1 ? "example" : "examples"} in ${language}`;
      return [{ path: ["intents", index], message: `${found}; ${fewExamples} or more are understood better` }];
    });
  });
}

/** The same sentence in two intents, or in two questions: only one of them can be meant. */
function sameSentences({ intents, faqs, languages }: Business): Warning[] {
  const warnings: Warning[] = [];
  const look = (lists: readonly { path: Path; owner: string; sentences: readonly string[] }[]) => {
    const owners = new Map<string, string>();
    for (const { path, owner, sentences } of lists) {
      for (const sentence of sentences) {
        const other = owners.get(foldName(sentence));
        if (other !== undefined && other !== owner)
          warnings.push({ path, message: `"${sentence}" is in "${other}", too` });
        owners.set(foldName(sentence), owner);
      }
    }
  };
  for (const language of languages) {
    look(
      intents.map(({ name, examples }, index) => ({
        path: ["intents", index, "examples", language],
        owner: name,
        sentences: examples[language] ?? [],
      })),
    );
    look(
      faqs.map(({ id, questions }, index) => ({
        path: ["faqs", index, "questions", language],
        owner: id,
        sentences: questions[language] ?? [],
      })),
    );
  }
  return warnings;
}

function faqWarnings({ faqs, languages }: Business): Warning[] {
  return faqs.flatMap(({ questions }, index) =>
    languages
      .filter((language) => questions[language] === undefined)
      .map((language) => ({
        path: ["faqs", index, "questions"],
        message: `has no question in ${language}, so it is hardly found there`,
      })),
  );
}

function catalogWarnings({ catalog, languages }: Business): Warning[] {
  const warnings: Warning[] = [];
  const owners = new Map<string, string>();
  for (const item of catalog.items) {
    for (const language of languages) owners.set(foldName(inLanguage(item.name, language)), item.id);
  }
  for (const [index, item] of catalog.items.entries()) {
    for (const [at, alias] of item.aliases.entries()) {
      const other = owners.get(foldName(alias));
      if (other === undefined) owners.set(foldName(alias), item.id);
      else if (other !== item.id) {
        warnings.push({
          path: ["catalog", "items", index, "aliases", at],
          message: `"${alias}" is also a name of "${other}", so customers will be asked which they mean`,
        });
      }
    }
  }
  const used = new Set(catalog.items.map(({ category }) => category));
  for (const [index, { id }] of catalog.categories.entries()) {
    if (!used.has(id)) warnings.push({ path: ["catalog", "categories", index], message: `no item is in "${id}"` });
  }
  return warnings;
}

function orderingWarnings({ ordering, catalog, hours, bookings }: Business): Warning[] {
  const warnings: Warning[] = [];
  if (!ordering.enabled && catalog.items.some(({ price }) => price > 0)) {
    warnings.push({ path: ["ordering"], message: "nothing can be ordered: ordering is not enabled" });
  }
  if (hours === undefined && (ordering.enabled || bookings.length > 0)) {
    warnings.push({ path: [], message: "there are no hours, so orders and bookings are taken at any time" });
  }
  return warnings;
}
