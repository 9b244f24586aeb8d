import { reply } from "../reply-text.ts";

export const supportReplies = {
  "ticket-ask-description": reply(
    {},
    {
      es: "Lamento lo ocurrido. ¿Me [cuentas|cuenta|contás] qué pasó? Si es de un pedido, con el número nos [ayudas|ayuda|ayudás] mucho.",
      en: "I am sorry about that. Could you tell me what happened? If it is about an order, the number helps a lot.",
    },
  ),
  "ticket-ask-order": reply(
    {},
    {
      es: "¿De qué pedido se trata? Si [tienes|tiene|tenés] el número, [mándalo|mándelo|mandalo] por favor.",
      en: "Which order is it about? Please send the number if you have it.",
    },
  ),
  "ticket-ask-photo": reply(
    {},
    { es: "¿Nos [mandas|manda|mandás] una foto, por favor?", en: "Could you send us a photo, please?" },
  ),
  /** `within` is one of `within-…`. */
  "ticket-opened": reply(
    { number: "text", category: "text", within: "text" },
    {
      es: "Lamento mucho lo ocurrido. Abrí el caso *{number}* ({category}) y alguien del equipo lo revisa {within}.",
      en: "I am very sorry about that. I opened case *{number}* ({category}) and someone from the team will look into it {within}.",
    },
  ),
  "within-duration": reply(
    { count: "count", unit: ["minutes", "hours", "days"] },
    {
      es: "en menos de {unit, select, minutes {{count, plural, one {# minuto} other {# minutos}}} hours {{count, plural, one {# hora} other {# horas}}} other {{count, plural, one {# día} other {# días}}}}",
      en: "within {unit, select, minutes {{count, plural, one {# minute} other {# minutes}}} hours {{count, plural, one {# hour} other {# hours}}} other {{count, plural, one {# day} other {# days}}}}",
    },
  ),
  /** Where nobody is there before. */
  "within-moment": reply({ at: "moment" }, { es: "a más tardar el {at}", en: "by {at} at the latest" }),
  "ticket-noted": reply(
    { number: "text" },
    { es: "Anotado en [tu|su] caso {number}, gracias.", en: "Noted in your case {number}, thank you." },
  ),
  "ticket-status": reply(
    { number: "text", subject: "text", status: ["open", "escalated", "answered", "closed"] },
    {
      es: "[Tu|Su] caso {number} ({subject}) {status, select, open {está abierto y en revisión} escalated {está con un responsable} answered {espera [tu|su] respuesta} other {está cerrado}}.",
      en: "Your case {number} ({subject}) {status, select, open {is open and being looked into} escalated {is with a manager} answered {is waiting for your answer} other {is closed}}.",
    },
  ),
  "ticket-not-found": reply(
    {},
    {
      es: "No encuentro un caso [tuyo|suyo]. ¿Me [cuentas|cuenta|contás] qué pasó?",
      en: "I cannot find a case of yours. Could you tell me what happened?",
    },
  ),
  "ticket-reopened": reply(
    { number: "text" },
    {
      es: "Volví a abrir [tu|su] caso {number}. Lo revisamos cuanto antes.",
      en: "I opened your case {number} again. We will look into it as soon as possible.",
    },
  ),
  "ticket-escalated": reply(
    { number: "text" },
    {
      es: "[Tu|Su] caso {number} está tardando más de lo debido; ya avisé a un responsable.",
      en: "Your case {number} is taking longer than it should; I have told a manager.",
    },
  ),
  "ticket-ask-solved": reply(
    { number: "text" },
    { es: "¿Quedó resuelto [tu|su] caso {number}?", en: "Is your case {number} solved?" },
  ),
  "ticket-closed": reply(
    { number: "text" },
    {
      es: "Qué bueno que se resolvió. Cierro [tu|su] caso {number}.",
      en: "Good that it is solved. I am closing your case {number}.",
    },
  ),
  "ticket-still-open": reply(
    { number: "text" },
    {
      es: "Entendido, [tu|su] caso {number} sigue abierto. ¿Qué falta por resolver?",
      en: "Understood, your case {number} stays open. What is still to be solved?",
    },
  ),
  /** What a person reads of a ticket. */
  "ticket-summary": reply(
    {
      number: "text",
      category: "text",
      urgency: ["low", "normal", "high", "urgent"],
      order: "maybe",
      said: "text",
      before: "maybe",
      found: "maybe",
      photos: "count",
    },
    {
      es: "{number} · {category} · {urgency, select, low {baja} normal {normal} high {alta} other {urgente}}{order, select, none {} other { · pedido {order}}}\n«{said}»{before, select, none {} other {\nAntes: {before}}}{found, select, none {} other {\nMenciona: {found}}}{photos, plural, =0 {} one {\nCon # archivo} other {\nCon # archivos}}",
      en: "{number} · {category} · {urgency, select, low {low} normal {normal} high {high} other {urgent}}{order, select, none {} other { · order {order}}}\n“{said}”{before, select, none {} other {\nBefore: {before}}}{found, select, none {} other {\nMentions: {found}}}{photos, plural, =0 {} one {\nWith # file} other {\nWith # files}}",
    },
  ),
  "return-terms": reply(
    {},
    {
      es: "[Cuéntanos|Cuéntenos|Contanos] qué pasó y de qué pedido se trata, y vemos el cambio o la devolución.",
      en: "Tell us what happened and which order it was, and we will see about an exchange or a refund.",
    },
  ),

  /** The chat goes to a person; `why`: what led there. */
  "handover-now": reply(
    { why: ["asked", "angry", "failed", "other"] },
    {
      es: "{why, select, asked {Claro, en} angry {Lamento mucho lo ocurrido. En} failed {Disculpa, no quiero [hacerte|hacerle] perder el tiempo. En} other {En}} un momento [te|le] atiende alguien de nuestro equipo.",
      en: "{why, select, asked {Of course, someone} angry {I am very sorry about this. Someone} failed {Sorry, I do not want to waste your time. Someone} other {Someone}} from our team will be with you shortly.",
    },
  ),
  "handover-off-hours": reply(
    { why: ["asked", "angry", "failed", "other"], day: "date", time: "time", when: ["today", "tomorrow", "later"] },
    {
      es: "{why, select, asked {Claro. } angry {Lamento mucho lo ocurrido. } failed {Disculpa, esto lo ve mejor una persona. } other {}}Ahora no hay nadie del equipo; [te|le] respondemos {when, select, today {hoy} tomorrow {mañana} other {el {day}}} desde las {time}. Ya les dejé la conversación. Para seguir conmigo mientras tanto, [escribe|escriba|escribí] «bot».",
      en: "{why, select, asked {Of course. } angry {I am very sorry about this. } failed {Sorry, a person can see to this better. } other {}}Nobody from the team is here right now; we will answer {when, select, today {today} tomorrow {tomorrow} other {on {day}}} from {time}. I have left them this conversation. To go on with me in the meantime, write “bot”.",
    },
  ),
  /** Nobody has answered yet and the customer writes again. */
  "handover-waiting": reply(
    {},
    {
      es: "Alguien del equipo ya tiene [tu|su] mensaje y [te|le] responde en cuanto pueda. Para seguir conmigo mientras tanto, [escribe|escriba|escribí] «bot».",
      en: "Someone from the team has your message and will answer as soon as they can. To go on with me in the meantime, write “bot”.",
    },
  ),
  "handover-offer": reply(
    {},
    {
      es: "¿[Prefieres|Prefiere|Preferís] que [te|le] atienda una persona?",
      en: "Would you rather talk to a person?",
    },
  ),
  "bot-back": reply(
    {},
    { es: "Aquí sigo yo, el asistente de {business}.", en: "The assistant of {business} is back." },
  ),

  /** For the person who takes over; the lines are `handover-note-…`. */
  "handover-note": reply({ lines: "lines" }, { es: "{lines}", en: "{lines}" }),
  "handover-note-why": reply(
    { why: ["asked", "angry", "failed", "intent", "other"], reason: "text" },
    {
      es: "Motivo: {why, select, asked {pidió una persona} angry {está molesto} failed {el asistente no lo entendió} intent {lo atiende una persona ({reason})} other {{reason}}}",
      en: "Why: {why, select, asked {asked for a person} angry {is upset} failed {the assistant did not understand} intent {seen to by a person ({reason})} other {{reason}}}",
    },
  ),
  "handover-note-customer": reply(
    { name: "maybe", language: ["es", "en"] },
    {
      es: "Cliente: {name, select, none {sin nombre} other {{name}}}, {language, select, es {en español} other {en inglés}}",
      en: "Customer: {name, select, none {no name} other {{name}}}, {language, select, es {in Spanish} other {in English}}",
    },
  ),
  "handover-note-said": reply({ text: "text" }, { es: "Escribió: «{text}»", en: "Wrote: “{text}”" }),
  "handover-note-found": reply({ found: "list" }, { es: "Menciona: {found}", en: "Mentions: {found}" }),
  "handover-note-order": reply(
    { number: "text", status: "text", text: "text" },
    { es: "Pedido {number} ({status}): {text}", en: "Order {number} ({status}): {text}" },
  ),
  "handover-note-ticket": reply(
    { number: "text", status: "text", subject: "text" },
    { es: "Caso {number} ({status}): {subject}", en: "Case {number} ({status}): {subject}" },
  ),
  "handover-note-mood": reply(
    { mood: ["neg", "neu", "pos"], emotion: "maybe" },
    {
      es: "Ánimo: {mood, select, neg {molesto} pos {contento} other {neutral}}{emotion, select, none {} other { ({emotion})}}",
      en: "Mood: {mood, select, neg {upset} pos {pleased} other {neutral}}{emotion, select, none {} other { ({emotion})}}",
    },
  ),
} as const;
