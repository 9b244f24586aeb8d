import { words } from "../say.ts";
import { type Answer, ask } from "./answer-parts.ts";
import type { CommerceState } from "./commerce-state.ts";
import { linesOf } from "./describe.ts";
import type { Scene } from "./offer.ts";
import { cleared } from "./place-order.ts";
import { goodsCents } from "./prices.ts";
import { readEdits } from "./read-edits.ts";

const keptMs = 24 * 3_600_000;

/** A cart that nobody touched for a day is gone, with a word. */
export function expireCart(state: CommerceState, { turn, known }: Scene): { state: CommerceState; notes: string[] } {
  const empty = state.cart.length === 0 && state.pending.length === 0;
  if (empty || turn.now - state.touchedAtMs < keptMs) return { state, notes: [] };
  return { state: cleared(state), notes: [words(known, turn.language, "cart-expired")] };
}

/** Hours later an unfinished order is offered again, unless the turn says itself what it is about. */
export function offerToGoOn(state: CommerceState, scene: Scene, picks: readonly string[]): Answer | undefined {
  const { turn, known } = scene;
  if (!turn.resumed || state.cart.length === 0 || picks.length > 0 || turn.interaction !== undefined) return undefined;
  const { edits, unknown } = readEdits(turn, { region: known.business.region });
  if (edits.length + unknown.length > 0 || turn.answered.length > 0 || turn.intent.name === "cancel_order")
    return undefined;
  const { language } = turn;
  const options = [
    { id: "do:go-on", title: words(known, language, "option-go-on") },
    { id: "do:clear", title: words(known, language, "option-start-over") },
  ];
  const body = words(known, language, "resume-cart", {
    lines: linesOf(state.cart, scene),
    total: goodsCents(state.cart, known) / 100,
  });
  return ask(state, { id: "order.resume", type: "yes_no", body, options }, { scene });
}
