import { inLanguage } from "@parley/business/translated";
import type { OrderDocument } from "@parley/contract/order-document";
import type { Reply } from "@parley/contract/reply";
import { words } from "../say.ts";
import type { Order } from "./commerce-state.ts";
import { choicesText, nameOf } from "./describe.ts";
import type { Scene } from "./offer.ts";
import { unitCents } from "./prices.ts";

/** The order as a PDF, rendered when it is sent. */
export function receiptOf(order: Order, scene: Scene): Reply {
  const { turn, known } = scene;
  const { number, totalCents } = order;
  const caption = words(known, turn.language, "receipt-caption", { number, total: totalCents / 100 });
  const filename = words(known, turn.language, "receipt-filename", { number });
  return { kind: "document", filename: `${filename}.pdf`, caption, source: { order: documentOf(order, scene) } };
}

function documentOf(order: Order, scene: Scene): OrderDocument {
  const { turn, known } = scene;
  const { business } = known;
  const { checkout, number, placedAtMs, dueAtMs, feeCents, totalCents } = order;
  const payment = business.ordering.payments.find(({ id }) => id === checkout.payment);
  const { address, name, note } = checkout;
  const lines = order.lines.map((line, at) => {
    const item = known.itemsById.get(line.item);
    const cents = order.unitCents?.[at] ?? (item === undefined ? 0 : unitCents(item, line.choices));
    const choices = choicesText(line, scene);
    return {
      name: nameOf(line.item, scene),
      quantity: line.quantity,
      unitCents: cents,
      totalCents: cents * line.quantity,
      ...(choices === undefined ? {} : { choices }),
    };
  });
  return {
    business: {
      name: business.name,
      ...(business.address === undefined ? {} : { address: business.address.text }),
      ...(business.contact.phone === undefined ? {} : { phone: business.contact.phone }),
    },
    number,
    language: turn.language,
    timeZone: business.timeZone,
    region: business.region,
    currency: business.currency,
    placedAtMs,
    dueAtMs,
    ...(order.status === "cancelled" ? { cancelled: true } : {}),
    lines,
    feeCents,
    totalCents,
    method: checkout.method ?? "pickup",
    ...(payment === undefined ? {} : { payment: inLanguage(payment.name, turn.language) }),
    ...(address === undefined ? {} : { address }),
    ...(name === undefined ? {} : { name }),
    ...(note === undefined ? {} : { note }),
  };
}
