import { reply } from "../reply-text.ts";

export const infoReplies = {
  greeting: reply(
    {},
    {
      es: "¡Hola! Bienvenido a {business}. ¿En qué [te|le] puedo ayudar?",
      en: "Hello! Welcome to {business}. How can I help you?",
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
  /** A day that is asked about; `day` absent: today. */
  "hours-open-day": reply(
    { day: "date", spans: "list" },
    { es: "El {day} abrimos de {spans}.", en: "On {day} we are open {spans}." },
  ),
  "hours-closed-day": reply({ day: "date" }, { es: "El {day} no abrimos.", en: "We are closed on {day}." }),
  /** Between two times, for `spans` and `hours-week-line`. */
  "hours-span": reply({ from: "time", to: "time" }, { es: "{from} a {to}", en: "{from} to {to}" }),
  "hours-today": reply(
    { spans: "list", open: ["yes", "no"] },
    {
      es: "Hoy abrimos de {spans}.{open, select, yes { Ahora mismo estamos abiertos.} other {}}",
      en: "Today we are open {spans}.{open, select, yes { We are open right now.} other {}}",
    },
  ),
  "hours-today-closed": reply({}, { es: "Hoy no abrimos.", en: "We are closed today." }),
  "open-now": reply(
    { until: "time" },
    { es: "Sí, ahora estamos abiertos, hasta las {until}.", en: "Yes, we are open now, until {until}." },
  ),
  "closed-now": reply({}, { es: "Ahora estamos cerrados.", en: "We are closed right now." }),
  "opens-next": reply(
    { day: "date", time: "time", when: ["today", "tomorrow", "later"] },
    {
      es: "Abrimos {when, select, today {hoy} tomorrow {mañana} other {el {day}}} a las {time}.",
      en: "We open {when, select, today {today} tomorrow {tomorrow} other {on {day}}} at {time}.",
    },
  ),
  "holiday-closed": reply(
    { day: "date", holiday: "text" },
    { es: "El {day} no abrimos: {holiday}.", en: "We are closed on {day}: {holiday}." },
  ),
  "holiday-open": reply(
    { day: "date", holiday: "text", spans: "list" },
    { es: "El {day} ({holiday}) abrimos de {spans}.", en: "On {day} ({holiday}) we are open {spans}." },
  ),
  /** The whole week; one `hours-week-line` a line. */
  "hours-week": reply({ days: "lines" }, { es: "Abrimos:\n{days}", en: "We are open:\n{days}" }),
  "hours-week-line": reply(
    { days: "text", spans: "maybe" },
    {
      es: "{days}: {spans, select, none {cerrado} other {{spans}}}",
      en: "{days}: {spans, select, none {closed} other {{spans}}}",
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
  /** An answer made of a page's passage. */
  "page-answer": reply({ title: "text", text: "text" }, { es: "{text}", en: "{text}" }),
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
