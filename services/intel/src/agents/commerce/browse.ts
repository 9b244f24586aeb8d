import type { Catalog, CatalogItem } from "@parley/business/catalog";
import { foldName } from "@parley/business/fold-name";
import { inLanguage } from "@parley/business/translated";
import { foldWord } from "@parley/nlu/text";
import { onceFor } from "../once-for.ts";
import { foldedOf, namesIn } from "../said.ts";
import { words } from "../say.ts";
import { type Answer, ask, tell } from "./answer-parts.ts";
import type { CommerceState } from "./commerce-state.ts";
import { nameOf } from "./describe.ts";
import type { Scene } from "./offer.ts";
import { pictureOf } from "./pictures.ts";

const mostLines = 10;

/** The categories to choose from; the items themselves when there are none or few. */
export function showMenu(state: CommerceState, notes: readonly string[], scene: Scene): Answer {
  const { turn, known } = scene;
  const { categories, items } = known.business.catalog;
  if (items.length === 0) return tell(state, [...notes, words(known, turn.language, "catalog-empty")]);
  const filled = categories.filter(({ id }) => items.some(({ category }) => category === id));
  if (filled.length < 2) return showItems(state, { items, notes }, scene);
  const options = filled.map(({ id, name }) => ({ id: `cat:${id}`, title: inLanguage(name, turn.language) }));
  const body = words(known, turn.language, "catalog-categories");
  return ask(state, { id: "order.category", type: "choice", body, options }, { notes, scene });
}

export function showCategory(state: CommerceState, category: string, scene: Scene): Answer {
  const { catalog } = scene.known.business;
  const found = catalog.categories.find(({ id }) => id === category);
  const items = catalog.items.filter((item) => item.category === category);
  if (found === undefined || items.length === 0) return showMenu(state, [], scene);
  return showItems(state, { items, notes: [], category: inLanguage(found.name, scene.turn.language) }, scene);
}

type Shown = { items: readonly CatalogItem[]; notes: readonly string[]; category?: string };

/** Items with their prices, to be tapped; those that are sold out last. */
export function showItems(state: CommerceState, { items, notes, category }: Shown, scene: Scene): Answer {
  const { turn, known } = scene;
  const { language } = turn;
  const sorted = [...items].sort((a, b) => Number(isOut(a)) - Number(isOut(b)));
  const shown = sorted.slice(0, mostLines);
  const lines = sorted.slice(0, mostLines * 2).map((item) => lineOf(item, scene));
  const body = words(known, language, "catalog-list", {
    lines,
    more: Math.max(0, sorted.length - mostLines * 2),
    ...(category === undefined ? {} : { category }),
  });
  const options = shown
    .filter((item) => !isOut(item))
    .map((item) => ({
      id: `item:${item.id}`,
      title: inLanguage(item.name, language),
      description: known.texts.formats.money(item.price, language),
    }));
  return ask(state, { id: "order.item", type: "choice", body, options }, { notes, scene });
}

/** One item with its picture, price, options and whether there is any; tapping puts it into the cart. */
export function showItem(
  state: CommerceState,
  item: CatalogItem,
  scene: Scene,
  { wish }: { wish?: "photo" | "details" } = {},
): Answer {
  const picture = pictureOf(state, item, scene, wish);
  if (picture === undefined) return tellOfItem(state, item, scene, { wish, pictured: false });
  const answer = tellOfItem({ ...state, pictured: item.id }, item, scene, { wish, pictured: true });
  return { ...answer, replies: [picture, ...answer.replies] };
}

type Telling = { wish: "photo" | "details" | undefined; pictured: boolean };

function tellOfItem(state: CommerceState, item: CatalogItem, scene: Scene, { wish, pictured }: Telling): Answer {
  const { turn, known } = scene;
  const { language } = turn;
  const next: CommerceState = { ...state, focus: item.id };
  const name = nameOf(item.id, scene);
  if (isOut(item)) {
    const others = known.business.catalog.items
      .filter((one) => one.category === item.category && !isOut(one))
      .slice(0, 5);
    return showItems(
      next,
      { items: others, notes: [words(known, language, "item-unavailable", { item: name })] },
      scene,
    );
  }
  const description = item.description === undefined ? undefined : inLanguage(item.description, language);
  const unit = item.unit === undefined ? undefined : inLanguage(item.unit, language);
  const more = description === undefined ? {} : { description };
  // Name and price stand under the picture.
  const found = pictured
    ? words(known, language, "item-pictured", more)
    : words(known, language, "item-found", {
        item: name,
        price: item.price,
        ...(unit === undefined ? {} : { unit }),
        ...more,
      });
  const missing = wish === "photo" && !pictured ? [words(known, language, "item-no-picture", { item: name })] : [];
  const options = [
    { id: `item:${item.id}`, title: words(known, language, "option-yes") },
    { id: "do:menu", title: words(known, language, "option-menu") },
  ];
  return ask(
    next,
    { id: "order.offer", type: "yes_no", body: found, options },
    { notes: [...missing, ...optionLines(item, scene)], scene },
  );
}

