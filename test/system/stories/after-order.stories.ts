import type { Story } from "./script.ts";

export const stories: Story[] = [
  {
    title: "where the order is, one item more, and cancelled after all",
    script: `
      customer: 2 baguettes y 1 mermelada para recoger {el} a las 10, pago en efectivo
      customer: es todo
      customer: Paula
      bot: 164
      customer: sí
      bot: /P-\\d+/
      customer: ¿cómo va mi pedido?
      bot: {order} | confirmado
      customer: quiero cambiar mi pedido, agrégale 1 miel
      bot: 284
      customer: sí
      bot: {order} | 284
      customer: mejor cancela mi pedido {order}
      bot: ¿Cancelo
      customer: sí, cancélalo
      bot: {order} | cancelado
    `,
    ends: { customer: { orders: [{ status: "cancelled", total: 284 }] } },
  },
  {
    title: "a cancellation that is thought better of, and a number that is not known",
    script: `
      customer: 6 orejas, I'll pick them up {on} at 10am, paying cash
      customer: that's all
      customer: John Reed
      customer: yes
      bot: /P-\\d+/ | 102
      customer: cancel my order please
      bot: cancel your order {order}
      customer: no wait, keep it
      bot: {order} stays
      customer: what's the status of order P-99999999?
      bot: P-99999999
      customer: and {order1}?
      bot: {order1} is confirmed
    `,
    ends: { customer: { orders: [{ status: "placed", total: 102 }] } },
  },
  {
    title: "two orders of one chat, the first of them cancelled by its number",
    script: `
      customer: 12 bolillos, paso {el} a las 8 de la mañana, efectivo
      customer: es todo
      customer: Raúl
      customer: sí
      bot: /P-\\d+/ | 48
      customer: quiero hacer otro pedido: 2 focaccias
      bot: 116
      customer: nada más
      customer: paso por él
      customer: {el2} a las 8 de la mañana
      customer: tarjeta
      bot: Raúl | 116 | tarjeta
      customer: sí
      bot: /P-\\d+/ | 116
      customer: cancela el pedido {order1}
      bot: ¿Cancelo | {order1}
      customer: sí
      bot: {order1} | cancelado
      customer: y el otro pedido cómo va?
      bot: {order} | confirmado
    `,
    ends: {
      customer: {
        orders: [
          { status: "cancelled", total: 48 },
          { status: "placed", total: 116 },
        ],
      },
    },
  },
  {
    title: "a picture is asked for, the goods are ordered, and the receipt is asked for twice",
    script: `
      customer: ¿tienes foto del cuernito?
      lane: commerce
      bot: Cuernito: $22 | ¿Lo agrego
      customer: agrega 6
      bot: 6 × Cuernito | 132
      customer: es todo
      customer: paso por él
      customer: {el} a las 10
      customer: efectivo
      customer: Rita Sol
      bot: 132 | Rita Sol
      customer: sí
      bot: /P-\\d+/ | 132
      not: recibo
      customer: mándame el comprobante en pdf
      bot: recibo | {order} | 132
      customer: can you send me the receipt of {order} again?
      bot: {order} | 132
    `,
    ends: { customer: { orders: [{ status: "placed", total: 132 }] } },
  },
  {
    title: "thanks before the order is placed reminds of it once",
    script: `
      customer: 3 molletes y 1 té
      bot: 248
      customer: gracias
      bot: 248 | ¿Lo terminamos?
      customer: sí
      bot: /pasas por/
      customer: paso por él
      customer: {el} a las 9:30
      customer: tarjeta
      customer: Gil
      customer: dale
      bot: /P-\\d+/ | 248
    `,
    ends: { customer: { orders: [{ total: 248 }] } },
  },
];
