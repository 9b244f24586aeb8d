import type { Story } from "./script.ts";

export const stories: Story[] = [
  {
    title: "thirty turns of an order with edits end with the right cart and total",
    script: `
      customer: hola!
      customer: voy a hacer un pedido grande para la oficina
      customer: 10 conchas
      bot: 10 × Concha
      customer: 8 cuernitos
      bot: 8 × Cuernito
      customer: 6 donas de chocolate y 6 de azúcar
      bot: 6 × Dona de chocolate | 6 × Dona de azúcar
      customer: quita 2 conchas
      bot: 8 × Concha
      customer: ¿cuánto llevo?
      bot: 530
      customer: mejor 10 cuernitos
      bot: 10 × Cuernito
      customer: ¿tienen opciones veganas?
      bot: avena
      customer: ponme 5 galletas de avena
      bot: 5 × Galleta de avena
      customer: y 4 cafés americanos
      bot: 4 × Café americano
      customer: que los cafés sean grandes
      bot: grande
      customer: quita las donas de azúcar
      bot: Quité | Dona de azúcar
      customer: cambia las donas de chocolate por orejas
      bot: 6 × Oreja
      customer: añade un pastel de zanahoria
      bot: chico
      customer: chico
      bot: 1,128
      customer: no, mejor mediano
      bot: 1,308
      customer: y 2 jugos de naranja
      bot: 2 × Jugo de naranja
      customer: otro jugo más
      bot: 3 × Jugo de naranja
      customer: a ver qué llevo
      bot: 8 × Concha | 10 × Cuernito | 6 × Oreja | 3 × Jugo | 1,434
      customer: es todo
      customer: a domicilio
      customer: Durango 200 piso 3, Roma Norte
      customer: ¿a qué hora abren?
      bot: 7:00
      customer: {el} a las 8:30 de la mañana
      customer: transferencia
      customer: a nombre de Oficina Norte
      bot: 1,434 | Durango 200 | 8:30
      customer: perdón, mejor a las 9
      bot: 9:00
      customer: agrega 12 bolillos
      bot: 1,482
      customer: ok confirma
      bot: /P-\\d+/ | 1,482 | CLABE
    `,
    ends: {
      customer: {
        cart: {},
        orders: [
          {
            total: 1482,
            goods: {
              "concha-vainilla": 8,
              cuernito: 10,
              oreja: 6,
              "galleta-avena": 5,
              "cafe-americano": 4,
              "pastel-zanahoria": 1,
              "jugo-naranja": 3,
              bolillo: 12,
            },
          },
        ],
      },
    },
  },
];