function optionLines(item: CatalogItem, { turn, known }: Scene): string[] {
  const { language } = turn;
  return item.options.map(({ name, choices }) => {
    const offered = choices.map(({ name: label, priceDelta }) => {
      const price = known.texts.formats.money(item.price + priceDelta, language);
      return `${inLanguage(label, language)} (${price})`;
    });
    return `${nameOf(item.id, { turn, known })}, ${inLanguage(name, language)}: ${known.texts.formats.list(offered, language)}.`;
  });
}

/** Items for free words ("algo de chocolate", "tortas"): the best, or the few that may be meant. */
export function searchItems(query: string, scene: Scene): { items: CatalogItem[]; sure: boolean } {
  const found = scene.known.searchCatalog(query, 8);
  // "cuernitoz", "konchas": as chats spell.
  const respelt =
    found.length > 0 ? found : scene.known.searchCatalog(foldWord(query).replace(/z\b/g, "s").replace(/k/g, "c"), 8);
  const hits = respelt.filter(({ score }) => score >= 0.35);
  const best = hits[0]?.score ?? 0;
  const items = hits
    .filter(({ score }) => score >= best - 0.2)
    .flatMap(({ id }) => scene.known.itemsById.get(id) ?? []);
  return { items, sure: best >= 0.5 };
}

/** The category a text names, by any of its names. */
function categoryIn({ turn, known }: Scene): string | undefined {
  const said = namesIn(turn);
  return labelsOf(known.business.catalog.categories).find(({ labels }) => labels.some((label) => said.includes(label)))
    ?.id;
}

/** The names of each category between spaces, in the singular and plural. */
const labelsOf = onceFor((categories: Catalog["categories"]) =>
  categories.map(({ id, name }) => ({
    id,
    labels: Object.values(name)
      .map(foldName)
      .flatMap((label) => [` ${label} `, ` ${label.replace(/e?s$/, "")} `, ` ${label}s `]),
  })),
);

const asksAdvice =
  /\b(?:recomiend\w+|suger\w+|sugier\w+|que (?:esta|hay) (?:bueno|rico)|lo mas (?:vendido|rico)|especialidad|recommend\w*|suggest\w*|what's good|best ?sellers?|favou?rites?|speciality|specialty)\b/;
const asksMenu =
  /\b(?:menu|carta|catalogo|catalog(?:ue)?|que (?:venden|tienen|hay|panes|productos)|lista de precios|what (?:do you (?:have|sell)|have you got)|price list|products)\b/;

/** A question about the goods; undefined when the turn asks for none. */
export function browse(state: CommerceState, scene: Scene): Answer | undefined {
  const { turn, known } = scene;
  const folded = foldedOf(turn);
  if (asksAdvice.test(folded)) return recommend(state, scene);
  const [named] = turn.entities
    .filter(({ type }) => type === "product")
    .map(({ value }) => known.itemsById.get(String(value)));
  const asks = /[?¿]/.test(turn.text) || ["price_question", "product_availability"].includes(turn.intent.name);
  if (named !== undefined && asks) return showItem(state, named, scene);
  const category = categoryIn(scene);
  if (category !== undefined && named === undefined) return showCategory(state, category, scene);
  if (asksMenu.test(folded)) return showMenu(state, [], scene);
  return undefined;
}

/** Of each category the first item that can be had: nobody's taste is known, so one of everything. */
function recommend(state: CommerceState, scene: Scene): Answer {
  const { catalog } = scene.known.business;
  const found = searchItems(scene.turn.text, scene);
  const wanted = found.sure ? found.items.filter((item) => !isOut(item)) : [];
  const each = catalog.categories.flatMap(
    ({ id }) => catalog.items.find((item) => item.category === id && !isOut(item)) ?? [],
  );
  const items = (wanted.length > 0 ? wanted : each).slice(0, 3);
  const names = items.map((item) => nameOf(item.id, scene));
  if (items.length === 0) return showMenu(state, [], scene);
  const options = items.map((item) => ({
    id: `item:${item.id}`,
    title: nameOf(item.id, scene),
    description: scene.known.texts.formats.money(item.price, scene.turn.language),
  }));
  const body = words(scene.known, scene.turn.language, "recommended", { items: names });
  return ask(state, { id: "order.item", type: "choice", body, options }, { scene });
}

export function isOut({ stock }: CatalogItem): boolean {
  return stock === "out" || stock === 0;
}

function lineOf(item: CatalogItem, scene: Scene): string {
  const { known, turn } = scene;
  const unit = item.unit === undefined ? undefined : inLanguage(item.unit, turn.language);
  return words(known, turn.language, "catalog-line", {
    item: nameOf(item.id, scene),
    price: item.price,
    available: isOut(item) ? "no" : "yes",
    ...(unit === undefined ? {} : { unit }),
  });
}
