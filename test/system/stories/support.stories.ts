import type { Story } from "./script.ts";

export const stories: Story[] = [
  {
    title: "a complaint becomes a ticket, is added to, and closed when all is well",
    script: `
      customer: el pan que me mandaron llegó durísimo
      lane: support
      customer: no tengo el número de pedido
      bot: /C-\\d+/
      customer: ¿cómo va mi caso?
      bot: {ticket}
      customer: ya quedó resuelto, gracias
      bot: {ticket}
    `,
    ends: { customer: { tickets: [{ status: "closed", category: "quality" }] } },
  },
  {
    title: "an order that did not come, and then did",
    script: `
      customer: hola, mi pedido no ha llegado
      lane: support
      customer: P-1234567
      bot: /C-\\d+/
      customer: ya llegó, gracias
      bot: {ticket}
    `,
    ends: { customer: { tickets: [{ status: "closed", category: "not_delivered" }] } },
  },
  {
    title: "overcharged, with an order of this chat, reopened when it is not solved",
    script: `
      customer: 2 quiches, I'll pick up {on} at 10am, cash
      customer: that's all
      customer: Amy Lee
      customer: yes
      bot: /P-\\d+/
      customer: you charged me twice for my order
      lane: support
      bot: /C-\\d+/
      customer: it's solved, thanks
      customer: the charge is still wrong, this was not solved
      bot: {ticket}
    `,
    ends: { customer: { tickets: [{ status: "open", category: "charge" }] } },
  },
  {
    title: "a photo of the damage goes with the ticket",
    script: `
      customer: mi pastel llegó todo aplastado
      customer: no sé el número
      bot: /C-\\d+/
      shares: image
      bot: /foto|agreg|anot/
      customer: quiero que me devuelvan mi dinero
      customer: ¿qué pasó con mi caso?
      bot: {ticket}
    `,
    ends: { customer: { tickets: [{ status: "open", category: "quality", photos: 1 }] } },
  },
  {
    title: "a question about refunds in general opens no ticket",
    script: `
      customer: do you accept returns?
      bot: refund
      customer: ok. and can I get an invoice?
      bot: tax details
      customer: everything was delicious by the way!
      bot: /bakers|glad|thank/
    `,
    ends: { customer: { tickets: [] } },
  },
  {
    title: "an allergic reaction is urgent",
    script: `
      customer: a mi hija le dio una reacción alérgica con su galleta
      lane: support
      bot: /C-\\d+/ | Salud o alergia
      bot: equipo
    `,
    ends: { customer: { tickets: [{ category: "health" }], paused: true } },
  },
  {
    title: "a complaint in the middle of an order does not lose the order",
    script: `
      customer: quiero 2 masas madre
      bot: 170
      customer: por cierto, ayer el café estaba frío
      lane: support
      bot: /C-\\d+/
      customer: ok, y agrega 1 focaccia a mi pedido
      bot: 228
    `,
    ends: { customer: { cart: { "masa-madre": 2, focaccia: 1 }, tickets: [{ category: "quality" }] } },
  },
  {
    title: "where is my order, of somebody who has none here",
    script: `
      customer: where is my order?
      bot: order number
      customer: do you accept bitcoin?
      bot: bitcoin
      customer: P-7777777
      bot: P-7777777
      customer: never mind, thanks
      bot: /thank|welcome/
    `,
    ends: { customer: { tickets: [] } },
  },
];
