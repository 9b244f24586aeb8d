import type { AgentAnswer } from "../agent.ts";
import { words } from "../say.ts";
import type { CommerceState } from "./commerce-state.ts";
import { askedFor, type Offered, offering, type Scene } from "./offer.ts";
import { goodsCents } from "./prices.ts";

export type Answer = AgentAnswer<CommerceState>;
export type Question = { id: string; type: string; body: string; options?: readonly Offered[] };

/** One message: what there is to say, then the question with its options. */
export function ask(
  state: CommerceState,
  question: Question,
  { notes = [], scene }: { notes?: readonly string[]; scene: Scene },
): Answer {
  const { id, type, body, options = [] } = question;
  const whole = joined([...notes, body]);
  const asks = id.endsWith(".info") ? {} : { asks: [askedFor(id, type, options)] };
  const { asked: _, ...rest } = state;
  const next = id.endsWith(".info") ? rest : { ...rest, asked: id };
  return { state: next, replies: [offering(whole, options, scene)], ...asks };
}

/** Says something that asks for nothing. */
export function tell(state: CommerceState, notes: readonly string[]): Answer {
  const { asked: _, ...rest } = state;
  return { state: rest, replies: notes.length === 0 ? [] : [{ kind: "text", body: joined(notes) }] };
}

export function joined(parts: readonly string[]): string {
  return parts
    .filter((part) => part !== "")
    .join("\n")
    .slice(0, 4000);
}

/** After a change of the cart: what it comes to, and whether that is all. */
export function askForMore(state: CommerceState, notes: readonly string[], scene: Scene): Answer {
  const { known, turn } = scene;
  const { language } = turn;
  if (state.cart.length === 0) {
    const options = [{ id: "do:menu", title: words(known, language, "option-menu") }];
    const body = words(known, language, "cart-empty");
    return ask({ ...state, stage: "cart" }, { id: "order.items", type: "choice", body, options }, { notes, scene });
  }
  const total = words(known, language, "cart-total", { total: goodsCents(state.cart, known) / 100 });
  const options = [
    { id: "do:checkout", title: words(known, language, "option-checkout") },
    { id: "do:cart", title: words(known, language, "option-show-cart") },
    { id: "do:menu", title: words(known, language, "option-menu") },
  ];
  const body = `${total} ${words(known, language, "ask-more")}`;
  return ask({ ...state, stage: "cart" }, { id: "order.more", type: "choice", body, options }, { notes, scene });
}
