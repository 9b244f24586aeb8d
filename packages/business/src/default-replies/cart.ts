import { reply } from "../reply-text.ts";

export const cartReplies = {
  "ask-items": reply(
    {},
    {
      es: "¡Con gusto! [Dime|Dígame|Decime] qué productos y cuántos.",
      en: "With pleasure! Tell me which products and how many.",
    },
  ),
  "ask-quantity": reply({ item: "text" }, { es: "¿Cuántos de {item}?", en: "How many of {item}?" }),
  "ask-option": reply(
    { item: "text", option: "text", choices: "list" },
    { es: "¿{item} con qué {option}? Hay {choices}.", en: "Which {option} for {item}? There is {choices}." },
  ),
  "ask-more": reply({}, { es: "¿Algo más?", en: "Anything else?" }),
  added: reply({ items: "list" }, { es: "Agregué {items}.", en: "I added {items}." }),
  changed: reply({ items: "list" }, { es: "Listo, ahora son {items}.", en: "Done, it is {items} now." }),
  removed: reply({ items: "list" }, { es: "Quité {items}.", en: "I removed {items}." }),
  "not-in-cart": reply(
    { item: "text" },
    { es: "{item} no está en [tu|su] pedido.", en: "{item} is not in your order." },
  ),
  /** One position, as a part of `added` and the like. */
  "item-count": reply(
    { quantity: "count", item: "text", options: "maybe" },
    {
      es: "{quantity} × {item}{options, select, none {} other { ({options})}}",
      en: "{quantity} × {item}{options, select, none {} other { ({options})}}",
    },
  ),
  "cart-line": reply(
    { quantity: "count", item: "text", options: "maybe", total: "money" },
    {
      es: "{quantity} × {item}{options, select, none {} other { ({options})}} · {total}",
      en: "{quantity} × {item}{options, select, none {} other { ({options})}} · {total}",
    },
  ),
  cart: reply(
    { lines: "lines", total: "money" },
    { es: "[Llevas|Lleva|Llevás]:\n{lines}\nTotal: {total}", en: "So far:\n{lines}\nTotal: {total}" },
  ),
  "cart-empty": reply(
    {},
    { es: "[Tu|Su] pedido está vacío. ¿Qué [te|le] preparo?", en: "Your order is empty. What would you like?" },
  ),
  "cart-cleared": reply({}, { es: "Listo, borré el pedido.", en: "Done, I cleared the order." }),
  "max-per-order": reply(
    { item: "text", most: "count" },
    {
      es: "De {item} podemos [darte|darle] hasta {most} por pedido.",
      en: "We can give you up to {most} {item} per order.",
    },
  ),
  "needs-notice": reply(
    { item: "text", hours: "count" },
    {
      es: "{item} se pide con {hours, plural, one {# hora} other {# horas}} de anticipación.",
      en: "{item} needs {hours, plural, one {# hour} other {# hours}} notice.",
    },
  ),
  "ask-delivery": reply(
    {},
    {
      es: "¿[Pasas|Pasa|Pasás] por [tu|su] pedido o [te|se] lo llevamos?",
      en: "Will you pick it up, or shall we deliver it?",
    },
  ),
  "option-pickup": reply({}, { es: "Paso por él", en: "Pick up" }),
  "option-delivery": reply({}, { es: "A domicilio", en: "Delivery" }),
  "pickup-only": reply({}, { es: "Solo se puede recoger en la tienda.", en: "It can only be picked up at the shop." }),
  "delivery-only": reply({}, { es: "Solo hacemos entregas a domicilio.", en: "We only deliver." }),
  "ask-address": reply(
    {},
    {
      es: "¿A qué dirección? Calle, número y colonia, por favor.",
      en: "What is the address? Street, number and neighbourhood, please.",
    },
  ),
  "ask-zone": reply(
    { zones: "list" },
    { es: "¿En qué zona es? Entregamos en {zones}.", en: "Which area is it? We deliver to {zones}." },
  ),
  "zone-fee": reply(
    { zone: "text", fee: "money", free: ["yes", "no"] },
    {
      es: "El envío a {zone} {free, select, yes {es gratis} other {cuesta {fee}}}.",
      en: "Delivery to {zone} is {free, select, yes {free} other {{fee}}}.",
    },
  ),
  "outside-zones": reply(
    { zones: "list" },
    {
      es: "Hasta ahí no llegamos, [disculpa|disculpe|disculpá]. Entregamos en {zones}.",
      en: "Sorry, we do not deliver there. We deliver to {zones}.",
    },
  ),
  "delivery-terms": reply(
    { zones: "list", fee: "money", freeFrom: "maybe", minutes: "count" },
    {
      es: "Entregamos en {zones} en unos {minutes} minutos. El envío cuesta desde {fee}{freeFrom, select, none {} other {, y es gratis desde {freeFrom}}}.",
      en: "We deliver to {zones} in about {minutes} minutes. Delivery is from {fee}{freeFrom, select, none {} other {, and free from {freeFrom}}}.",
    },
  ),
  "no-delivery": reply(
    {},
    { es: "No hacemos entregas; se recoge en la tienda.", en: "We do not deliver; orders are picked up at the shop." },
  ),
  "below-minimum": reply(
    { minimum: "money", missing: "money" },
    {
      es: "Para entregar, el pedido mínimo es de {minimum}: faltan {missing}.",
      en: "The minimum for delivery is {minimum}: you are {missing} short.",
    },
  ),
  "ask-when": reply({}, { es: "¿Para cuándo lo [quieres|quiere|querés]?", en: "When would you like it?" }),
  "ask-payment": reply(
    { payments: "list" },
    { es: "¿Cómo [pagas|paga|pagás]? Aceptamos {payments}.", en: "How would you like to pay? We take {payments}." },
  ),
  "payment-methods": reply({ payments: "list" }, { es: "Aceptamos {payments}.", en: "We accept {payments}." }),
  "ask-name": reply({}, { es: "¿A nombre de quién?", en: "What name is it under?" }),
} as const;
