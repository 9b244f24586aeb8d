import type { Story } from "./script.ts";

export const stories: Story[] = [
  {
    title: "a table, asked for step by step",
    script: `
      customer: hola quiero reservar una mesa
      lane: commerce
      intent: book_appointment
      bot: /cuántas personas|cuántos/
      customer: somos 4
      customer: {el}
      customer: a las 10
      bot: /nombre/
      customer: Jorge Ávila
      bot: 4 | 10:00 | Jorge Ávila
      customer: sí
      bot: /M-\\d+/
    `,
    ends: {
      customer: { bookings: [{ booking: "table", status: "placed", people: "4", time: "10:00", name: "Jorge Ávila" }] },
    },
  },
  {
    title: "a table in one message, corrected before it is confirmed",
    script: `
      customer: table for 2 on {on} at 9am please, under Kim Novak
      bot: 2 | 9:00 | Kim Novak
      customer: actually make it 3 people
      bot: 3 people
      customer: and 10am instead
      bot: 10:00
      customer: yes please
      bot: /M-\\d+/
    `,
    ends: { customer: { bookings: [{ people: "3", time: "10:00", name: "Kim Novak" }] } },
  },
  {
    title: "a closed day, an hour outside the opening, then one that works",
    script: `
      customer: una mesa para 3 {elclosed} a las 10
      bot: /cerrado|no abrimos|no hay|ese día/
      customer: entonces {elsunday} a las 6 de la tarde
      not: Reserva
      customer: ok a las 12
      bot: /nombre/
      customer: Elena
      bot: 12:00 | Elena
      customer: va
      bot: /M-\\d+/
    `,
    ends: { customer: { bookings: [{ people: "3", time: "12:00" }] } },
  },
  {
    title: "two customers want the last tables of an hour",
    script: `
      a: mesa para 12 {el2} a las 11 a nombre de Raúl Soto
      a: sí
      bot: /M-\\d+/
      b: mesa para 12 {el2} a las 11 a nombre de Eva Soto
      b: sí
      bot: /M-\\d+/
      ana: mesa para 8 {el2} a las 11 a nombre de Ana
      bot: ¿
      luis: mesa para 8 {el2} a las 11 a nombre de Luis
      bot: ¿
      ana: sí
      bot: /M-\\d+/
      luis: sí
      not: M-
      luis: a las 9
      luis: sí
      bot: /M-\\d+/ | 9:00
    `,
    ends: {
      ana: { bookings: [{ people: "8", time: "11:00" }] },
      luis: { bookings: [{ people: "8", time: "09:00" }] },
    },
  },
  {
    title: "a booking moved, one more for a mother, and the first cancelled",
    script: `
      customer: reserva para 2 {el} a las 9 de la mañana, a nombre de Olga
      customer: si
      bot: /M-\\d+/
      customer: quiero cambiar mi reserva para las 10
      bot: 10:00
      customer: sí
      customer: otra mesa para mi mamá {el2} a la 1, son 5 personas
      bot: nombre
      customer: a nombre de Berta
      bot: 5 personas | 13:00 | Berta
      customer: sí
      bot: /M-\\d+/
      customer: cancela la reserva {booking1}
      bot: {booking1}
      customer: sí
      bot: {booking1} | cancel
    `,
    ends: {
      customer: {
        bookings: [
          { status: "cancelled", people: "2", time: "10:00" },
          { status: "placed", people: "5", time: "13:00" },
        ],
      },
    },
  },
  {
    title: "a tasting needs a day's notice, a cake and a phone; a side question does not disturb it",
    script: `
      customer: I'd like to book a cake tasting
      bot: /which|what/
      customer: chocolate cake
      customer: {on} at 12
      customer: do you have parking?
      bot: across the street
      customer: Sara Lind
      customer: 55 1234 5678
      bot: Sara Lind | 12:00
      customer: go ahead
      bot: /D-\\d+/
    `,
    ends: { customer: { bookings: [{ booking: "tasting", service: "pastel-chocolate", name: "Sara Lind" }] } },
  },
  {
    title: "more people than a table has, then fewer",
    script: `
      customer: mesa para 20 personas {el} a las 10
      bot: 12
      customer: bueno, somos 12
      customer: Diego Paz
      bot: 12 | Diego Paz
      customer: claro que sí
      bot: /M-\\d+/
    `,
    ends: { customer: { bookings: [{ people: "12" }] } },
  },
  {
    title: "an order and a booking side by side keep their own times",
    script: `
      customer: 4 chapatas y 2 jugos
      bot: 464
      customer: es todo
      customer: paso por ellas
      customer: {el} a las 5
      not: mesa
      customer: tarjeta
      customer: Toño Cruz
      bot: 17:00 | 464
      customer: sí
      bot: /P-\\d+/
      customer: y una mesa para 2 {el} a las 10 a nombre de Toño
      bot: 10:00
      customer: sí
      bot: /M-\\d+/
    `,
    ends: { customer: { orders: [{ total: 464 }], bookings: [{ people: "2", time: "10:00" }] } },
  },
];
