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
    ends: { customer: { cart: {}, orders: [{ status: "placed", total: 178, goods: { "concha-vainilla": 6, "cafe-olla": 2 } }] } },
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
    title: "counts before and behind, dozens and halves",
    script: `
      customer: buenas, bolillos docena y media, conchas de chocolate x4 y media docena de polvorones
      bot: 18 × Bolillo | 4 × Concha de chocolate | 6 × Polvorón | 228
      customer: ponle otro par de polvorones
      bot: 8 × Polvorón
      customer: y una telera mas
      bot: 1 × Telera
      customer: ¿cuánto llevo?
      bot: 261
    `,
    ends: { customer: { cart: { bolillo: 18, "concha-chocolate": 4, polvoron: 8, telera: 1 } } },
  },
  {
    title: "a customer who changes her mind with every message",
    script: `
      customer: me das 3 conchas
      bot: 3 × Concha
      customer: mejor 4 conchas
      bot: 4 × Concha
      not: 7 ×
      customer: y 2 donas de chocolate
      customer: quita una dona
      bot: 1 × Dona de chocolate
      customer: no, mejor quita las donas
      bot: Quité | Dona de chocolate
      customer: cambia las conchas por cuernitos
      bot: 4 × Cuernito
      customer: no perdón, que sean 5
      bot: 5 × Cuernito
    `,
    ends: { customer: { cart: { cuernito: 5 } } },
  },
  {
    title: "an English customer swaps, removes and asks for the total",
    script: `
      customer: I'd like 2 lattes with oat milk and 3 cinnamon rolls
      bot: 2 × Latte | oat milk | 3 × Cinnamon roll | 233
      customer: actually make it 4 cinnamon rolls
      bot: 4 × Cinnamon roll
      not: 7 ×
      customer: remove one latte
      bot: 1 × Latte
      customer: how much is it?
      bot: 204
      customer: swap the latte for an americano
      bot: 1 × Americano
      customer: what's in my cart?
      bot: 4 × Cinnamon roll | 1 × Americano | 178
    `,
    ends: { customer: { cart: { "rol-canela": 4, "cafe-americano": 1 } } },
  },
  {
    title: "an option that the price depends on is asked for, and may be changed",
    script: `
      customer: quiero un pastel de tres leches
      bot: chico | mediano | grande
      customer: el mediano
      bot: Pastel de tres leches | 500
      customer: mejor el grande
      bot: 680
      customer: y 2 capuchinos grandes
      bot: 2 × Capuchino | 804
    `,
    ends: { customer: { cart: { "pastel-tres-leches": 1, capuchino: 2 } } },
  },
  {
    title: "what is on no menu is said, and the rest is taken",
    script: `
      customer: quiero 2 conchas y 3 hamburguesas
      bot: 2 × Concha | hamburguesas
      customer: y un sushi
      bot: sushi
      not: agregué 1 × s
      customer: entonces 1 café de olla
      bot: 1 × Café de olla
      customer: es todo, cuánto es?
      bot: 71
    `,
    ends: { customer: { cart: { "concha-vainilla": 2, "cafe-olla": 1 } } },
  },
  {
    title: "what is sold out, and more than an order may have",
    script: `
      customer: me das 2 atoles y 3 donas
      bot: Atole | 3 × Dona de azúcar
      customer: ponme 8 roscas de reyes medianas
      bot: 6
      customer: y 10 flanes
      bot: /quedan 5|5 × Flan/
    `,
    ends: { customer: { cart: { "dona-azucar": 3, "rosca-reyes": 6, flan: 5 } } },
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
    title: "a customer starts over in the middle",
    script: `
      customer: 3 focaccias y 2 quiches
      bot: 330
      customer: borra todo
      bot: borré
      customer: mejor 1 brioche
      bot: 1 × Brioche | 90
      customer: lo de siempre
      not: P-
    `,
    ends: { customer: { cart: { "pan-brioche": 1 } } },
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
