import { reply } from "../reply-text.ts";

export const orderReplies = {
  /** Everything again before it counts; `place` is an address or "recoges en la tienda". */
  "confirm-order": reply(
    {
      lines: "lines",
      fee: "maybe",
      total: "money",
      delivery: ["pickup", "delivery"],
      place: "maybe",
      when: "maybe",
      payment: "text",
      name: "text",
    },
    {
      es: "[Tu|Su] pedido:\n{lines}{fee, select, none {} other {\nEnvío · {fee}}}\n*Total: {total}*\n{delivery, select, pickup {[Recoges|Recoge|Recogés] en la tienda} other {Entrega en {place, select, none {[tu|su] dirección} other {{place}}}}}{when, select, none {} other {, {when}}}\nPago: {payment}\nA nombre de {name}\n\n¿Lo confirmo?",
      en: "Your order:\n{lines}{fee, select, none {} other {\nDelivery · {fee}}}\n*Total: {total}*\n{delivery, select, pickup {Pick-up at the shop} other {Delivery to {place, select, none {your address} other {{place}}}}}{when, select, none {} other {, {when}}}\nPayment: {payment}\nName: {name}\n\nShall I place it?",
    },
  ),
  "option-confirm": reply({}, { es: "Sí, confirmar", en: "Yes, place it" }),
  "option-change": reply({}, { es: "Cambiar algo", en: "Change something" }),
  "option-cancel": reply({}, { es: "Cancelar", en: "Cancel" }),
  "ask-what-to-change": reply({}, { es: "Claro, ¿qué cambiamos?", en: "Sure, what shall we change?" }),
  "order-placed": reply(
    { number: "text", total: "money", delivery: ["pickup", "delivery"], minutes: "count", instructions: "maybe" },
    {
      es: "¡Listo! [Tu|Su] pedido es el *{number}*, total {total}. {delivery, select, pickup {Estará para recoger en unos} other {Llega en unos}} {minutes, plural, one {# minuto} other {# minutos}}.{instructions, select, none {} other {\n{instructions}}}",
      en: "Done! Your order is *{number}*, total {total}. {delivery, select, pickup {It will be ready in about} other {It will arrive in about}} {minutes, plural, one {# minute} other {# minutes}}.{instructions, select, none {} other {\n{instructions}}}",
    },
  ),
  /** For a day or time the customer chose. */
  "order-placed-for": reply(
    { number: "text", total: "money", delivery: ["pickup", "delivery"], when: "text", instructions: "maybe" },
    {
      es: "¡Listo! [Tu|Su] pedido es el *{number}*, total {total}. {delivery, select, pickup {Lo [recoges|recoge|recogés]} other {Llega}} {when}.{instructions, select, none {} other {\n{instructions}}}",
      en: "Done! Your order is *{number}*, total {total}. {delivery, select, pickup {Pick-up} other {Delivery}}: {when}.{instructions, select, none {} other {\n{instructions}}}",
    },
  ),
  "order-not-placed": reply(
    {},
    {
      es: "De acuerdo, no lo confirmo. Si [cambias|cambia|cambiás] de idea, aquí sigue.",
      en: "All right, I will not place it. It is still here if you change your mind.",
    },
  ),
  "ordering-off": reply({}, { es: "Por aquí no tomamos pedidos.", en: "We do not take orders here." }),
  "stock-gone": reply(
    { items: "list" },
    {
      es: "Justo se acabó: {items}. ¿Lo cambiamos por otra cosa o lo quitamos?",
      en: "It has just sold out: {items}. Shall we swap it for something else, or take it off?",
    },
  ),
  /** Under the PDF with the order. */
  "receipt-caption": reply(
    { number: "text", total: "money" },
    {
      es: "El recibo de [tu|su] pedido {number}, total {total}.",
      en: "The receipt of your order {number}, total {total}.",
    },
  ),
  "receipt-filename": reply({ number: "text" }, { es: "Recibo {number}", en: "Receipt {number}" }),
  "receipt-none": reply(
    {},
    {
      es: "Todavía no hay un pedido [tuyo|suyo] confirmado. En cuanto lo haya, puedo mandar el recibo.",
      en: "There is no order of yours yet to give you a receipt of. I can send it once an order is placed.",
    },
  ),
  "ask-order-number": reply({}, { es: "¿Me [das|da] [tu|su] número de pedido?", en: "What is your order number?" }),
  "order-not-found": reply(
    { number: "maybe" },
    {
      es: "No encuentro {number, select, none {un pedido [tuyo|suyo]} other {el pedido {number}}}. ¿Me [confirmas|confirma|confirmás] el número?",
      en: "I cannot find {number, select, none {an order of yours} other {order {number}}}. Could you check the number?",
    },
  ),
  "order-status-placed": reply(
    { number: "text", when: "maybe" },
    {
      es: "[Tu|Su] pedido {number} está confirmado{when, select, none {} other {, para {when}}}.",
      en: "Your order {number} is confirmed{when, select, none {} other {, for {when}}}.",
    },
  ),
  "order-status-preparing": reply(
    { number: "text" },
    { es: "[Tu|Su] pedido {number} se está preparando.", en: "Your order {number} is being prepared." },
  ),
  "order-status-ready": reply(
    { number: "text" },
    { es: "[Tu|Su] pedido {number} ya está listo para recoger.", en: "Your order {number} is ready to pick up." },
  ),
  "order-status-on-the-way": reply(
    { number: "text" },
    { es: "[Tu|Su] pedido {number} va en camino.", en: "Your order {number} is on its way." },
  ),
  "order-status-done": reply(
    { number: "text" },
    { es: "[Tu|Su] pedido {number} ya se entregó.", en: "Your order {number} has been delivered." },
  ),
  "order-status-cancelled": reply(
    { number: "text" },
    { es: "[Tu|Su] pedido {number} está cancelado.", en: "Your order {number} is cancelled." },
  ),
  "confirm-cancel-order": reply(
    { number: "text" },
    { es: "¿Cancelo [tu|su] pedido {number}?", en: "Shall I cancel your order {number}?" },
  ),
  "order-cancelled": reply(
    { number: "text" },
    { es: "Listo, [tu|su] pedido {number} queda cancelado.", en: "Done, your order {number} is cancelled." },
  ),
  "order-kept": reply(
    { number: "text" },
    { es: "Perfecto, [tu|su] pedido {number} sigue en pie.", en: "Perfect, your order {number} stays as it is." },
  ),
  "order-changed": reply(
    { number: "text", lines: "lines", total: "money" },
    {
      es: "[Tu|Su] pedido {number} queda así:\n{lines}\nTotal: {total}",
      en: "Your order {number} is now:\n{lines}\nTotal: {total}",
    },
  ),
  "cancel-too-late": reply(
    { number: "text" },
    {
      es: "[Tu|Su] pedido {number} ya está en marcha y no puedo cancelarlo por aquí. Aviso a alguien del equipo para ver qué se puede hacer.",
      en: "Your order {number} is already under way and I cannot cancel it here. I will ask someone from the team what can be done.",
    },
  ),
  "change-too-late": reply(
    { number: "text" },
    {
      es: "[Tu|Su] pedido {number} ya está en marcha y no puedo cambiarlo por aquí. Aviso a alguien del equipo.",
      en: "Your order {number} is already under way and I cannot change it here. I will tell someone from the team.",
    },
  ),
} as const;
