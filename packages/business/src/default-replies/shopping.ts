import { reply } from "../reply-text.ts";

/** What is said around a cart: what next, what is missing, what became of it. */
export const shoppingReplies = {
  "cart-total": reply({ total: "money" }, { es: "Llevas {total}.", en: "That makes {total} so far." }),
  "option-checkout": reply({}, { es: "Finalizar pedido", en: "Check out" }),
  "option-show-cart": reply({}, { es: "Ver mi pedido", en: "See my order" }),
  "option-menu": reply({}, { es: "Ver el menú", en: "See the menu" }),
  "option-yes": reply({}, { es: "Sí", en: "Yes" }),
  "option-no": reply({}, { es: "No", en: "No" }),
  "option-confirm-booking": reply({}, { es: "Sí, reservar", en: "Yes, book it" }),
  "option-keep": reply({}, { es: "No, dejarlo", en: "No, keep it" }),
  "option-cancel-it": reply({}, { es: "Sí, cancelar", en: "Yes, cancel it" }),
  "option-as-soon": reply({}, { es: "Lo antes posible", en: "As soon as possible" }),
  "option-start-over": reply({}, { es: "Empezar de nuevo", en: "Start over" }),
  "option-go-on": reply({}, { es: "Seguir", en: "Go on" }),
  "items-not-found": reply(
    { items: "list" },
    { es: "No encontré {items} en el menú.", en: "I could not find {items} on the menu." },
  ),
  "items-unavailable": reply({ items: "list" }, { es: "Hoy no tenemos {items}.", en: "We are out of {items}." }),
  "cart-full": reply(
    {},
    { es: "El pedido ya no admite más productos distintos.", en: "The order cannot take more different items." },
  ),
  "cart-expired": reply(
    {},
    {
      es: "Borré el pedido que [habías|había|habías] empezado, porque pasó mucho tiempo.",
      en: "I cleared the order you had started, as it was a while ago.",
    },
  ),
  "resume-cart": reply(
    { lines: "lines", total: "money" },
    {
      es: "[Tenías|Tenía|Tenías] un pedido sin terminar:\n{lines}\nTotal: {total}\n¿Seguimos con él?",
      en: "You had an unfinished order:\n{lines}\nTotal: {total}\nShall we go on with it?",
    },
  ),
  "remind-cart": reply(
    { total: "money" },
    {
      es: "¡De nada! [Tu|Su] pedido de {total} todavía no está confirmado. ¿Lo terminamos?",
      en: "You're welcome! Your order of {total} is not placed yet. Shall we finish it?",
    },
  ),
  "remind-booking": reply(
    {},
    {
      es: "¡De nada! [Tu|Su] reserva todavía no está confirmada. ¿La terminamos?",
      en: "You're welcome! Your booking is not confirmed yet. Shall we finish it?",
    },
  ),
  "when-closed": reply(
    { earliest: "moment" },
    {
      es: "A esa hora estamos cerrados. Lo más pronto sería el {earliest}. ¿Para cuándo lo [quieres|quiere|querés]?",
      en: "We are closed then. The earliest would be {earliest}. When would you like it?",
    },
  ),
  "when-too-soon": reply(
    { earliest: "moment" },
    {
      es: "Para entonces no alcanza a estar listo. Lo más pronto sería el {earliest}. ¿Para cuándo lo [quieres|quiere|querés]?",
      en: "It cannot be ready by then. The earliest would be {earliest}. When would you like it?",
    },
  ),
  "when-too-far": reply(
    {},
    { es: "Eso es demasiado lejos. ¿Para qué otro día sería?", en: "That is too far ahead. Which other day?" },
  ),
  "ask-when-earliest": reply(
    { earliest: "moment" },
    {
      es: "¿Para cuándo lo [quieres|quiere|querés]? Lo más pronto sería el {earliest}.",
      en: "When would you like it? The earliest would be {earliest}.",
    },
  ),
  "ask-time-of-day": reply({ day: "date" }, { es: "¿A qué hora el {day}?", en: "At what time on {day}?" }),
  "note-taken": reply({ note: "text" }, { es: "Anotado: «{note}».", en: "Noted: “{note}”." }),
  recommended: reply({ items: "list" }, { es: "[Te|Le] recomiendo {items}.", en: "I recommend {items}." }),
  "found-items": reply({ lines: "lines" }, { es: "Tenemos:\n{lines}", en: "We have:\n{lines}" }),
  "order-line": reply(
    { number: "text", when: "moment", total: "money", status: ["placed", "cancelled"] },
    {
      es: "{number} · {when} · {total}{status, select, cancelled { · cancelado} other {}}",
      en: "{number} · {when} · {total}{status, select, cancelled { · cancelled} other {}}",
    },
  ),
  "change-not-possible": reply(
    { items: "list" },
    {
      es: "No pude cambiar [tu|su] pedido, que sigue como estaba: ya no queda suficiente de {items}.",
      en: "I could not change your order, it stays as it was: there is not enough {items} left.",
    },
  ),
  "booking-not-moved": reply(
    { number: "text" },
    {
      es: "[Tu|Su] reserva {number} sigue como estaba.",
      en: "Your booking {number} stays as it was.",
    },
  ),
  "booking-starts": reply(
    { times: "list" },
    { es: "Ese día se puede a las {times}. ¿Cuál [te|le] queda?", en: "That day there is {times}. Which suits you?" },
  ),
  "booking-over": reply(
    { number: "text" },
    {
      es: "[Tu|Su] reserva {number} ya pasó y no puedo cambiarla por aquí. Aviso a alguien del equipo.",
      en: "Your booking {number} is over and I cannot change it here. I will tell someone from the team.",
    },
  ),
  "booking-ask-change": reply(
    { number: "text" },
    {
      es: "Claro. ¿Qué cambiamos de [tu|su] reserva {number}: día, hora o personas?",
      en: "Sure. What shall we change about booking {number}: the day, the time or how many people?",
    },
  ),
} as const;
