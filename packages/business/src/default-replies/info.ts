import { reply } from "../reply-text.ts";

export const infoReplies = {
  /** The first words of a chat, by the time of day. */
  greeting: reply(
    { part: ["morning", "afternoon", "evening"], name: "maybe" },
    {
      es: "¡{part, select, morning {Buenos días} afternoon {Buenas tardes} other {Buenas noches}}{name, select, none {} other {, {name}}}! Bienvenido a {business}. ¿En qué [te|le] puedo ayudar?",
      en: "Good {part, select, morning {morning} afternoon {afternoon} other {evening}}{name, select, none {} other {, {name}}}! Welcome to {business}. How can I help you?",
    },
  ),
  /** Within the same conversation. */
  "greeting-again": reply(
    { name: "maybe" },
    {
      es: "¡Hola{name, select, none {} other {, {name}}}! Aquí sigo. ¿En qué [te|le] ayudo?",
      en: "Hi{name, select, none {} other {, {name}}}! Still here. How can I help?",
    },
  ),
  /** The same person is back on another day. */
  "greeting-back": reply(
    { name: "maybe" },
    {
      es: "¡Hola de nuevo{name, select, none {} other {, {name}}}! ¿En qué [te|le] ayudo hoy?",
      en: "Hello again{name, select, none {} other {, {name}}}! How can I help you today?",
    },
  ),
  /** Before the answer to a first message that greets and asks. */
  hello: reply(
    { name: "maybe" },
    { es: "¡Hola{name, select, none {} other {, {name}}}!", en: "Hello{name, select, none {} other {, {name}}}!" },
  ),
  fallback: reply(
    {},
    {
      es: "[Perdona|Perdone|Perdoná], no [te|le] entendí bien. Puedo ayudar con productos, pedidos, horario y ubicación. Para hablar con alguien del equipo, [escribe|escriba|escribí] «persona».",
      en: "Sorry, I did not get that. I can help with products, orders, hours and location. If you would rather talk to someone, write “person”.",
    },
  ),
  "fallback-again": reply(
    {},
    {
      es: "Sigo sin entender, [disculpa|disculpe|disculpá]. ¿Me lo [dices|dice|decís] con otras palabras? También puedo pasar la conversación a una persona: basta con escribir «persona».",
      en: "I still did not get it, sorry. Could you say it in other words? I can also get a person for you: just write “person”.",
    },
  ),
  /** Before another reply, when the customer is upset. */
  sorry: reply({}, { es: "Lamento mucho lo que pasó.", en: "I am very sorry about that." }),
  thanks: reply(
    {},
    {
      es: "¡Gracias [a ti|a usted|a vos]! Aquí estamos para lo que haga falta.",
      en: "Thank you! We are here whenever you need us.",
    },
  ),
  goodbye: reply({}, { es: "¡Hasta pronto! Que [tengas|tenga] un lindo día.", en: "See you soon! Have a lovely day." }),
  smalltalk: reply(
    {},
    {
      es: "¡Todo bien por aquí, gracias! ¿En qué [te|le] ayudo?",
      en: "All good here, thank you! What can I do for you?",
    },
  ),
  "smalltalk-who": reply(
    {},
    {
      es: "Soy el asistente virtual de {business}: respondo al momento, y si hace falta [te|le] paso con una persona del equipo. ¿En qué [te|le] ayudo?",
      en: "I am the virtual assistant of {business}: I answer right away, and get you a person from the team if you need one. How can I help?",
    },
  ),
  "smalltalk-compliment": reply(
    {},
    {
      es: "¡Muchas gracias, qué amable! Se lo cuento al equipo. 😊",
      en: "Thank you so much, how kind! I will tell the team. 😊",
    },
  ),
  "smalltalk-laugh": reply({}, { es: "😄 ¿[Te|Le] ayudo con algo?", en: "😄 Anything I can help with?" }),
  /** What the assistant can do; `doing` are the `can-…`. */
  capabilities: reply(
    { doing: "list" },
    {
      es: "Puedo ayudar con {doing}. [Pregúntame|Pregúnteme|Preguntame] como [quieras|quiera|quieras], y para hablar con alguien del equipo [escribe|escriba|escribí] «persona».",
      en: "I can help with {doing}. Just ask, and write “person” to talk to someone from the team.",
    },
  ),
  "can-products": reply({}, { es: "productos y precios", en: "products and prices" }),
  "can-order": reply({}, { es: "pedidos", en: "orders" }),
  "can-book": reply({}, { es: "reservas", en: "bookings" }),
  "can-hours": reply({}, { es: "horarios", en: "opening hours" }),
  "can-place": reply({}, { es: "ubicación", en: "location" }),
  "can-deliver": reply({}, { es: "entregas a domicilio", en: "delivery" }),
  "can-pay": reply({}, { es: "formas de pago", en: "ways to pay" }),
  "can-support": reply({}, { es: "aclaraciones", en: "problems with an order" }),
  "out-of-scope": reply(
    {},
    {
      es: "De eso no sé mucho 😅, pero con gusto ayudo con lo que tenga que ver con {business}.",
      en: "I do not know much about that 😅, but I am happy to help with anything about {business}.",
    },
  ),
  "media-received": reply(
    { kind: ["image", "audio", "video", "document", "sticker", "other"] },
    {
      es: "¡Gracias, recibimos {kind, select, image {[tu|su] foto} audio {[tu|su] nota de voz} video {[tu|su] video} document {[tu|su] documento} other {[tu|su] archivo}}! ¿Qué hacemos con {kind, select, image {ella} audio {ella} other {él}}?",
      en: "Thank you, we have your {kind, select, image {photo} audio {voice note} video {video} document {document} other {file}}! What would you like us to do with it?",
    },
  ),
  "media-unreadable": reply(
    { kind: ["image", "audio", "video", "document", "sticker", "other"] },
    {
      es: "No pude {kind, select, audio {escuchar [tu|su] nota de voz} other {leer [tu|su] archivo}}. ¿Me lo [escribes|escribe|escribís], por favor?",
      en: "I could not {kind, select, audio {hear your voice note} other {read your file}}. Could you write it to me, please?",
    },
  ),
  /** What was read in a photo or document. */
  "media-read": reply(
    { kind: ["image", "audio", "video", "document", "sticker", "other"], text: "text" },
    {
      es: "¡Gracias! En {kind, select, image {[tu|su] foto} document {[tu|su] documento} other {[tu|su] archivo}} leo: «{text}». ¿Qué hacemos con eso?",
      en: "Thank you! In your {kind, select, image {photo} document {document} other {file}} I read: “{text}”. What would you like us to do with it?",
    },
  ),
  /** The file did not come whole, or is of no use; `why` says what is wrong. */
  "media-again": reply(
    {
      kind: ["image", "audio", "video", "document", "sticker", "other"],
      why: ["broken", "large", "gone", "locked", "unsupported"],
    },
    {
      es: "{kind, select, image {[Tu|Su] foto} audio {[Tu|Su] nota de voz} video {[Tu|Su] video} document {[Tu|Su] documento} other {[Tu|Su] archivo}} {why, select, broken {llegó con errores y no se puede abrir. ¿[Puedes|Puede|Podés] enviarlo otra vez?} large {pesa demasiado y no lo puedo abrir. ¿[Puedes|Puede|Podés] enviarlo más ligero?} gone {ya no se puede descargar. ¿[Puedes|Puede|Podés] enviarlo otra vez?} locked {tiene contraseña y no lo puedo abrir. ¿[Puedes|Puede|Podés] enviarlo sin ella?} other {es de un tipo que no puedo abrir. ¿[Puedes|Puede|Podés] enviarlo en otro formato o escribirlo?}}",
      en: "Your {kind, select, image {photo} audio {voice note} video {video} document {document} other {file}} {why, select, broken {did not arrive whole and cannot be opened. Could you send it again?} large {is too large for me to open. Could you send a smaller one?} gone {cannot be downloaded any more. Could you send it again?} locked {has a password, so I cannot open it. Could you send it without one?} other {is of a kind I cannot open. Could you send it in another format, or write it?}}",
    },
  ),
  /** A day that is asked about. */
  "hours-open-day": reply(
    { day: "date", when: ["today", "tomorrow", "later"], holiday: "maybe", spans: "list" },
    {
      es: "{when, select, today {Hoy} tomorrow {Mañana} other {El {day}}}{holiday, select, none {} other { ({holiday})}} abrimos de {spans}.",
      en: "{when, select, today {Today} tomorrow {Tomorrow} other {On {day}}}{holiday, select, none {} other { ({holiday})}} we are open {spans}.",
    },
  ),
  "hours-closed-day": reply(
    { day: "date", when: ["today", "tomorrow", "later"], holiday: "maybe" },
    {
      es: "{when, select, today {Hoy} tomorrow {Mañana} other {El {day}}} no abrimos{holiday, select, none {} other {: {holiday}}}.",
      en: "We are closed {when, select, today {today} tomorrow {tomorrow} other {on {day}}}{holiday, select, none {} other { ({holiday})}}.",
    },
  ),
  "hours-open-at": reply(
    { day: "date", when: ["today", "tomorrow", "later"], time: "time", until: "time" },
    {
      es: "Sí, {when, select, today {hoy} tomorrow {mañana} other {el {day}}} a las {time} estamos abiertos, hasta las {until}.",
      en: "Yes, we are open {when, select, today {today} tomorrow {tomorrow} other {on {day}}} at {time}, until {until}.",
    },
  ),
  /** The hours of that day follow. */
  "hours-closed-at": reply(
    { day: "date", when: ["today", "tomorrow", "later"], time: "time" },
    {
      es: "No, {when, select, today {hoy} tomorrow {mañana} other {el {day}}} a las {time} estamos cerrados.",
      en: "No, we are closed {when, select, today {today} tomorrow {tomorrow} other {on {day}}} at {time}.",
    },
  ),
  /** A weekday in general: "los domingos". */
  "hours-weekday": reply(
    { days: "text", spans: "list" },
    { es: "Los {days} abrimos de {spans}.", en: "On {days} we are open {spans}." },
  ),
  "hours-weekday-closed": reply({ days: "text" }, { es: "Los {days} no abrimos.", en: "We are closed on {days}." }),
  /** Between two times, for `spans` and `hours-week-line`. */
  "hours-span": reply({ from: "time", to: "time" }, { es: "{from} a {to}", en: "{from} to {to}" }),
  /** `last` is missing for a single day. */
  "hours-days": reply(
    { first: "text", last: "maybe" },
    {
      es: "{first}{last, select, none {} other { a {last}}}",
      en: "{first}{last, select, none {} other { to {last}}}",
    },
  ),
  "open-now": reply(
    { until: "time" },
    { es: "Sí, ahora estamos abiertos, hasta las {until}.", en: "Yes, we are open now, until {until}." },
  ),
  /** After the hours of today. */
  "open-right-now": reply(
    { until: "time" },
    { es: "Ahora estamos abiertos, hasta las {until}.", en: "We are open right now, until {until}." },
  ),
  "open-always": reply({}, { es: "Abrimos las 24 horas.", en: "We are open around the clock." }),
  "closed-now": reply({}, { es: "Ahora estamos cerrados.", en: "We are closed right now." }),
  "opens-next": reply(
    { day: "date", time: "time", when: ["today", "tomorrow", "later"] },
    {
      es: "Abrimos {when, select, today {hoy} tomorrow {mañana} other {el {day}}} a las {time}.",
      en: "We open {when, select, today {today} tomorrow {tomorrow} other {on {day}}} at {time}.",
    },
  ),
  /** The whole week; one `hours-week-line` a line, then whether it is open now. */
  "hours-week": reply({ days: "lines" }, { es: "Abrimos:\n{days}", en: "We are open:\n{days}" }),
  "hours-week-line": reply(
    { days: "text", spans: "maybe" },
    {
      es: "{days}: {spans, select, none {cerrado} other {{spans}}}",
      en: "{days}: {spans, select, none {closed} other {{spans}}}",
    },
  ),
  /** The next days with other hours, one `hours-holiday-line` a line. */
  "hours-holidays": reply({ days: "lines" }, { es: "Días especiales:\n{days}", en: "Special days:\n{days}" }),
  "hours-holidays-none": reply(
    {},
    { es: "Los días festivos abrimos como siempre.", en: "We keep our usual hours on public holidays." },
  ),
  "hours-holiday-line": reply(
    { day: "date", holiday: "text", spans: "maybe" },
    {
      es: "{day} ({holiday}): {spans, select, none {cerrado} other {{spans}}}",
      en: "{day} ({holiday}): {spans, select, none {closed} other {{spans}}}",
    },
  ),
  "hours-unknown": reply(
    {},
    {
      es: "No tengo nuestro horario a la mano. Con «persona» [te|le] atiende alguien del equipo.",
      en: "I do not have our hours at hand. Write “person” and someone from the team will help you.",
    },
  ),
  location: reply(
    { directions: "maybe" },
    {
      es: "Estamos en {address}.{directions, select, none {} other { {directions}}}{map, select, none {} other {\n{map}}}",
      en: "We are at {address}.{directions, select, none {} other { {directions}}}{map, select, none {} other {\n{map}}}",
    },
  ),
  "location-unknown": reply(
    {},
    {
      es: "Atendemos por aquí, por WhatsApp. ¿En qué [te|le] ayudo?",
      en: "We serve you right here on WhatsApp. How can I help?",
    },
  ),
  contact: reply(
    {},
    {
      es: "[Puedes|Puede|Podés] encontrarnos aquí{phone, select, none {} other {, en el teléfono {phone}}}{email, select, none {} other {, en {email}}}{website, select, none {} other { y en {website}}}.",
      en: "You can reach us here{phone, select, none {} other {, by phone at {phone}}}{email, select, none {} other {, at {email}}}{website, select, none {} other { and at {website}}}.",
    },
  ),
  "contact-none": reply(
    {},
    {
      es: "Por aquí, por WhatsApp, es la mejor forma de hablar con nosotros.",
      en: "The best way to reach us is right here on WhatsApp.",
    },
  ),
  "payment-yes": reply(
    { payment: "text", payments: "list" },
    { es: "Sí, aceptamos {payment}. En total: {payments}.", en: "Yes, we take {payment}. All in all: {payments}." },
  ),
  "payment-no": reply(
    { payment: "text", payments: "list" },
    {
      es: "{payment} no lo manejamos, [disculpa|disculpe|disculpá]. Aceptamos {payments}.",
      en: "Sorry, we do not take {payment}. We accept {payments}.",
    },
  ),
  /** Added to the fee of a zone. */
  "delivery-free-from": reply(
    { amount: "money" },
    { es: "Desde {amount} es gratis.", en: "It is free from {amount}." },
  ),
  "delivery-minutes": reply(
    { minutes: "count" },
    { es: "Llega en unos {minutes} minutos.", en: "It takes about {minutes} minutes." },
  ),
  "faq-which": reply({}, { es: "¿Cuál de estas dudas es?", en: "Which of these is it?" }),
  "faq-button": reply({}, { es: "Ver preguntas", en: "See questions" }),
  "option-yes": reply({}, { es: "Sí", en: "Yes" }),
  "option-no": reply({}, { es: "No", en: "No" }),
  /** After an offer of a person that was turned down. */
  "stay-here": reply(
    {},
    {
      es: "Perfecto, seguimos por aquí. ¿Qué [necesitas|necesita|necesitás]?",
      en: "All right, let us go on here. What do you need?",
    },
  ),
  /** The assistant does not know and offers a person: yes or no. */
  "no-answer": reply(
    {},
    {
      es: "Eso no lo sé con seguridad. ¿[Quieres|Quiere|Querés] que lo consulte con alguien del equipo?",
      en: "I am not sure about that. Shall I ask someone from the team?",
    },
  ),
  "faq-did-it-help": reply({}, { es: "¿Con esto queda resuelto?", en: "Does that answer it?" }),
  "faq-glad": reply(
    {},
    { es: "¡Qué bueno! Aquí sigo para lo que falte.", en: "Glad to hear it! I am here if there is more." },
  ),
} as const;
