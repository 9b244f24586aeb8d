import { foldName } from "@parley/business/fold-name";
import type { Ordering, Zone } from "@parley/business/ordering";
import { meaningsOf } from "@parley/nlu/flow/meanings";
import { foldWord } from "@parley/nlu/text";
import type { Known } from "../../known.ts";
import type { AgentTurn } from "../agent-turn.ts";
import { onceFor } from "../once-for.ts";
import { foldedOf } from "../said.ts";
import { type Checkout, type CommerceState, most } from "./commerce-state.ts";
import { mergedWish, openWish } from "./due-time.ts";
import { commands } from "./edit-words.ts";
import type { Scene } from "./offer.ts";

const picksUp =
  /\b(?:recog\w+|recoj\w+|paso (?:por|a|el|hoy|manana|pasado|en|mas|luego|yo)\b|pas(?:o|amos|are) (?:a |por )|yo (?:voy|paso)|voy (?:a ir )?por|en (?:la )?(?:tienda|sucursal|local)|pick(?:ing)? (?:it |them )?up|pick-?up|collect|collection|retir\w+|para llevar)\b/;
const delivers =
  /\b(?:a domicilio|domicilio|delivery|deliver(?:ed)?|envi(?:o|en|a|ar)\w*|(?:me )?(?:lo|los|la|las)? ?(?:mand[ea]n?|traen?|llev[ea]n|entreg\w+)(?:melo|mela|melos)? (?:a|en) (?:mi|la|el)\b|a mi casa|a casa|ship(?:ped)?|bring (?:it|them))\b/;
const pays = /\b(?:pag\w+|con|en|pay(?:ing)?|by|with|cash|efectivo|tarjeta|card|transferencia|transfer)\b/;

/** What a turn says for the checkout: by taps, by the slots of the flow, and by words that need no question. */
export function readCheckout(state: CommerceState, { turn, known }: Scene, picks: readonly string[]): Checkout {
  const said: Checkout = {};
  const folded = foldedOf(turn);
  const asks = /[?¿]/.test(turn.text) || turn.intent.name.endsWith("_question");
  const tapped = (prefix: string) => picks.find((pick) => pick.startsWith(prefix))?.slice(prefix.length);
  const method = tapped("method:") ?? (asks ? undefined : methodIn(folded));
  if (method === "pickup" || method === "delivery") said.method = method;
  const payment = tapped("pay:") ?? (asks ? undefined : paymentIn(folded, known, state.asked === "order.payment"));
  if (payment !== undefined) said.payment = payment;
  const { address, name, when, note } = turn.slots;
  const where = addressOf(state, { turn, known }, address);
  const zone =
    tapped("zone:") ?? (asks ? undefined : zoneIn(where ?? (state.asked === "order.zone" ? turn.text : ""), known));
  if (where !== undefined) said.address = where;
  if (zone !== undefined) said.zone = zone;
  const wish = tapped("when:") ?? (asks && state.stage === "cart" ? undefined : when);
  if (wish !== undefined)
    said.when =
      wish === "asap" ? wish : openWish(mergedWish(state.checkout.when, wish), turn.text, { now: turn.now, known });
  // "que sean 5" holds a Sean.
  const goods = turn.entities.some(({ type }) => type === "product");
  const called = (goods && state.asked !== "order.name" ? undefined : name) ?? nameOf(state, turn);
  if (called !== undefined && !isControl(called)) said.name = called.slice(0, 100);
  const noted = note ?? commands.note.exec(folded)?.[1];
  if (noted !== undefined) said.note = noted.slice(0, most.text);
  if (said.method === undefined && (said.address ?? said.zone) !== undefined) said.method = "delivery";
  return said;
}

function methodIn(folded: string): "pickup" | "delivery" | undefined {
  const pickup = picksUp.test(folded);
  const delivery = delivers.test(folded);
  return pickup === delivery ? undefined : pickup ? "pickup" : "delivery";
}

