import type { Catalog, CatalogItem, ItemOption } from "@parley/business/catalog";
import { foldName } from "@parley/business/fold-name";
import { inLanguage } from "@parley/business/translated";
import { onceFor } from "../once-for.ts";
import { text, words } from "../say.ts";
import type { InfoAnswer, Question } from "./info-answer.ts";

const mostLines = 10;
const mostItems = 4;
/** Below this a free search only guesses. */
const surely = 0.55;
/** A hit so far ahead of the next is the one that is meant. */
const ahead = 0.15;
const asksForAll =
  /\b(?:menu|carta|catalogo|catalogue?|que (?:venden|tienen|hay|manejan|ofrecen)|productos|lista de precios|price list|products|what (?:do you|you) (?:have|sell)|todo)\b/;

/** What something costs. */
export function answerPrice(question: Question): InfoAnswer | undefined {
  return answerItems(question, (item) => priceText(item, question));
}

/** Whether there is any of it. */
export function answerAvailability(question: Question): InfoAnswer | undefined {
  const { turn, known } = question;
  return answerItems(question, (item) => {
    const named = { item: inLanguage(item.name, turn.language) };
    const out = item.stock === "out" || item.stock === 0;
    return out
      ? words(known, turn.language, "item-unavailable", named)
      : words(known, turn.language, "item-in-stock", { ...named, price: item.price });
  });
}

function answerItems(question: Question, textOf: (item: CatalogItem) => string): InfoAnswer | undefined {
  const { known, read } = question;
  const named = itemsNamed(question);
  if (named.length > 0) return { replies: [text(named.map(textOf).join("\n"))], topic: "price" };
  const { categories, items } = known.business.catalog;
  if (items.length === 0) return undefined;
  const said = ` ${foldName(read.folded.slice(0, 300))} `;
  const category = labelsOf(categories).find(({ label }) => said.includes(` ${label} `));
  if (category !== undefined) return { replies: [text(categoryText(category.id, question))], topic: "price" };
  if (asksForAll.test(read.folded)) return categories.length === 0 ? undefined : categoriesList(question);
  const query = wordsAbout(read.folded);
  const sure = query === "" ? [] : known.searchCatalog(query, mostLines).filter(({ score }) => score >= surely);
  const [first, second] = sure;
  const clear = first !== undefined && first.score - (second?.score ?? 0) >= ahead;
  const only = clear ? known.itemsById.get(first.id) : undefined;
  if (only !== undefined) return { replies: [text(textOf(only))], topic: "price" };
  if (first !== undefined) {
    const found = sure.flatMap(({ id }) => known.itemsById.get(id) ?? []);
    return { replies: [text(linesText(found, question, {}))], topic: "price" };
  }
  return undefined;
}

/** The names of categories, folded. */
const labelsOf = onceFor((categories: Catalog["categories"]) =>
  categories.flatMap(({ id, name }) => Object.values(name).map((label) => ({ id, label: foldName(label) }))),
);

const askWords =
  /\b(?:hola|buen[oa]s|dias|tardes|noches|hi|hello|hey|cuantos?|cuantas?|cuanto|cuestan?|valen?|salen?|precios?|costos?|tienen|tienes|tiene|venden|vendes|manejan|hay|habra|queda|quedan|todavia|algo|algun|alguna|unos?|unas?|el|la|los|las|de|del|con|sin|para|por|favor|que|en|a|al|me|disponibles?|disponibilidad|quisiera|quiero|saber|busco|y|o|es|seria|hoy|ahorita|ahora|how|much|many|is|are|does|do|you|have|got|any|some|something|the|an|price|cost|costs|of|for|with|in|stock|left|still|sell|available|please|there|i|want|looking|today|what|which)\b/g;

/** What a (folded) question is about, without the words that ask. */
function wordsAbout(folded: string): string {
  const left =
    folded
      .slice(0, 200)
      .replace(askWords, " ")
      .match(/[\p{L}\d]+/gu) ?? [];
  return left.join(" ");
}

function itemsNamed({ turn, known }: Question): CatalogItem[] {
  const ids = turn.entities.flatMap(({ type, value }) => (type === "product" ? [String(value)] : []));
  return [...new Set(ids)].flatMap((id) => known.itemsById.get(id) ?? []).slice(0, mostItems);
}

