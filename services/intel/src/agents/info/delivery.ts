import { foldName } from "@parley/business/fold-name";
import type { Zone } from "@parley/business/ordering";
import { renderAnswer } from "@parley/business/replies";
import { inLanguage } from "@parley/business/translated";
import { onceFor } from "../once-for.ts";
import { text, words } from "../say.ts";
import type { InfoAnswer, Question } from "./info-answer.ts";

/** What the location finder takes for a place though it is none. */
const noPlaces =
  /^(?:(?:a|al|el|la|mi|su|my|the) )*(?:domicilio|casa|oficina|trabajo|puerta|home|house|office|work|door|place)$/;

/** Whether, where and for how much is delivered. `elsewhere`: the turn surely names a place. */
export function answerDelivery(question: Question, elsewhere = false): InfoAnswer {
  return { replies: [text(...deliverySentences(question, elsewhere))], topic: "delivery" };
}

function deliverySentences(question: Question, elsewhere: boolean): string[] {
  const { turn, known, read } = question;
  const { language } = turn;
  const { delivery } = known.business.ordering;
  if (delivery === undefined) {
    const own = known.business.intents.find(({ name }) => name === "delivery_question")?.reply;
    return [own === undefined ? words(known, language, "no-delivery") : renderAnswer(known.texts, own, language)];
  }
  const { zones, freeFrom, minutes } = delivery;
  const free = freeFrom === undefined ? [] : [words(known, language, "delivery-free-from", { amount: freeFrom })];
  const zone = zoneIn(read.folded, zones);
  if (zone !== undefined) {
    const named = { zone: inLanguage(zone.name, language), fee: zone.fee };
    const fee = words(known, language, "zone-fee", { ...named, free: zone.fee === 0 ? "yes" : "no" });
    return [fee, ...(zone.fee === 0 ? [] : free), words(known, language, "delivery-minutes", { minutes })];
  }
  const names = zones.slice(0, 30).map(({ name }) => inLanguage(name, language));
  if (elsewhere || namesOtherPlace(question)) return [words(known, language, "outside-zones", { zones: names })];
  // Where some zones are free, "from $0" would say nothing.
  const fees = zones.map((one) => one.fee).filter((one) => one > 0);
  const fee = fees.length === 0 ? 0 : Math.min(...fees);
  const from = freeFrom === undefined ? {} : { freeFrom: known.texts.formats.money(freeFrom, language) };
  return [words(known, language, "delivery-terms", { zones: names, fee, minutes, ...from })];
}

/** The zone a (folded) text names, by name or alias; the longest name wins. */
export function zoneIn(folded: string, zones: readonly Zone[]): Zone | undefined {
  const said = ` ${foldName(folded.slice(0, 500))} `;
  return namesOf(zones).find(({ name }) => said.includes(` ${name} `))?.zone;
}

/** All names, folded, the longest first. */
const namesOf = onceFor((zones: readonly Zone[]) =>
  zones
    .flatMap((zone) => [...Object.values(zone.name), ...zone.aliases].map((name) => ({ name: foldName(name), zone })))
    .filter(({ name }) => name !== "")
    .sort((one, other) => other.name.length - one.name.length),
);

function namesOtherPlace({ turn }: Question): boolean {
  return turn.entities.some(({ type, text: said }) => type === "location" && !noPlaces.test(foldName(said)));
}
