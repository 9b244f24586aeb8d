import type { Story } from "./script.ts";

export const stories: Story[] = [
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
];
