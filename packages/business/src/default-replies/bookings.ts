import { reply } from "../reply-text.ts";

export const bookingReplies = {
  "booking-ask-which": reply(
    { bookings: "list" },
    { es: "¿Qué reservamos: {bookings}?", en: "What shall I book: {bookings}?" },
  ),
  "booking-ask-people": reply(
    { booking: "text" },
    { es: "¡Claro! ¿Para cuántas personas?", en: "Of course! For how many people?" },
  ),
  "booking-ask-service": reply(
    { services: "list" },
    { es: "¿Qué servicio? Tenemos {services}.", en: "Which service? We have {services}." },
  ),
  "booking-ask-date": reply({ booking: "text" }, { es: "¿Para qué día?", en: "For which day?" }),
  "booking-ask-time": reply({ booking: "text" }, { es: "¿A qué hora?", en: "At what time?" }),
  "booking-ask-name": reply({ booking: "text" }, { es: "¿A nombre de quién?", en: "What name is it under?" }),
  "booking-ask-phone": reply({ booking: "text" }, { es: "¿Un teléfono de contacto?", en: "A phone number, please?" }),
  "booking-ask-email": reply({ booking: "text" }, { es: "¿Un correo de contacto?", en: "An e-mail address, please?" }),
  "booking-ask-notes": reply({ booking: "text" }, { es: "¿Algo que debamos saber?", en: "Anything we should know?" }),
  "booking-closed": reply(
    { day: "date", reason: "maybe" },
    {
      es: "El {day} no abrimos{reason, select, none {} other { ({reason})}}. ¿Otro día?",
      en: "We are closed on {day}{reason, select, none {} other { ({reason})}}. Another day?",
    },
  ),
  "booking-closed-at": reply(
    { day: "date", time: "time", spans: "list" },
    {
      es: "El {day} a las {time} estamos cerrados; ese día abrimos de {spans}. ¿A qué otra hora?",
      en: "We are closed on {day} at {time}; that day we are open {spans}. What other time?",
    },
  ),
  "booking-full": reply(
    { day: "date", time: "time", times: "maybe" },
    {
      es: "El {day} a las {time} ya no hay lugar.{times, select, none { ¿Probamos otro horario?} other { Hay lugar a las {times}.}}",
      en: "We are full on {day} at {time}.{times, select, none { Shall we try another time?} other { There is room at {times}.}}",
    },
  ),
  "booking-past": reply(
    {},
    { es: "Ese momento ya pasó. ¿Para cuándo sería?", en: "That time has passed. When would it be?" },
  ),
  "booking-too-soon": reply(
    { notice: "text" },
    {
      es: "Para eso necesitamos al menos {notice} de anticipación. ¿Otro horario?",
      en: "We need at least {notice} notice for that. Another time?",
    },
  ),
  "booking-too-far": reply(
    { days: "count" },
    {
      es: "Solo tomamos reservas hasta {days} días antes. ¿Otra fecha?",
      en: "We only take bookings up to {days} days ahead. Another date?",
    },
  ),
  "booking-too-many": reply(
    { most: "count" },
    {
      es: "Por aquí reservo hasta {most} personas. Para grupos más grandes [te|le] atiende alguien del equipo: [escribe|escriba|escribí] «persona».",
      en: "I can book for up to {most} people here. For larger groups someone from the team will help: write “person”.",
    },
  ),
  "booking-too-few": reply(
    { least: "count" },
    {
      es: "Reservamos desde {least, plural, one {# persona} other {# personas}}.",
      en: "We take bookings from {least, plural, one {# person} other {# people}}.",
    },
  ),
  "confirm-booking": reply(
    { booking: "text", people: "count", service: "maybe", day: "date", time: "time", name: "maybe", phone: "maybe" },
    {
      es: "Entonces: {booking}{service, select, none {} other { ({service})}}{people, plural, =0 {} one { para # persona} other { para # personas}}, el {day} a las {time}{name, select, none {} other {, a nombre de {name}}}{phone, select, none {} other {, tel. {phone}}}. ¿Lo confirmo?",
      en: "So: {booking}{service, select, none {} other { ({service})}}{people, plural, =0 {} one { for # person} other { for # people}}, on {day} at {time}{name, select, none {} other {, under {name}}}{phone, select, none {} other {, phone {phone}}}. Shall I confirm it?",
    },
  ),
  "booking-placed": reply(
    { number: "text", booking: "text", day: "date", time: "time" },
    {
      es: "¡Listo! Reserva *{number}*: {booking}, el {day} a las {time}. ¡[Te|Le] esperamos!",
      en: "Done! Booking *{number}*: {booking}, on {day} at {time}. See you then!",
    },
  ),
  "booking-changed": reply(
    { number: "text", day: "date", time: "time", people: "count" },
    {
      es: "Listo, [tu|su] reserva {number} queda para el {day} a las {time}{people, plural, =0 {} one {, # persona} other {, # personas}}.",
      en: "Done, your booking {number} is now on {day} at {time}{people, plural, =0 {} one {, # person} other {, # people}}.",
    },
  ),
  "confirm-cancel-booking": reply(
    { number: "text", day: "date", time: "time" },
    {
      es: "¿Cancelo [tu|su] reserva {number} del {day} a las {time}?",
      en: "Shall I cancel your booking {number} on {day} at {time}?",
    },
  ),
  "booking-cancelled": reply(
    { number: "text" },
    { es: "Listo, [tu|su] reserva {number} queda cancelada.", en: "Done, your booking {number} is cancelled." },
  ),
  "booking-kept": reply(
    { number: "text" },
    { es: "Perfecto, [tu|su] reserva {number} sigue en pie.", en: "Perfect, your booking {number} stays as it is." },
  ),
  "booking-status": reply(
    { number: "text", booking: "text", day: "date", time: "time" },
    {
      es: "[Tu|Su] reserva {number}: {booking}, el {day} a las {time}.",
      en: "Your booking {number}: {booking}, on {day} at {time}.",
    },
  ),
  "booking-not-found": reply(
    {},
    {
      es: "No encuentro una reserva [tuya|suya]. ¿Hacemos una?",
      en: "I cannot find a booking of yours. Shall we make one?",
    },
  ),
  "booking-not-placed": reply({}, { es: "De acuerdo, no reservo nada.", en: "All right, I will not book anything." }),
  "bookings-off": reply({}, { es: "Por aquí no tomamos reservas.", en: "We do not take bookings here." }),
} as const;
