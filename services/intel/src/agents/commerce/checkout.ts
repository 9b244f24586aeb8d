import { foldName } from "@parley/business/fold-name";
import { renderAnswer } from "@parley/business/replies";
import { inLanguage } from "@parley/business/translated";
import { words } from "../say.ts";
import { type Answer, ask, askForMore, type Question } from "./answer-parts.ts";
import type { CommerceState } from "./commerce-state.ts";
import { linesOf } from "./describe.ts";
import { type Due, dueOf } from "./due-time.ts";
import type { Scene } from "./offer.ts";
import { askPending } from "./pending-item.ts";
import { centsOf, feeCents, goodsCents } from "./prices.ts";

/** The next thing the checkout needs, or everything again to be confirmed. */
export function continueCheckout(before: CommerceState, notes: readonly string[], scene: Scene): Answer {
  const pending = askPending(before, notes, scene);
  if (pending !== undefined) return pending;
  if (before.cart.length === 0) return askForMore(before, notes, scene);
  const state: CommerceState = { ...before, stage: "checkout", checkout: withDefaults(before, scene) };
  const question = missing(state, scene);
  if (question === undefined) return askToConfirm(state, notes, scene);
  return ask(question.state ?? state, question, { notes: [...notes, ...(question.notes ?? [])], scene });
}

/** What needs no question: the only way there is, and the name of the order before. */
function withDefaults({ checkout, orders }: CommerceState, { known }: Scene): CommerceState["checkout"] {
  const { pickup, delivery, payments } = known.business.ordering;
  const [only, second] = payments;
  const method = checkout.method ?? (delivery === undefined ? "pickup" : pickup ? undefined : "delivery");
  const payment = checkout.payment ?? (second === undefined ? only?.id : undefined);
  const name = checkout.name ?? orders.at(-1)?.checkout.name;
  return {
    ...checkout,
    ...(method === undefined ? {} : { method }),
    ...(payment === undefined ? {} : { payment }),
    ...(name === undefined ? {} : { name }),
  };
}

type Missing = Question & { state?: CommerceState; notes?: readonly string[] };

function missing(state: CommerceState, scene: Scene): Missing | undefined {
  const { checkout } = state;
  if (checkout.method === undefined) return askMethod(scene);
  return (
    (checkout.method === "delivery" ? askPlace(state, scene) : undefined) ??
    askWhen(state, scene) ??
    askRest(state, scene)
  );
}

function askMethod({ turn, known }: Scene): Missing {
  const { language } = turn;
  const options = [
    { id: "method:pickup", title: words(known, language, "option-pickup") },
    { id: "method:delivery", title: words(known, language, "option-delivery") },
  ];
  return { id: "order.method", type: "choice", body: words(known, language, "ask-delivery"), options };
}

function askPlace(state: CommerceState, { turn, known }: Scene): Missing | undefined {
  const { language } = turn;
  const { checkout, cart } = state;
  const { delivery, pickup } = known.business.ordering;
  if (delivery === undefined) {
    const { zone: _, address: __, ...rest } = checkout;
    const next = { ...state, checkout: { ...rest, method: "pickup" as const } };
    return { ...askMethodAgain(next, { turn, known }), notes: [words(known, language, "no-delivery")] };
  }
  const short = centsOf(delivery.minimum) - goodsCents(cart, known);
  if (short > 0) {
    const body = words(known, language, "below-minimum", { minimum: delivery.minimum, missing: short / 100 });
    const options = [
      { id: "do:menu", title: words(known, language, "option-menu") },
      ...(pickup ? [{ id: "method:pickup", title: words(known, language, "option-pickup") }] : []),
    ];
    return { id: "order.minimum", type: "choice", body, options };
  }
  // The name of a zone alone is nowhere to ring.
  const vague = checkout.address !== undefined && checkout.zone !== undefined && !/\d/.test(checkout.address);
  if (checkout.address === undefined || (vague && foldName(checkout.address).split(" ").length <= 3)) {
    return { id: "order.address", type: "location", body: words(known, language, "ask-address") };
  }
  if (checkout.zone !== undefined) return undefined;
  const zones = delivery.zones.map(({ id, name }) => ({ id: `zone:${id}`, title: inLanguage(name, language) }));
  const again = state.asked === "order.zone" && turn.answered.length === 0;
  const body = words(known, language, again ? "outside-zones" : "ask-zone", { zones: zones.map(({ title }) => title) });
  const instead = again && pickup ? [{ id: "method:pickup", title: words(known, language, "option-pickup") }] : [];
  return { id: "order.zone", type: "choice", body, options: [...zones.slice(0, 9), ...instead] };
}

