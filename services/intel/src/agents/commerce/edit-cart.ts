import { inLanguage } from "@parley/business/translated";
import { termsOf } from "@parley/nlu/catalog/terms";
import { foldWord } from "@parley/nlu/text";
import { foldedOf } from "../said.ts";
import { words } from "../say.ts";
import { type Answer, ask } from "./answer-parts.ts";
import { applyEdits, type Edited } from "./apply-edits.ts";
import { searchItems } from "./browse.ts";
import type { CommerceState } from "./commerce-state.ts";
import { itemMeant } from "./elliptic-goods.ts";
import { namesTerms, shortNames } from "./item-names.ts";
import type { Scene } from "./offer.ts";
import { choiceIn, choicesIn } from "./read-choices.ts";
import { type Edit, readBareEdit, readEdits, type Unknown } from "./read-edits.ts";

/** What the words of a turn did to the cart; `unknown` is what they name that no menu has. */
export type CartTurn = Edited & { unknown: Unknown[] };

/** Reads the turn's words as changes of the cart; undefined when they are none. */
export function editCart(state: CommerceState, scene: Scene): CartTurn | undefined {
  const before = lately.get(state);
  if (before?.turn === scene.turn && before.known === scene.known) return before.read;
  const read = readCart(state, scene);
  lately.set(state, { ...scene, read });
  return read;
}

/** One turn is asked about its edits from several sides. */
const lately = new WeakMap<CommerceState, Scene & { read: CartTurn | undefined }>();

function readCart(state: CommerceState, scene: Scene): CartTurn | undefined {
  const { turn, known } = scene;
  const { region } = known.business;
  const { edits: named, unknown: strange, ellipses } = readEdits(turn, { region, inCart: shortNamesOf(state, scene) });
  const hinted = ellipses.flatMap((one) => {
    const item = itemMeant(one, known);
    const { act, quantity, said } = one;
    return item === undefined ? [] : [{ act, item, quantity, around: said, plural: false, said }];
  });
  const edits: Edit[] = [...named, ...hinted];
  const unknown = strange.filter(({ said }) => hinted.every((one) => one.said !== foldWord(said)));
  if (edits.length > 0 || unknown.length > 0) {
    const meant = edits.map((edit) => ofCart(edit, state, scene));
    return { ...applyEdits(state, meant, scene), unknown: unknown.filter(({ said }) => !isChoice(said, edits, scene)) };
  }
  const focus = state.focus === undefined ? undefined : known.itemsById.get(state.focus);
  const missed = focus === undefined || turn.text.length < 60 ? notInCart(state, scene) : undefined;
  if (missed !== undefined) return missed;
  if (focus === undefined) return undefined;
  const bare = readBareEdit(turn, region) ?? optionEdit(state, scene);
  // A count of nothing in the cart is meant for something else.
  if (bare === undefined || (bare.act !== "add" && state.cart.every(({ item }) => item !== focus.id))) return undefined;
  return { ...applyEdits(state, [bare], scene), unknown: [] };
}

/** What customers may call the items of the cart for short. */
function shortNamesOf({ cart, pending }: CommerceState, { known }: Scene): { id: string; terms: readonly string[] }[] {
  const ids = new Set([...cart, ...pending].map(({ item }) => item));
  return [...ids].flatMap((id) => {
    const item = known.itemsById.get(id);
    return item === undefined ? [] : [shortNames(item)];
  });
}

/** "quita una dona" with chocolate doughnuts in the cart and no others: those are meant, not the plain ones of the menu. */
function ofCart(edit: Edit, { cart, pending }: CommerceState, { known }: Scene): Edit {
  const here = [...new Set([...cart, ...pending].map(({ item }) => item))];
  const own = known.itemsById.get(edit.item ?? "");
  // "que los cafés sean grandes" of coffees that are there.
  if (
    own !== undefined &&
    edit.act === "add" &&
    edit.quantity === undefined &&
    cart.some(({ item }) => item === own.id)
  ) {
    return edit.plural && Object.keys(choicesIn(own, edit.around)).length > 0 ? { ...edit, act: "set" } : edit;
  }
  if (edit.act === "add" || edit.act === "swapFor" || edit.named === undefined || here.includes(edit.item ?? ""))
    return edit;
  const said = termsOf(edit.named);
  const fits = here.filter((id) => {
    const item = known.itemsById.get(id);
    return item !== undefined && namesTerms(item).some((terms) => said.every((term) => terms.includes(term)));
  });
  const [only] = fits;
  return fits.length === 1 && only !== undefined ? { ...edit, item: only } : edit;
}

/** "one small one large" after two cakes names no goods. */
function isChoice(said: string, edits: readonly Edit[], { known }: Scene): boolean {
  const options = edits.flatMap(({ item }) => known.itemsById.get(item ?? "")?.options ?? []);
  return options.some((option) => said.split(/\s+/).some((word) => choiceIn(option, word) !== undefined));
}

const takesOut =
  /^\W*(?:no,? )?(?:quit\w*|elimin\w*|sac[ao]\w*|remove|take (?:off|out)|drop|ya no quiero) (?:el|la|los|las|the|un|una|a)? ?([\p{L} ]{3,40})$/u;

/** "quita el café" with no coffee in the cart. */
function notInCart(state: CommerceState, { turn, known }: Scene): CartTurn | undefined {
  const named = takesOut.exec(foldedOf(turn).trim().slice(0, 100))?.[1]?.trim();
  if (named === undefined || /^(?:es[aeo]s?|l[oa]s?|una?|it|that|them|one|todo|everything|ultim\w+|last)\b/.test(named))
    return undefined;
  const note = words(known, turn.language, "not-in-cart", { item: named });
  return { state, notes: [note], touched: false, unknown: [] };
}

/** "con leche de avena", "mejor grande": another choice about what was spoken of last. */
function optionEdit({ focus, cart }: CommerceState, { turn, known }: Scene): Edit | undefined {
  const item = focus === undefined ? undefined : known.itemsById.get(focus);
  if (item === undefined || cart.every((line) => line.item !== item.id)) return undefined;
  const made = choicesIn(item, turn.text);
  if (Object.keys(made).length === 0) return undefined;
  return { act: "set", item: item.id, quantity: undefined, around: foldedOf(turn), plural: false };
}

/** Says what is on no menu, and what it may have been. */
export function askAboutUnknown(
  state: CommerceState,
  { unknown, notes }: { unknown: readonly Unknown[]; notes: readonly string[] },
  scene: Scene,
): Answer {
  const { turn, known } = scene;
  const { language } = turn;
  const [first] = unknown;
  const { items } = searchItems(first?.said ?? "", scene);
  const said = [
    ...notes,
    words(known, language, "items-not-found", { items: unknown.map(({ said: one }) => `«${one}»`) }),
  ];
  if (items.length === 0) {
    const options = [
      ...(state.cart.length > 0 ? [{ id: "do:checkout", title: words(known, language, "option-checkout") }] : []),
      { id: "do:menu", title: words(known, language, "option-menu") },
    ];
    return ask(
      state,
      { id: "order.more", type: "choice", body: words(known, language, "ask-more"), options },
      { notes: said, scene },
    );
  }
  const near = items.slice(0, 3);
  const options = near.map((item) => ({
    id: `item:${item.id}*${first?.quantity ?? 1}`,
    title: inLanguage(item.name, language),
  }));
  const body = words(known, language, "did-you-mean", { items: options.map(({ title }) => title) });
  return ask(state, { id: "order.meant", type: "choice", body, options }, { notes: said, scene });
}
