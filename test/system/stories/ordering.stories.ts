import type { Story } from "./script.ts";

export const stories: Story[] = [
  {
    title: "from the first greeting to the number of the order, in Spanish",
    script: `
      customer: hola buenas
      customer: quiero 6 conchas y 2 cafés de olla
      lane: commerce
      intent: place_order
      bot: 6 × Concha | 2 × Café de olla | 178
      customer: no, es todo
      customer: paso por el
      customer: {el} a las 11
      bot: efectivo | tarjeta
      customer: en efectivo
      bot: nombre
      customer: Carmen Salas
      bot: Total: | 178 | Carmen Salas | 11:00
      customer: sí porfa
      bot: /P-\\d+/ | 178
      customer: gracias!
      not: no está confirmado
    `,
    ends: {
      customer: {
        cart: {},
        orders: [{ status: "placed", total: 178, goods: { "concha-vainilla": 6, "cafe-olla": 2 } }],
      },
    },
  },
  {
    title: "from the first greeting to the number of the order, in English, with delivery",
    script: `
      customer: hey! can i order some bread?
      language: en
      customer: 4 croissants, 2 sourdough loaves and a dozen bolillos pls
      bot: 4 × Croissant | 2 × Sourdough loaf | 12 × Bolillo | 306
      customer: that's all
      customer: delivery please
      bot: address
      customer: Calle Durango 180 int 4, Roma Norte
      customer: {on} at noon
      customer: card
      bot: name
      customer: it's Peter Hall
      bot: 306 | Durango 180 | Peter Hall
      not: Delivery ·
      customer: yes please, go ahead
      bot: /P-\\d+/ | 306
    `,
    ends: { customer: { cart: {}, orders: [{ total: 306, goods: { cuernito: 4, "masa-madre": 2, bolillo: 12 } }] } },
  },
  {
    title: "everything in one careless message",
    script: `
      customer: kiero 3 cuernitos,2 orejas y 1 baguet xfa
      bot: 3 × Cuernito | 2 × Oreja | 1 × Baguette | 138
      customer: nada mas
      customer: yo paso
      customer: {el} 9am
      customer: tarjeta
      customer: a nombre de Beto Ruiz
      bot: 138 | Beto Ruiz | 9:00
      customer: dale
      bot: /P-\\d+/
    `,
    ends: { customer: { orders: [{ total: 138, goods: { cuernito: 3, oreja: 2, baguette: 1 } }] } },
  },
  {
    title: "delivery has a fee below the limit, and none above it",
    script: `
      customer: 8 cuernitos a domicilio por favor
      bot: 8 × Cuernito
      customer: nada más
      bot: dirección
      customer: Ámsterdam 45, Condesa
      customer: {el} a las 10 de la mañana
      customer: efectivo
      customer: Lucía Prado
      bot: Envío | 35 | 211
      customer: espera, agrega 2 masas madre
      bot: 346
      not: 381
      customer: va, confírmalo
      bot: /P-\\d+/ | 346
    `,
    ends: { customer: { orders: [{ total: 346, goods: { cuernito: 8, "masa-madre": 2 } }] } },
  },
  {
    title: "too little for a delivery: more of it, or pick it up",
    script: `
      customer: 2 conchas a domicilio
      customer: es todo
      bot: 120 | 84
      taps: Paso por él
      customer: {el} a la 1 de la tarde
      customer: cash
      customer: Ana
      bot: 36 | Ana
      taps: Sí, confirmar
      bot: /P-\\d+/ | 36
    `,
    ends: { customer: { orders: [{ total: 36 }] } },
  },
  {
    title: "an address outside the zones, then one inside",
    script: `
      customer: 10 roles de canela a domicilio
      customer: es todo
      customer: Calzada de Tlalpan 1200, Portales
      bot: Roma | Condesa
      customer: entonces mándalo a Álvaro Obregón 50, Roma
      customer: {el} a las 12
      customer: transferencia
      customer: Hugo
      bot: 350 | Hugo
      customer: si
      bot: /P-\\d+/ | CLABE
    `,
    ends: { customer: { orders: [{ total: 350 }] } },
  },
  {
    title: "the last words before the confirmation change nearly everything",
    script: `
      customer: 5 donas de chocolate y 1 baguette, paso por ellas {el} a las 10, efectivo
      customer: es todo
      customer: Marta
      bot: 133 | 10:00
      customer: no, mejor a las 12
      bot: 12:00 | 133
      customer: y con tarjeta mejor
      bot: tarjeta
      customer: y que sean 6 donas
      bot: 152
      customer: a nombre de Marta Gil
      bot: Marta Gil | 152 | 12:00 | tarjeta
      customer: ahora sí, confirmo
      bot: /P-\\d+/ | 152
    `,
    ends: { customer: { orders: [{ total: 152, goods: { "dona-chocolate": 6, baguette: 1 } }] } },
  },
  {
    title: "side questions in the middle, and back to where the order was",
    script: `
      customer: quiero 4 cuernitos
      customer: oye tienen estacionamiento?
      bot: enfrente
      customer: y 2 cafes americanos
      bot: 2 × Café americano
      customer: listo, es todo
      bot: /pasas|recog/
      customer: ¿a qué hora cierran los sábados?
      bot: 20:00
      customer: paso por él
      customer: ¿aceptan tarjeta?
      bot: tarjeta
      customer: {el} a las 5 de la tarde
      customer: tarjeta
      customer: ¿tienen wifi?
      bot: wifi
      customer: Rosa Luna
      bot: 164 | Rosa Luna | 17:00
      customer: va
      bot: /P-\\d+/
    `,
    ends: { customer: { orders: [{ total: 164, goods: { cuernito: 4, "cafe-americano": 2 } }] } },
  },
  {
    title: "the language changes in the middle of an order",
    script: `
      customer: hola, me das 2 masas madre
      bot: 2 × Pan de masa madre
      customer: sorry, can we continue in English? I also want 3 croissants
      language: en
      bot: 3 × Croissant
      customer: no, that's it
      customer: I'll pick it up
      customer: {on} at 4pm
      customer: cash
      customer: Emma Stone
      bot: Total: | 236 | Emma Stone
      customer: yep
      bot: Done | 236
    `,
    ends: { customer: { orders: [{ total: 236 }] } },
  },
  {
    title: "an order from the WhatsApp catalog, changed by words",
    script: `
      orders: concha-rosa x4, cuernito-almendra x2
      bot: 4 × Concha rosa | 2 × Cuernito de almendra | 156
      customer: agrega un chocolate caliente
      bot: Chocolate caliente | 204
      customer: quita los cuernitos de almendra
      bot: Quité
      customer: es todo
      customer: paso por el pedido
      customer: {el} a las 9 de la mañana
      customer: con tarjeta
      customer: Iván
      bot: 128 | Iván
      taps: Sí, confirmar
      bot: /P-\\d+/ | 128
    `,
    ends: { customer: { orders: [{ total: 128, goods: { "concha-rosa": 4, "chocolate-caliente": 1 } }] } },
  },
  {
    title: "only by tapping: category, item, check-out, confirmation",
    script: `
      customer: quiero hacer un pedido
      taps: Galletas
      bot: Galleta de nuez
      taps: Galleta de nuez
      customer: 6
      bot: 6 × Galleta de nuez | 144
      taps: Finalizar pedido
      taps: Paso por él
      customer: {el} a las 10
      taps: Efectivo
      customer: Nora
      taps: Sí, confirmar
      bot: /P-\\d+/ | 144
    `,
    ends: { customer: { orders: [{ total: 144, goods: { "galleta-nuez": 6 } }] } },
  },
  {
    title: "what is no name is not taken for one",
    script: `
      customer: 1 cheesecake
      customer: eso es todo
      customer: paso por el
      customer: {el} a las 11
      customer: efectivo
      bot: nombre
      customer: ¿aceptan bitcoin?
      bot: bitcoin
      customer: no gracias, entonces efectivo está bien
      customer: Sofía Rey
      bot: Sofía Rey | 330
      customer: cancela mejor
      bot: borré
    `,
    ends: { customer: { cart: {}, orders: [] } },
  },
  {
    title: "two customers want the last cheesecakes",
    script: `
      ana: 4 cheesecakes
      ana: es todo
      ana: paso por ellos
      ana: {el} a las 12
      ana: efectivo
      ana: Ana Mora
      bot: 1,320
      luis: quiero 4 pays de queso
      luis: es todo
      luis: yo paso
      luis: {el} a las 12
      luis: tarjeta
      luis: Luis Paz
      bot: 1,320
      ana: si
      bot: /P-\\d+/
      luis: sí, confirmo
      bot: /acab|queda/
      not: P-
      luis: dame solo 2 entonces
      bot: 660
      luis: es todo
      bot: Luis Paz | 660
      luis: sí
      bot: /P-\\d+/ | 660
    `,
    ends: {
      ana: { orders: [{ total: 1320, goods: { cheesecake: 4 } }] },
      luis: { orders: [{ total: 660, goods: { cheesecake: 2 } }] },
    },
  },
];