function askMethodAgain(state: CommerceState, scene: Scene): Missing {
  return { ...(askWhen(state, scene) ?? askRest(state, scene) ?? askMethod(scene)), state };
}

function askWhen(state: CommerceState, scene: Scene): Missing | undefined {
  const due = dueFor(state, scene);
  const { known, turn } = scene;
  const { language } = turn;
  const question = { id: "order.when", type: "datetime" } as const;
  const asap = [{ id: "when:asap", title: words(known, language, "option-as-soon") }];
  switch (due.kind) {
    case "at":
      return undefined;
    case "ask":
      return {
        ...question,
        body: words(known, language, "ask-when-earliest", { earliest: due.earliest }),
        options: asap,
      };
    case "ask-time":
      return { ...question, body: words(known, language, "ask-time-of-day", { day: due.date }) };
    case "closed":
      return { ...question, body: words(known, language, "when-closed", { earliest: due.earliest }), options: asap };
    case "too-soon":
      return { ...question, body: words(known, language, "when-too-soon", { earliest: due.earliest }), options: asap };
    case "too-far":
      return { ...question, body: words(known, language, "when-too-far") };
  }
}

function askRest({ checkout }: CommerceState, { turn, known }: Scene): Missing | undefined {
  const { language } = turn;
  if (checkout.payment === undefined) {
    const options = known.business.ordering.payments.map(({ id, name }) => ({
      id: `pay:${id}`,
      title: capital(inLanguage(name, language)),
    }));
    const payments = known.business.ordering.payments.map(({ name }) => inLanguage(name, language));
    return { id: "order.payment", type: "choice", body: words(known, language, "ask-payment", { payments }), options };
  }
  return checkout.name === undefined
    ? { id: "order.name", type: "person", body: words(known, language, "ask-name") }
    : undefined;
}

export function dueFor({ cart, checkout }: CommerceState, { turn, known }: Scene): Due {
  return dueOf({ cart, delivery: checkout.method === "delivery", when: checkout.when, now: turn.now }, known);
}

/** The sum of goods and fee, in cents. */
export function totalCents({ cart, checkout }: CommerceState, { known }: Scene): number {
  return goodsCents(cart, known) + feeCents(cart, checkout, known);
}

function askToConfirm(before: CommerceState, notes: readonly string[], scene: Scene): Answer {
  const { known, turn } = scene;
  const { language } = turn;
  const state: CommerceState = { ...before, stage: "confirm" };
  const { checkout, cart } = state;
  const due = dueFor(state, scene);
  const fee = feeCents(cart, checkout, known);
  const payment = known.business.ordering.payments.find(({ id }) => id === checkout.payment);
  const summary = words(known, language, "confirm-order", {
    lines: linesOf(cart, scene),
    total: totalCents(state, scene) / 100,
    delivery: checkout.method ?? "pickup",
    payment: payment === undefined ? "" : inLanguage(payment.name, language),
    name: checkout.name ?? "",
    ...(fee === 0 ? {} : { fee: known.texts.formats.money(fee / 100, language) }),
    ...(checkout.address === undefined ? {} : { place: checkout.address }),
    ...(due.kind === "at" && due.wished ? { when: known.texts.formats.moment(due.atMs, language) } : {}),
  });
  const note = checkout.note === undefined ? [] : [words(known, language, "note-taken", { note: checkout.note })];
  const options = [
    { id: "confirm:yes", title: words(known, language, "option-confirm") },
    { id: "confirm:change", title: words(known, language, "option-change") },
    { id: "confirm:cancel", title: words(known, language, "option-cancel") },
  ];
  return ask(
    state,
    { id: "order.confirm", type: "yes_no", body: summary, options },
    { notes: [...notes, ...note], scene },
  );
}

/** What to do about paying, in the business's words. */
export function instructionsOf(payment: string | undefined, { turn, known }: Scene): string | undefined {
  const { instructions } = known.business.ordering.payments.find(({ id }) => id === payment) ?? {};
  return instructions === undefined ? undefined : renderAnswer(known.texts, instructions, turn.language);
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
