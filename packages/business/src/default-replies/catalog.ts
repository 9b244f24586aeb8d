import { reply } from "../reply-text.ts";

export const catalogReplies = {
  /** Opens the list of categories; the options follow as a WhatsApp list. */
  "catalog-categories": reply(
    {},
    {
      es: "Esto es lo que tenemos. ¿Qué [te gustaría|le gustaría] ver?",
      en: "This is what we have. What would you like to see?",
    },
  ),
  "catalog-list": reply(
    { category: "maybe", lines: "lines", more: "count" },
    {
      es: "{category, select, none {Tenemos} other {{category}}}:\n{lines}{more, plural, =0 {} one {\n… y # más} other {\n… y # más}}",
      en: "{category, select, none {We have} other {{category}}}:\n{lines}{more, plural, =0 {} other {\n… and # more}}",
    },
  ),
  "catalog-line": reply(
    { item: "text", price: "money", unit: "maybe", available: ["yes", "no"] },
    {
      es: "• {item}: {price}{unit, select, none {} other { / {unit}}}{available, select, no { (agotado)} other {}}",
      en: "• {item}: {price}{unit, select, none {} other { / {unit}}}{available, select, no { (sold out)} other {}}",
    },
  ),
  "catalog-button": reply({}, { es: "Ver opciones", en: "See options" }),
  "catalog-empty": reply(
    {},
    { es: "Por ahora no tengo un catálogo para mostrar.", en: "I have no catalog to show at the moment." },
  ),
  "item-found": reply(
    { item: "text", price: "money", unit: "maybe", description: "maybe" },
    {
      es: "Sí, tenemos {item} a {price}{unit, select, none {} other { por {unit}}}.{description, select, none {} other { {description}}} ¿[Te|Le] apunto para [tu|su] pedido?",
      en: "Yes, we have {item} at {price}{unit, select, none {} other { per {unit}}}.{description, select, none {} other { {description}}} Shall I add it to an order?",
    },
  ),
  /** Under the picture of an item, which has its name and price. */
  "item-pictured": reply(
    { description: "maybe" },
    {
      es: "{description, select, none {} other {{description} }}¿Lo agrego a [tu|su] pedido?",
      en: "{description, select, none {} other {{description} }}Shall I add it to an order?",
    },
  ),
  "item-no-picture": reply({ item: "text" }, { es: "De {item} no tengo foto.", en: "I have no picture of {item}." }),
  "item-not-found": reply(
    { asked: "maybe" },
    {
      es: "No {asked, select, none {encontré ese producto} other {encontré «{asked}»}}. ¿[Quieres|Quiere|Querés] ver el menú?",
      en: "I could not find {asked, select, none {that product} other {“{asked}”}}. Would you like to see the menu?",
    },
  ),
  "item-unavailable": reply(
    { item: "text" },
    { es: "Por ahora no nos queda {item}.", en: "We are out of {item} right now." },
  ),
  /** There is less than was asked for. */
  "item-short": reply(
    { item: "text", left: "count" },
    {
      es: "De {item} {left, plural, =0 {ya no queda} one {solo queda #} other {solo quedan #}}.",
      en: "{left, plural, =0 {There is no {item} left} one {There is only # {item} left} other {There are only # {item} left}}.",
    },
  ),
  "item-in-stock": reply(
    { item: "text", price: "money" },
    { es: "Sí, hay {item}, a {price}.", en: "Yes, we have {item}, at {price}." },
  ),
  "item-options": reply(
    { item: "text", option: "text", choices: "list" },
    { es: "¿Qué {option} para {item}? Hay {choices}.", en: "Which {option} for {item}? There is {choices}." },
  ),
  price: reply(
    { item: "text", price: "money", unit: "maybe" },
    {
      es: "{item}: {price}{unit, select, none {} other { por {unit}}}.",
      en: "{item}: {price}{unit, select, none {} other { per {unit}}}.",
    },
  ),
  /** So many of an item. */
  "price-total": reply(
    { quantity: "count", item: "text", total: "money", price: "money" },
    { es: "{quantity} × {item} a {price}: {total}.", en: "{quantity} × {item} at {price}: {total}." },
  ),
  "price-from": reply(
    { item: "text", price: "money", choices: "list" },
    { es: "{item}: desde {price}. Hay {choices}.", en: "{item}: from {price}. There is {choices}." },
  ),
  "ask-which-item": reply({}, { es: "¿De qué producto?", en: "Which product is it about?" }),
  "did-you-mean": reply(
    { items: "list" },
    { es: "¿[Te refieres|Se refiere|Te referís] a {items}?", en: "Do you mean {items}?" },
  ),
} as const;
