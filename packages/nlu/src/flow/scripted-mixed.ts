import { agent, ask, bot, me, type ScriptedConversation } from "./scripted-conversation.ts";

/** More conversations in both languages: changes of mind, several things at once, what is volunteered. */
export const scriptedMixed: ScriptedConversation[] = [
  {
    name: "a pharmacy, options by number and a change of mind between them",
    region: "CO",
    forms: {
      order: { product: "product", presentation: "choice", quantity: "quantity", address: "location", pay: "choice" },
    },
    turns: [
      me("buenas, tienen bloqueador fps 30?", "t1 availability info", { intent: "product_availability" }),
      bot(
        "Sí señora. 1) 50 ml 2) 100 ml 3) 200 ml",
        ask("q1", "presentation", "choice", "50 ml=s", "100 ml=m", "200 ml=l"),
      ),
      me("la 2", "t1 order commerce", { intent: "place_order", answers: "q1", slots: { presentation: "m" } }),
      bot("¿Cuántas unidades?", ask("q2", "quantity", "quantity")),
      me("ay no, mejor la de 200", "t1 order commerce", { answers: "q1", slots: { presentation: "l" }, open: "q2" }),
      me("3 porfa", "t1 order commerce", { answers: "q2", slots: { quantity: "3 unit" } }),
      bot("¿Nequi o contra entrega?", ask("q3", "pay", "choice", "Nequi=nequi", "Contra entrega=cod")),
      me("por nequi", "t1 order commerce", { answers: "q3", slots: { pay: "nequi" } }),
      bot("¿Dirección?", ask("q4", "address", "location")),
      me("Calle 45 # 13-20 apto 302", "t1 order commerce", {
        answers: "q4",
        slots: { address: "Calle 45 # 13-20 apto 302" },
      }),
      bot("Listo, llega en 40 minutos."),
      me("ok vecina mil gracias", "t1 order commerce", { intent: "thanks" }),
      me("ya salió el pedido?", "t1 status support", { intent: "order_status", hoursLater: 5 }),
    ],
  },
  {
    name: "a hall for a party, volunteered values",
    region: "IN",
    forms: { booking: { people: "number", date: "date", time: "time", name: "person", phone: "phone" } },
    turns: [
      me("Namaste, want to book hall for 120 people on 5th October", "t1 booking commerce", {
        intent: "book_appointment",
        slots: { people: "120", date: "2026-10-05" },
      }),
      bot("Sure sir. What time?", ask("q1", "time", "time")),
      me("6 to 10 pm", "t1 booking commerce", { answers: "q1", slots: { time: "T18:00/T22:00" } }),
      bot("Your good name and contact number?", ask("q2", "name", "person"), ask("q3", "phone", "phone")),
      me("what will be the charges?", "t1 price info", { intent: "price_question", open: "q2 q3" }),
      bot("Rs 25,000. Name and number please?", ask("q2", "name", "person"), ask("q3", "phone", "phone")),
      me("Suresh Nair 98450 55512", "t1 booking commerce", {
        answers: "q2 q3",
        slots: { name: "Suresh Nair", phone: "+919845055512" },
      }),
    ],
  },
  {
    name: "a yes with a change in it",
    region: "AR",
    forms: { booking: { people: "number", time: "time", confirm: "boolean" } },
    turns: [
      me("reservame una mesa para 4 a las 21", "t1 booking commerce", {
        intent: "book_appointment",
        slots: { people: "4", time: "T21:00" },
      }),
      bot("Mesa para 4 a las 21 hs, confirmo?", ask("q1", "confirm", "boolean")),
      me("sí, pero somos 5", "t1 booking commerce", { answers: "q1", slots: { confirm: "true", people: "5" } }),
      bot("Listo!"),
      me("genial, nos vemos!", "t1 booking commerce", { intent: "goodbye" }),
    ],
  },
  {
    name: "a phone for a call back is asked and refused",
    region: "ES",
    forms: { price: { area: "quantity", phone: "phone", email: "email" } },
    turns: [
      me("Hola, me haríais un presupuesto para unas cortinas?", "t1 price info", { intent: "price_question" }),
      bot("¡Claro! ¿Qué ancho tiene la ventana, en metros?", ask("q1", "area", "quantity")),
      me("2,40", "t1 price info", { answers: "q1", slots: { area: ["2.4 meter", "2.4 square_meter"] } }),
      bot("¿Me dejas un teléfono?", ask("q2", "phone", "phone")),
      me("prefiero no darlo", "t1 price info", { open: "q2" }),
      bot("Sin problema. ¿Un correo?", ask("q3", "email", "email")),
      me("vale, nuria.s@correo.es", "t1 price info", {
        answers: "q3",
        slots: { email: "nuria.s@correo.es" },
        open: "q2",
      }),
    ],
  },
  {
    name: "a tracking question while a booking waits",
    region: "GB",
    forms: { order: { product: "product", when: "date", name: "person" }, status: { order_id: "order_id" } },
    turns: [
      me("I'd like to order a Sunday roast for this Sunday", "t1 order commerce", {
        intent: "place_order",
        slots: { product: "roast", when: "2026-09-20" },
      }),
      bot("What name is it under?", ask("q1", "name", "person")),
      me("Bronwen", "t1 order commerce", { answers: "q1", slots: { name: "Bronwen" } }),
      bot("Booked in!"),
      me("also the scones I ordered last week never arrived", "t2 status support", { intent: "order_status" }),
      bot("Oh no. Order number?", ask("q2", "order_id", "order_id")),
      me("GB-61733", "t2 status support", { answers: "q2", slots: { order_id: "GB-61733" } }),
      bot("Out for delivery today."),
      me("brilliant ta", "t2 status support", { intent: "thanks" }),
    ],
  },
  {
    name: "asked by a bot, closed by a person",
    region: "CO",
    forms: { order: { product: "product", quantity: "quantity" }, human: {} },
    turns: [
      me("hola", "t1 greeting info", { intent: "greeting" }),
      bot("¡Hola! ¿Qué necesitas?"),
      me("me comunica con un asesor por favor", "t1 human human", { intent: "human_agent" }),
      bot("Claro, un asesor te atiende en un momento."),
      me("gracias", "t1 human human", { intent: "thanks" }),
      agent("Hola, habla Camila. ¿En qué te ayudo?"),
      me("necesito 4 cajas de alfajores", "t1 order human", {
        intent: "place_order",
        slots: { quantity: "4 box", product: "alfajor" },
      }),
      agent("Listo, te las separo."),
      me("mil gracias Camila", "t1 order human", { intent: "thanks" }),
    ],
  },
  {
    name: "side questions one after another",
    region: "MX",
    forms: { booking: { service: "product", date: "date", time: "time" } },
    turns: [
      me("me agendas un corte y afeitado porfa", "t1 booking commerce", {
        intent: "book_appointment",
        slots: { service: "cut-and-shave" },
      }),
      bot("Va! Qué día?", ask("q1", "date", "date")),
      me("en dónde están ubicados?", "t2 place info", { intent: "location_question", open: "q1" }),
      bot("Av. Álvaro Obregón 110."),
      me("y abren los domingos?", "t3 hours info", { intent: "opening_hours", open: "q1" }),
      bot("Sí, de 10 a 6."),
      me("ok pues el domingo", "t1 booking commerce", { answers: "q1", slots: { date: "2026-09-20" } }),
      bot("10, 12 o 4?", ask("q2", "time", "choice", "10:00=T10:00", "12:00=T12:00", "4:00 pm=T16:00")),
      me("a las 12", "t1 booking commerce", { answers: "q2", slots: { time: "T12:00" } }),
    ],
  },
  {
    name: "a size by its word, a colour that is not wanted",
    region: "US",
    forms: { order: { product: "product", size: "choice", colour: "choice", gift: "boolean" } },
    turns: [
      me("can i get the plain tee", "t1 order commerce", { intent: "place_order", slots: { product: "plain-tee" } }),
      bot("What size?", ask("q1", "size", "choice", "Small=S", "Medium=M", "Large=L")),
      me("large", "t1 order commerce", { answers: "q1", slots: { size: "L" } }),
      bot("Black or white?", ask("q2", "colour", "choice", "Black=black", "White=white")),
      me("not white", "t1 order commerce", { answers: "q2", slots: { colour: "black" } }),
      bot("Is it a gift?", ask("q3", "gift", "boolean")),
      me("it is!", "t1 order commerce", { answers: "q3", slots: { gift: "true" } }),
      me("wait, medium", "t1 order commerce", { answers: "q1", slots: { size: "M" } }),
    ],
  },
  {
    name: "an allergy question in the middle of a cake order",
    region: "GB",
    forms: { order: { product: "product", servings: "number", date: "date", message: "text" } },
    turns: [
      me("hello, I'd like to order a victoria sponge for saturday", "t1 order commerce", {
        slots: { product: "sponge", date: "2026-09-19" },
      }),
      bot("How many servings?", ask("q1", "servings", "number")),
      me("a dozen", "t1 order commerce", { answers: "q1", slots: { servings: "12" } }),
      bot("Any message on top?", ask("q2", "message", "text")),
      me("Happy 40th Dave", "t1 order commerce", { answers: "q2", slots: { message: "Happy 40th Dave" } }),
      bot("Lovely. All done!"),
      me("cheers, bye", "t1 order commerce", { intent: "thanks" }),
    ],
  },
  {
    name: "a date moved after all is said",
    region: "MX",
    forms: { order: { product: "product", when: "datetime", delivery: "choice" } },
    turns: [
      me("quiero encargar un tres leches para el sábado a las 4 de la tarde", "t1 order commerce", {
        intent: "place_order",
        slots: { product: "tres-leches", when: "2026-09-19T16:00" },
      }),
      bot("¿Pasa por él o se lo llevamos?", ask("q1", "delivery", "choice", "Recoger=pickup", "A domicilio=delivery")),
      me("paso por él", "t1 order commerce", { answers: "q1", slots: { delivery: "pickup" } }),
      bot("Anotado."),
      me("oiga y si lo cambiamos para el domingo?", "t1 order commerce", {
        intent: "change_order",
        slots: { when: "2026-09-20T16:00" },
      }),
    ],
  },
  {
    name: "yes to one, no to the other",
    region: "US",
    forms: { booking: { date: "date", time: "time", kids: "boolean", highchair: "boolean" } },
    turns: [
      me("table for friday at 7:30pm please", "t1 booking commerce", {
        intent: "book_appointment",
        slots: { date: "2026-09-18", time: "T19:30" },
      }),
      bot("Any kids joining?", ask("q1", "kids", "boolean")),
      me("yeah 2", "t1 booking commerce", { answers: "q1", slots: { kids: "true" } }),
      bot("Need a high chair?", ask("q2", "highchair", "boolean")),
      me("nah we're good", "t1 booking commerce", { answers: "q2", slots: { highchair: "false" } }),
    ],
  },
  {
    name: "percent, duration, nights",
    region: "ES",
    forms: { booking: { nights: "duration", rooms: "number", checkin: "date" } },
    turns: [
      me("quiero reservar una habitación", "t1 booking commerce", { intent: "book_appointment" }),
      bot("¿Qué día llegáis y cuántas noches?", ask("q1", "checkin", "date"), ask("q2", "nights", "duration")),
      me("el 2 de octubre, 3 noches", "t1 booking commerce", {
        answers: "q1 q2",
        slots: { checkin: "2026-10-02", nights: ["P3D"] },
      }),
      bot("¿Cuántas habitaciones?", ask("q3", "rooms", "number")),
      me("con una basta", "t1 booking commerce", { answers: "q3", slots: { rooms: "1" } }),
    ],
  },
  {
    name: "greeting with name and the whole order at once",
    region: "AR",
    forms: { order: { product: "product", quantity: "quantity", address: "location", name: "person" } },
    turns: [
      me("hola soy Vero, me mandás 2 docenas de empanadas de humita a Cabildo 2040?", "t1 order commerce", {
        intent: "place_order",
        slots: { name: "Vero", product: "corn-empanada", quantity: "24 unit", address: "Cabildo 2040" },
      }),
      bot("Dale Vero! Efectivo o Mercado Pago?", ask("q1", "pay", "choice", "Efectivo=cash", "Mercado Pago=mp")),
      me("mp", "t1 order commerce", { answers: "q1", slots: { pay: "mp" } }),
    ],
  },
];
