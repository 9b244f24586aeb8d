import { agent, ask, bot, me, type ScriptedConversation } from "./scripted-conversation.ts";

/** Conversations with corrections, several values at once and hand-overs, in both languages. */
export const scriptedVaried: ScriptedConversation[] = [
  {
    name: "a bulk order with a tax number",
    region: "IN",
    forms: { order: { product: "product", quantity: "quantity", date: "date", org: "text", gst: "text" } },
    turns: [
      me("Good morning, need desi ghee for our canteen", "t1 order commerce", {
        intent: "place_order",
        slots: { product: "ghee" },
      }),
      bot("Good morning! How many kg?", ask("q1", "quantity", "quantity")),
      me("15", "t1 order commerce", { answers: "q1", slots: { quantity: "15 kilogram" } }),
      bot("By which date?", ask("q2", "date", "date")),
      me("20 kg not 15", "t1 order commerce", { answers: "q1", slots: { quantity: "20 kilogram" }, open: "q2" }),
      me("by 22nd", "t1 order commerce", { answers: "q2", slots: { date: "2026-09-22" } }),
      bot("Company name and GSTIN for bill?", ask("q3", "org", "text"), ask("q4", "gst", "text")),
      me("Sunrise Foods Pvt Ltd, 27ABCDE1234F1Z5", "t1 order commerce", {
        answers: "q3 q4",
        slots: { org: "Sunrise Foods Pvt Ltd", gst: "27ABCDE1234F1Z5" },
      }),
    ],
  },
  {
    name: "a workshop's appointment with one proposal",
    region: "MX",
    forms: { booking: { service: "text", date: "date", time: "time", name: "person", phone: "phone" } },
    turns: [
      me("qué tal, quiero llevar mi coche a afinación", "t1 booking commerce", { intent: "book_appointment" }),
      bot("Claro. ¿Qué día y hora?", ask("q1", "date", "date"), ask("q2", "time", "time")),
      me("el viernes temprano", "t1 booking commerce", {
        answers: "q1 q2",
        slots: { date: "2026-09-18", time: ["T06:00/T12:00", "T06:00/T10:00"] },
      }),
      bot("¿8:00 está bien?", ask("q3", "time", "choice", "8:00=T08:00")),
      me("va", "t1 booking commerce", { answers: "q3", slots: { time: "T08:00" } }),
      bot("¿Nombre y teléfono?", ask("q4", "name", "person"), ask("q5", "phone", "phone")),
      me("cuánto tarda el servicio?", "t2 faq info", { open: "q4 q5" }),
      bot("Unas 3 horas. ¿Nombre y teléfono?", ask("q4", "name", "person"), ask("q5", "phone", "phone")),
      me("soy Toño Vargas", "t1 booking commerce", { answers: "q4", slots: { name: "Toño Vargas" }, open: "q5" }),
      me("55 5555 0187", "t1 booking commerce", { answers: "q5", slots: { phone: "+525555550187" } }),
    ],
  },
  {
    name: "a complaint that ends in a replacement",
    region: "GB",
    forms: { complaint: { order_id: "order_id", wants: "choice" }, return: { reason: "text" } },
    turns: [
      me("My oslo sofa arrived with a ripped cushion", "t1 complaint support", { intent: "complaint" }),
      bot("So sorry. Order number please?", ask("q1", "order_id", "order_id")),
      me("it's W-88120", "t1 complaint support", { answers: "q1", slots: { order_id: "W-88120" } }),
      bot(
        "Would you like a replacement cushion or a refund?",
        ask("q2", "wants", "choice", "Replacement cushion=replacement", "Refund=refund"),
      ),
      me("ok the first option then", "t1 complaint support", { answers: "q2", slots: { wants: "replacement" } }),
      bot("Sorted!"),
      me("lovely thank you x", "t1 complaint support", { intent: "thanks" }),
    ],
  },
  {
    name: "an order number that is found later",
    region: "AR",
    forms: { status: { order_id: "order_id" }, order: { address: "location" } },
    turns: [
      me("holaa, y mi pedido? no llegó nada", "t1 status support", { intent: "order_status" }),
      bot("Me pasás el número?", ask("q1", "order_id", "order_id")),
      me("no lo tengo a mano", "t1 status support", { open: "q1" }),
      bot("Tranqui, cuando puedas."),
      me("ahí lo encontré: 44871", "t1 status support", { answers: "q1", slots: { order_id: "44871" }, hoursLater: 3 }),
      bot("Está en camino, llega hoy."),
      me("ok gracias!", "t1 status support", { intent: "thanks" }),
    ],
  },
  {
    name: "two counts at once, one corrected",
    region: "US",
    forms: { booking: { adults: "number", kids: "number", date: "date" } },
    turns: [
      me("I'd like to book a family session", "t1 booking commerce", { intent: "book_appointment" }),
      bot("How many adults and how many kids?", ask("q1", "adults", "number"), ask("q2", "kids", "number")),
      me("2 adults, 3 kids", "t1 booking commerce", { answers: "q1 q2", slots: { adults: "2", kids: "3" } }),
      bot("What date?", ask("q3", "date", "date")),
      me("make it 4 kids sorry", "t1 booking commerce", { answers: "q2", slots: { kids: "4" }, open: "q3" }),
      me("October 10", "t1 booking commerce", { answers: "q3", slots: { date: "2026-10-10" } }),
      bot("You're booked! Anything else?", ask("q4", "more", "boolean")),
      me("that's it, thanks!", "t1 booking commerce", { answers: "q4", slots: { more: "false" } }),
    ],
  },
  {
    name: "a size is chosen after asking back",
    region: "ES",
    forms: { order: { product: "product", size: "choice", address: "location" } },
    turns: [
      me("hola quería comprar las zapatillas trail m4", "t1 order commerce", {
        intent: "place_order",
        slots: { product: "trail-m4" },
      }),
      bot("¿Talla 41, 42 o 43?", ask("q1", "size", "choice", "41=41", "42=42", "43=43")),
      me("cuál me recomendáis si uso 42 de nike?", "t1 faq info", { open: "q1" }),
      bot("La 42,5... mejor la 43."),
      me("venga, la 43", "t1 order commerce", { answers: "q1", slots: { size: "43" } }),
      bot("¿A dónde te las mandamos?", ask("q2", "address", "location")),
      me("a la calle Mayor 8, 3ºB, 28013 Madrid", "t1 order commerce", {
        answers: "q2",
        slots: { address: ["calle Mayor 8, 3ºB, 28013 Madrid"] },
      }),
      me("perdona, es el 3ºC", "t1 order commerce", {}),
    ],
  },
  {
    name: "a no that changes the count",
    region: "CO",
    forms: { order: { product: "product", quantity: "quantity", confirm: "boolean" } },
    turns: [
      me("me manda 2 cajas de alfajores porfa", "t1 order commerce", {
        intent: "place_order",
        slots: { product: "alfajor", quantity: "2 box" },
      }),
      bot("2 cajas son $48.000, ¿confirmo?", ask("q1", "confirm", "boolean")),
      me("no, mejor una sola", "t1 order commerce", { slots: { quantity: "1 box" }, open: "q1" }),
      bot("1 caja, $24.000, ¿confirmo?", ask("q1", "confirm", "boolean")),
      me("sí, hágale", "t1 order commerce", { answers: "q1", slots: { confirm: "true" } }),
    ],
  },
  {
    name: "the assistant hands over by itself",
    region: "US",
    forms: { complaint: { order_id: "order_id" } },
    turns: [
      me("this is the third time you mess up my order, unacceptable", "t1 complaint support", { intent: "complaint" }),
      bot("I'm really sorry. Let me transfer you to a teammate."),
      me("finally", "t1 complaint human", {}),
      agent("Hi, Marcus here. Could I have your order number?", ask("q1", "order_id", "order_id")),
      me("#77-2041", "t1 complaint human", { answers: "q1", slots: { order_id: "77-2041" } }),
    ],
  },
  {
    name: "a name and an age in one message",
    region: "GB",
    forms: { booking: { pet: "text", age: "age", date: "date", time: "time" } },
    turns: [
      me("hi there can i book my cat in for a check up", "t1 booking commerce", { intent: "book_appointment" }),
      bot("Of course! What's your cat's name and how old is she?", ask("q1", "pet", "text"), ask("q2", "age", "age")),
      me("Mittens, 3", "t1 booking commerce", { answers: "q1 q2", slots: { pet: "Mittens", age: "3 year" } }),
      bot(
        "Thursday 10:20 or Friday 16:00?",
        ask("q3", "slot", "choice", "Thursday 10:20=2026-09-17T10:20", "Friday 16:00=2026-09-18T16:00"),
      ),
      me("friday", "t1 booking commerce", { answers: "q3", slots: { slot: "2026-09-18T16:00" } }),
    ],
  },
  {
    name: "delivery first, then the order",
    region: "MX",
    forms: { order: { product: "product", quantity: "number", address: "location", phone: "phone" } },
    turns: [
      me("hacen envíos a Coyoacán?", "t1 delivery info", { intent: "delivery_question" }),
      bot("Sí, $45."),
      me("va, quiero 10 tamales verdes", "t1 order commerce", {
        intent: "place_order",
        slots: { product: "green-tamal", quantity: "10" },
      }),
      bot("¿Dirección y teléfono?", ask("q1", "address", "location"), ask("q2", "phone", "phone")),
      me("Francisco Sosa 120, Col. Santa Catarina, 5555501167", "t1 order commerce", {
        answers: "q1 q2",
        slots: { address: "Francisco Sosa 120, Col. Santa Catarina", phone: "+525555501167" },
      }),
      me("que sean 12 mejor", "t1 order commerce", { slots: { quantity: "12" } }),
    ],
  },
];