function paymentIn(folded: string, { business }: Known, asked: boolean): string | undefined {
  if (!asked && !pays.test(folded)) return undefined;
  const said = ` ${foldName(folded)} `;
  const payments = paymentWords(business.ordering.payments);
  const named = payments.filter(({ labels }) => labels.some((label) => said.includes(label)));
  if (named.length === 1) return named[0]?.id;
  const meanings = [...meaningsOf(folded)].filter((meaning) => ["cash", "card", "transfer"].includes(meaning));
  const [meant] = meanings;
  if (meanings.length !== 1 || meant === undefined) return undefined;
  const fits = payments.filter(({ meanings: ways }) => ways.has(meant));
  return fits.length === 1 ? fits[0]?.id : undefined;
}

/** Each way to pay with its names between spaces, and what they mean. */
const paymentWords = onceFor((payments: readonly Ordering["payments"][number][]) =>
  payments.map(({ id, name }) => ({
    id,
    labels: Object.values(name).map((label) => ` ${foldName(label)} `),
    meanings: new Set([id, ...Object.values(name)].flatMap((label) => [...meaningsOf(foldWord(label))])),
  })),
);

/** The zone whose name or other name stands in an address, the longest first. */
export function zoneIn(text: string, { business }: Known): string | undefined {
  const { delivery } = business.ordering;
  if (delivery === undefined) return undefined;
  const said = ` ${foldName(text)} `;
  return zoneLabels(delivery.zones).find(({ label }) => said.includes(label))?.id;
}

/** The names of zones between spaces, the longest first. */
const zoneLabels = onceFor((zones: readonly Zone[]) =>
  zones
    .flatMap(({ id, name, aliases }) =>
      [...Object.values(name), ...aliases].map((label) => ({ id, label: ` ${foldName(label)} ` })),
    )
    .sort((a, b) => b.label.length - a.label.length),
);

function addressOf({ asked }: CommerceState, { turn, known }: Scene, slot: string | undefined): string | undefined {
  const place = turn.interaction?.kind === "location" ? turn.interaction : undefined;
  if (place !== undefined) {
    const named = [place.name, place.address].filter((part) => part !== undefined && part !== "").join(", ");
    return named === "" ? `${place.latitude}, ${place.longitude}` : named.slice(0, most.text);
  }
  const whole = turn.text.trim();
  const goods = turn.entities.some(({ type }) => type === "product");
  if (asked !== "order.address" && (slot === undefined || goods || whole.length > 80)) return slot?.slice(0, most.text);
  const loses = zoneIn(slot ?? "", known) === undefined && zoneIn(whole, known) !== undefined && whole.length <= 160;
  if (slot !== undefined && /\d/.test(slot) && !loses) return slot.slice(0, most.text);
  // A place name was found in it, the street stands around it.
  if (/\d/.test(whole) && whole.length <= 200 && !/[?¿]/.test(whole) && /\p{L}{3}/u.test(whole)) return whole;
  return slot?.slice(0, most.text);
}

const introduces = /\b(?:a nombre de|me llamo|mi nombre es|soy|under|my name is|name is|for the name)\s+/i;

/** "cancel" is nobody's name. */
export function isControl(said: string): boolean {
  return /^(?:si|no|ok|gracias|hola|cancel\w*|thanks|hello|yes|nada|espera|wait|menu|stop|olvidalo|ayuda|help)\b/i.test(
    foldWord(said.trim()),
  );
}

function nameOf({ asked }: CommerceState, turn: AgentTurn): string | undefined {
  const person = turn.entities.find(({ type }) => type === "person")?.text;
  if (introduces.test(turn.text) && person !== undefined) return person;
  if (asked !== "order.name") return undefined;
  const words = turn.text.trim();
  const plain = /^\p{L}[\p{L}'. -]{1,60}$/u.test(words) && words.split(/\s+/).length <= 4;
  return plain && !isControl(words) && turn.entities.every(({ type }) => type === "person") ? words : undefined;
}