function priceText(item: CatalogItem, question: Question): string {
  const { turn, known } = question;
  const { language } = turn;
  const name = inLanguage(item.name, language);
  const option = item.options.find(({ choices }) => choices.some(({ priceDelta }) => priceDelta !== 0));
  if (option !== undefined) return fromText(item, option, question);
  const quantity = quantityOf(item, question);
  if (quantity > 1) {
    // In cents: 0.1 × 3 is no price.
    const total = (Math.round(item.price * 100) * quantity) / 100;
    return words(known, language, "price-total", { quantity, item: name, price: item.price, total });
  }
  const unit = item.unit === undefined ? {} : { unit: inLanguage(item.unit, language) };
  return words(known, language, "price", { item: name, price: item.price, ...unit });
}

function fromText(item: CatalogItem, { choices }: ItemOption, { turn, known }: Question): string {
  const { language } = turn;
  const priced = choices.map(({ name, priceDelta }) => ({
    name: inLanguage(name, language),
    price: Math.round((item.price + priceDelta) * 100) / 100,
  }));
  return words(known, language, "price-from", {
    item: inLanguage(item.name, language),
    price: Math.min(...priced.map(({ price }) => price)),
    choices: priced.map(({ name, price }) => `${name} ${known.texts.formats.money(price, language)}`),
  });
}

/** The number that stands right before the item: "3 conchas". */
function quantityOf(item: CatalogItem, { turn }: Question): number {
  const named = turn.entities.find(({ type, value }) => type === "product" && value === item.id);
  const before = turn.entities.find(
    ({ type, end, value }) =>
      (type === "number" || type === "quantity") &&
      named !== undefined &&
      named.start - end >= 0 &&
      named.start - end <= 4 &&
      amountOf(value) > 0,
  );
  const inside = turn.entities.find(
    ({ type, start, end, value }) =>
      type === "quantity" && named !== undefined && start < named.end && named.start < end && amountOf(value) > 0,
  );
  const found = before ?? inside;
  return found === undefined ? 1 : amountOf(found.value);
}

function amountOf(value: Question["turn"]["entities"][number]["value"]): number {
  const amount = typeof value === "object" ? value.amount : value;
  return typeof amount === "number" && Number.isInteger(amount) && amount < 100_000 ? amount : 0;
}

/** The items of a category with their prices, as a text. */
export function categoryText(id: string, question: Question): string {
  const { turn, known } = question;
  const { categories, items } = known.business.catalog;
  const label = categories.find((category) => category.id === id)?.name;
  const within = items.filter(({ category }) => category === id);
  return linesText(within, question, label === undefined ? {} : { category: inLanguage(label, turn.language) });
}

function linesText(items: readonly CatalogItem[], { turn, known }: Question, titled: { category?: string }): string {
  const { language } = turn;
  const lines = items.slice(0, mostLines).map(({ name, price, unit, stock }) =>
    words(known, language, "catalog-line", {
      item: inLanguage(name, language),
      price,
      ...(unit === undefined ? {} : { unit: inLanguage(unit, language) }),
      available: stock === "out" || stock === 0 ? "no" : "yes",
    }),
  );
  return words(known, language, "catalog-list", { lines, more: Math.max(0, items.length - mostLines), ...titled });
}

/** Nothing in the catalog is what was asked for: says so, and shows what there is. */
export function answerMissed(question: Question): InfoAnswer | undefined {
  const { catalog } = question.known.business;
  return catalog.categories.length === 0 ? undefined : categoriesList(question, wordsAbout(question.read.folded));
}

/** The categories to tap; `missed` is what was asked for and is not there. Typed names are known without a question. */
function categoriesList({ turn, known }: Question, missed?: string): InfoAnswer {
  const { language } = turn;
  const rows = known.business.catalog.categories.slice(0, mostLines);
  const asked = missed !== undefined && missed.split(" ").length <= 3 ? { asked: missed } : {};
  const body =
    missed === undefined
      ? words(known, language, "catalog-categories")
      : words(known, language, missed === "" ? "ask-which-item" : "item-not-found", asked);
  const shown = rows.map(({ id, name }) => ({ id: `category:${id}`, title: inLanguage(name, language) }));
  const button = words(known, language, "catalog-button");
  return { replies: [{ kind: "list", body, button, sections: [{ rows: shown }] }], topic: "price" };
}
