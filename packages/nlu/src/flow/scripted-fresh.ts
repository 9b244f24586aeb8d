import { agent, ask, bot, me, type ScriptedConversation } from "./scripted-conversation.ts";

/** Conversations of other trades: counts asked together, codes in groups, refused options, questions about the question. */
export const scriptedFresh: ScriptedConversation[] = [
  {
    name: "a phone number and a day answer two of three questions",
    region: "US",
    forms: { booking: { service: "product", date: "date", time: "time", phone: "phone" } },
    turns: [
      me("hi, can I get a haircut and shave?", "t1 booking commerce", { slots: { service: "cut-and-shave" } }),
      bot(
        "Sure, which day and time, and your number?",
        ask("q1", "date", "date"),
        ask("q2", "time", "time"),
        ask("q3", "phone", "phone"),
      ),
      me("415 555 0132, saturday", "t1 booking commerce", {
        answers: "q1 q3",
        slots: { phone: "+14155550132", date: "2026-09-19" },
        open: "q2",
      }),
      me("at 11", "t1 booking commerce", { answers: "q2", slots: { time: ["T11:00", "T23:00"] } }),
    ],
  },
  {
    name: "a hotel stay with counts, ends of a span and a side question",
    region: "GB",
    forms: { booking: { checkin: "date", checkout: "date", nights: "number", adults: "number", kids: "number" } },
    turns: [
      me("do you have a family room?", "t1 booking commerce", { intent: "book_appointment" }),
      bot("We do! Arriving and leaving when?", ask("q1", "checkin", "date"), ask("q2", "checkout", "date")),
      me("from the 20th to the 23rd of October", "t1 booking commerce", {
        answers: "q1 q2",
        slots: { checkin: "2026-10-20", checkout: "2026-10-23" },
      }),
      bot("How many adults and how many kids?", ask("q3", "adults", "number"), ask("q4", "kids", "number")),
      me("3 kids, 2 adults", "t1 booking commerce", { answers: "q3 q4", slots: { adults: "2", kids: "3" } }),
      me("is breakfast included?", "t2 faq info"),
    ],
  },
  {
    name: "nights and guests at once, and one of them again",
    region: "US",
    forms: { booking: { nights: "number", guests: "number", bed: "choice" } },
    turns: [
      me("I'd like to book a room", "t1 booking commerce"),
      bot("How many nights and how many guests?", ask("q1", "nights", "number"), ask("q2", "guests", "number")),
      me("4 of us, 2 nights", "t1 booking commerce", { answers: "q1 q2", slots: { nights: "2", guests: "4" } }),
      bot("One king or two twins?", ask("q3", "bed", "choice", "One king=king", "Two twins=twins")),
      me("two twins", "t1 booking commerce", { answers: "q3", slots: { bed: "twins" } }),
      me("wait, make it 3 nights", "t1 booking commerce", { answers: "q1", slots: { nights: "3" } }),
    ],
  },
  {
    name: "the only day that was offered is refused",
    region: "CO",
    forms: { booking: { visit: "date" } },
    turns: [
      me("quiero agendar una cita", "t1 booking commerce"),
      bot("¿El viernes está bien?", ask("q1", "visit", "choice", "viernes=2026-09-18")),
      me("el viernes no puedo", "t1 booking commerce", { open: "q1" }),
      bot("¿Jueves o lunes?", ask("q2", "visit", "choice", "jueves=2026-09-24", "lunes=2026-09-21")),
      me("el jueves tampoco puedo", "t1 booking commerce", { answers: "q2", slots: { visit: "2026-09-21" } }),
    ],
  },
  {
    name: "a garage takes a plate in two groups",
    region: "GB",
    forms: { booking: { plate: "text", date: "date", work: "choice", leave: "boolean" } },
    turns: [
      me("can I book my van in for a service", "t1 booking commerce"),
      bot("Full or basic?", ask("q1", "work", "choice", "Full=full", "Basic=basic")),
      me("what's the difference?", "t1 faq info", { open: "q1" }),
      bot("Basic is oil and filter only."),
      me("ok that one then", "t1 booking commerce", { answers: "q1", slots: { work: "basic" } }),
      bot("Day and reg?", ask("q2", "date", "date"), ask("q3", "plate", "text")),
      me("Tuesday. YD21 KPO", "t1 booking commerce", {
        answers: "q2 q3",
        slots: { date: "2026-09-22", plate: "YD21 KPO" },
      }),
      bot("Will you leave it with us?", ask("q4", "leave", "boolean")),
      me("I'll wait for it", "t1 booking commerce", { answers: "q4", slots: { leave: "false" } }),
    ],
  },
  {
    name: "a broken thing with the number in groups, then a purchase",
    region: "ES",
    forms: {
      status: { order_id: "order_id" },
      complaint: { order_id: "order_id", photo: "boolean" },
      order: { product: "product", quantity: "quantity" },
    },
    turns: [
      me("la freidora de aire que me enviasteis viene rota", "t1 complaint support", { intent: "complaint" }),
      bot("Lo siento. ¿Número de pedido y una foto?", ask("q1", "order_id", "order_id"), ask("q2", "photo", "boolean")),
      me("ES 2093 17. No tengo foto", "t1 complaint support", {
        answers: "q1 q2",
        slots: { order_id: "ES 2093 17", photo: "false" },
      }),
      bot("Te mandamos otra. ¡Listo!"),
      me("también quiero pedir scones", "t2 order commerce", { slots: { product: "scone" } }),
      bot("¿Cuántas cajas?", ask("q3", "quantity", "quantity")),
      me("un par", "t2 order commerce", { answers: "q3", slots: { quantity: "2 box" } }),
    ],
  },
  {
    name: "a price becomes a booking, a person comes and goes",
    region: "MX",
    forms: { price: { times: "number" }, booking: { trial: "date" } },
    turns: [
      me("cuánto cuesta la mensualidad?", "t1 price info"),
      bot("¿Cuántas veces por semana vendría?", ask("q1", "times", "number")),
      me("tres", "t1 price info", { answers: "q1", slots: { times: "3" } }),
      bot("Son $900. ¿Le aparto lugar?", ask("q2", "hold", "boolean")),
      me("sí, apártelo", "t1 booking commerce", { answers: "q2", slots: { hold: "true" } }),
      me("quiero hablar con una persona", "t1 human human"),
      agent("Hola, soy Julia."),
      me("ok", "t1 human human"),
      agent("Le paso con el asistente."),
    ],
  },
];
