import { loadBusiness } from "@parley/business/load";
import { beforeAll, describe, expect, test } from "vitest";
import { type Chat, type ChatOptions, enginesOf, openChat, type Said } from "../../chat.fixture.ts";
import type { Engines } from "../../engines.ts";
import type { ShelfState } from "../../stock/shelf-state.ts";
import { CommerceState } from "./commerce-state.ts";

let engines: Engines;
beforeAll(async () => {
  engines = await enginesOf(
    loadBusiness(new URL("../../../../../deploy/demo/business.yaml", import.meta.url).pathname),
  );
}, 60_000);

const open = (options: ChatOptions = {}) => openChat(engines, options);
const stateOf = (chat: Chat) => CommerceState.parse(chat.state().commerce?.state);
const cartOf = (chat: Chat) =>
  stateOf(chat)
    .cart.map(({ item, quantity }) => `${quantity} ${item}`)
    .join(", ");

/** Says the lines one after the other and returns what was answered to the last. */
function talk(chat: Chat, ...lines: string[]): string {
  let said: Said | undefined;
  for (const line of lines) said = line.startsWith("[") && said ? chat.taps(line.slice(1, -1), said) : chat.says(line);
  return said?.texts.join("\n") ?? "";
}

const toPickup = ["es todo", "paso por él", "en efectivo", "Laura Méndez"];

describe("cart", () => {
  test("several items in one message go in with their counts", () => {
    const chat = open();
    expect(talk(chat, "hola, quiero 3 conchas, 2 cuernitos y 4 bolillos")).toContain("$114");
    expect(cartOf(chat)).toBe("3 concha-vainilla, 2 cuernito, 4 bolillo");
  });
  test("a count of something on no menu is said, and the rest goes in", () => {
    const chat = open();
    expect(talk(chat, "quiero 2 conchas y 3 hamburguesas")).toContain("«hamburguesas»");
    expect(cartOf(chat)).toBe("2 concha-vainilla");
  });
  test("a short name of several items asks which, with the count kept", () => {
    const chat = open();
    talk(chat, "quiero 2 conchas y 3 cafes", "[Café americano]");
    expect(cartOf(chat)).toBe("2 concha-vainilla, 3 cafe-americano");
  });
  test("what is in the cart may be called by its short name", () => {
    const chat = open();
    talk(chat, "quiero un café americano y 2 conchas", "quita el café");
    expect(cartOf(chat)).toBe("2 concha-vainilla");
  });
  test("changes: a new count, one more, one less, another item instead", () => {
    const chat = open();
    talk(chat, "quiero 3 conchas y 2 cuernitos", "mejor 4 conchas", "agrega una más", "quita un cuernito");
    expect(cartOf(chat)).toBe("5 concha-vainilla, 1 cuernito");
    talk(chat, "cambia las conchas por orejas");
    expect(cartOf(chat)).toBe("1 cuernito, 5 oreja");
  });
  test("an option that must be chosen is asked, with its prices", () => {
    const chat = open();
    expect(talk(chat, "quiero un pastel de chocolate")).toContain("$520");
    expect(talk(chat, "mediano")).toContain("$520");
    expect(cartOf(chat)).toBe("1 pastel-chocolate");
  });
  test("an option that was said is not asked", () => {
    const chat = open();
    expect(talk(chat, "quiero un pastel de zanahoria grande")).toContain("$710");
  });
  test("one small and one large is no size for both", () => {
    const chat = open();
    expect(talk(chat, "quiero 1 baguette", "i'll take 2 carrot cakes, one small one large")).toContain("size");
    expect(cartOf(chat)).toBe("1 baguette");
  });
  test("a plural without a count is asked for it", () => {
    const chat = open();
    expect(talk(chat, "quiero conchas")).toContain("Cuántos");
    talk(chat, "6");
    expect(cartOf(chat)).toBe("6 concha-vainilla");
  });
  test("more than an order may have becomes the most there is, with a word", () => {
    const chat = open();
    expect(talk(chat, "quiero 400 bolillos")).toContain("300");
    expect(cartOf(chat)).toBe("300 bolillo");
  });
  test("more than there is in stock becomes what there is", () => {
    const chat = open();
    expect(talk(chat, "quiero 9 flanes")).toContain("5");
    expect(cartOf(chat)).toBe("5 flan");
  });
  test("what is sold out does not go in", () => {
    const chat = open();
    expect(talk(chat, "quiero 2 atoles")).toContain("no nos queda");
    expect(cartOf(chat)).toBe("");
  });
  test("the cart is shown with its total", () => {
    const chat = open();
    expect(talk(chat, "quiero 3 conchas", "¿cuánto llevo?")).toContain("$54");
  });
  test("the cart is emptied when asked to", () => {
    const chat = open();
    talk(chat, "quiero 3 conchas", "vacía el carrito");
    expect(cartOf(chat)).toBe("");
  });
  test("a WhatsApp order becomes the cart", () => {
    const chat = open();
    chat.says("quiero 1 baguette");
    const product_items = [
      { product_retailer_id: "concha-vainilla", quantity: 2, item_price: 18, currency: "MXN" },
      { product_retailer_id: "gone", quantity: 1, item_price: 1, currency: "MXN" },
    ];
    const { texts } = chat.sends(undefined, { kind: "order", content: { product_items } });
    expect(texts.join()).toContain("gone");
    expect(cartOf(chat)).toBe("2 concha-vainilla");
  });
  test("amounts are exact whatever the fractions", () => {
    const { business } = engines.known;
    const items = business.catalog.items.map((item) =>
      item.id === "concha-vainilla" ? { ...item, price: 0.1 } : item,
    );
    const known = { ...engines.known, itemsById: new Map(items.map((item) => [item.id, item])) };
    const chat = openChat({ ...engines, known });
    expect(talk(chat, "quiero 3 conchas")).toContain("$0.30");
  });
});

describe("checkout", () => {
  test("pick-up: one question at a time, then everything to be confirmed, then a number", () => {
    const chat = open();
    const summary = talk(chat, "quiero 3 conchas", ...toPickup);
    expect(summary).toContain("*Total: $54*");
    expect(summary).toContain("Laura Méndez");
    expect(talk(chat, "sí")).toMatch(/\*P-\d{7}\*.*\$54/);
    expect(cartOf(chat)).toBe("");
  });
  test("delivery: the zone is read from the address and its fee is added", () => {
    const chat = open();
    const summary = talk(
      chat,
      "quiero 10 conchas",
      "es todo",
      "a domicilio",
      "Tonalá 55 int 2, Roma Norte",
      "tarjeta",
      "Luis Pérez",
    );
    expect(summary).toContain("*Total: $215*");
    expect(summary).toContain("Tonalá 55");
  });
  test("delivery is free from the amount of the business file", () => {
    const chat = open();
    const summary = talk(
      chat,
      "quiero 20 conchas",
      "es todo",
      "a domicilio por favor",
      "Tonalá 55, Roma",
      "tarjeta",
      "Luis Pérez",
    );
    expect(summary).toContain("*Total: $360*");
  });
  test("below the minimum there is no delivery", () => {
    const chat = open();
    expect(talk(chat, "quiero 2 conchas", "es todo", "a domicilio")).toContain("$84");
  });
  test("an address in no known zone asks for the zone", () => {
    const chat = open();
    expect(talk(chat, "quiero 10 conchas", "es todo", "a domicilio", "Calle Norte 45 número 12")).toContain("Condesa");
  });
  test("a zone first and the street later make one address", () => {
    const chat = open();
    const summary = talk(
      chat,
      "quiero 10 conchas",
      "es todo",
      "llévenlo a la Condesa",
      "Calle Ámsterdam 20",
      "con tarjeta",
      "Rosa Gil",
    );
    expect(summary).toContain("Ámsterdam 20");
    expect(summary).toContain("*Total: $215*");
  });
  test("delivery may become a pick-up while the zone is asked", () => {
    const chat = open();
    talk(chat, "quiero 10 conchas", "es todo", "a domicilio", "Calle Norte 45 número 12", "mejor paso yo por él");
    expect(stateOf(chat).checkout.method).toBe("pickup");
  });
  test("what was volunteered is not asked", () => {
    const chat = open();
    const answer = talk(chat, "quiero 10 conchas", "es todo", "paso por ellas y pago en efectivo");
    expect(answer).toContain("nombre");
  });
  test("a time outside opening hours is refused with the earliest one", () => {
    const chat = open();
    expect(talk(chat, "quiero 10 conchas", "es todo", "paso por él mañana a las 11 de la noche")).toContain("cerrados");
  });
  test("an item that needs notice is not ready today", () => {
    const chat = open();
    const answer = talk(chat, "quiero una rosca de reyes grande", "es todo", "paso por él hoy a las 6 de la tarde");
    expect(answer).toContain("no alcanza");
  });
  test("payment, place and name may change before the yes", () => {
    const chat = open();
    talk(chat, "quiero 10 conchas", ...toPickup);
    expect(talk(chat, "mejor pago con tarjeta")).toContain("Pago: tarjeta");
    expect(talk(chat, "a nombre de Ana Torres")).toContain("Ana Torres");
  });
  test("items may change before the yes, and the summary comes again", () => {
    const chat = open();
    talk(chat, "quiero 10 conchas", ...toPickup);
    expect(talk(chat, "agrega 2 cuernitos")).toContain("*Total: $224*");
  });
  test("the cancel button drops the order", () => {
    const chat = open();
    talk(chat, "quiero 10 conchas", ...toPickup, "[Cancelar]");
    expect(stateOf(chat)).toMatchObject({ cart: [], orders: [] });
  });
  test("a side question is answered by others and the checkout goes on", () => {
    const chat = open();
    talk(chat, "quiero 10 conchas", "es todo", "paso por él", "¿a qué hora cierran hoy?");
    expect(talk(chat, "en efectivo")).toContain("nombre");
  });
  test("two customers never get the same last pieces", () => {
    const shelves = new Map<string, ShelfState>();
    const first = open({ shelves });
    const second = open({ shelves, contact: "5215500000002" });
    talk(first, "quiero 4 flanes", ...toPickup, "sí");
    const refused = talk(second, "quiero 3 flanes", ...toPickup, "sí");
    expect(refused).toContain("solo queda 1");
    expect(cartOf(second)).toBe("1 flan");
  });
});

describe("after the order", () => {
  const ordered = (shelves = new Map<string, ShelfState>()) => {
    const chat = open({ shelves });
    talk(chat, "quiero 4 flanes", ...toPickup, "sí");
    return chat;
  };
  test("it is cancelled after a yes and gives its stock back", () => {
    const shelves = new Map<string, ShelfState>();
    const chat = ordered(shelves);
    expect(talk(chat, "cancela mi pedido", "sí")).toContain("cancelado");
    expect(shelves.get("item~flan")?.held).toEqual({});
  });
  test("a no keeps it", () => {
    const chat = ordered();
    talk(chat, "cancela mi pedido", "no");
    expect(stateOf(chat).orders[0]?.status).toBe("placed");
  });
  test("too late to cancel: a person decides", () => {
    const chat = ordered();
    chat.waits(40);
    expect(talk(chat, "cancela mi pedido")).toContain("no puedo cancelarlo");
    expect(chat.state().paused).toBeDefined();
  });
  test("it is changed under its number while there is time", () => {
    const shelves = new Map<string, ShelfState>();
    const chat = ordered(shelves);
    const { number = "" } = stateOf(chat).orders[0] ?? {};
    talk(chat, "quiero cambiar mi pedido", "agrega 2 conchas", "mejor 3 flanes", "sí");
    expect(stateOf(chat).orders).toMatchObject([{ number, totalCents: 66_600 }]);
    expect(Object.values(shelves.get("item~flan")?.held ?? {})).toMatchObject([{ quantity: 3 }]);
  });
  test("a change that the stock refuses leaves the order as it was, and what it held", () => {
    const shelves = new Map<string, ShelfState>();
    const chat = ordered(shelves);
    talk(open({ shelves, contact: "5215500000002" }), "quiero 1 flan", ...toPickup, "sí");
    const answer = talk(chat, "quiero cambiar mi pedido", "agrega 2 conchas", "que sean 5 flanes", "sí");
    expect(answer).toContain("sigue como estaba");
    expect(stateOf(chat).orders[0]?.lines).toEqual([{ item: "flan", quantity: 4, choices: {} }]);
    expect(
      Object.values(shelves.get("item~flan")?.held ?? {})
        .map(({ quantity }) => quantity)
        .sort(),
    ).toEqual([1, 4]);
  });
});

describe("what is kept of orders", () => {
  test("the status comes by number, and an unknown number is said", () => {
    const chat = open();
    talk(chat, "quiero 2 conchas", ...toPickup, "sí");
    const { number = "" } = stateOf(chat).orders[0] ?? {};
    expect(talk(chat, `¿cómo va mi pedido ${number}?`)).toContain(number);
  });
  test("the same again fills the cart anew", () => {
    const chat = open();
    talk(chat, "quiero 2 conchas", ...toPickup, "sí", "quiero lo mismo de siempre");
    expect(cartOf(chat)).toBe("2 concha-vainilla");
  });
  test("the next order knows the name", () => {
    const chat = open();
    talk(chat, "quiero 2 conchas", ...toPickup, "sí");
    expect(talk(chat, "quiero 3 orejas", "es todo", "paso por él", "en efectivo")).toContain("Laura Méndez");
  });
  test("only the newest twenty orders are kept", () => {
    const chat = open();
    for (let n = 0; n < 22; n++)
      talk(chat, "quiero 1 bolillo", "es todo", "paso por él", "en efectivo", n === 0 ? "Laura Méndez" : "sí", "sí");
    expect(stateOf(chat).orders).toHaveLength(20);
  });
});

describe("bookings", () => {
  const booked = (chat: Chat) => talk(chat, "quiero reservar una mesa para 4 el jueves a las 10", "Carla Ruiz", "sí");
  test("what is said at once is not asked", () => {
    const chat = open();
    expect(booked(chat)).toMatch(/\*M-\d{7}\*.*26 de noviembre a las 10:00/);
    expect(stateOf(chat).bookings[0]?.values).toMatchObject({ people: "4", date: "2026-11-26", time: "10:00" });
  });
  test("a day on which the place is closed is refused", () => {
    expect(talk(open(), "quiero reservar una mesa para 2 el 25 de diciembre a las 10")).toContain("no abrimos");
  });
  test("cancel is nobody's name", () => {
    const chat = open();
    talk(chat, "I'd like to book a table for 3", "tomorrow at 10", "cancel");
    expect(stateOf(chat).draft).toBeUndefined();
  });
  test("a second one for somebody else stands beside the first, and the newest is moved", () => {
    const chat = open();
    booked(chat);
    talk(chat, "quiero otra mesa para 2 el sábado a las 9, a nombre de Luis", "sí");
    expect(stateOf(chat).bookings).toHaveLength(2);
    talk(chat, "cambia mi reserva a las 10", "sí");
    expect(stateOf(chat).bookings.map(({ values }) => values.time)).toEqual(["10:00", "10:00"]);
  });
  test("too many people are refused", () => {
    expect(talk(open(), "reservar una mesa para 30 personas mañana a las 10")).toContain("hasta 12");
  });
  test("a full time is said and others are offered", () => {
    const shelves = new Map<string, ShelfState>();
    const ask = [
      "quiero agendar una degustación de pastel de chocolate el viernes a las 12",
      "Ana Díaz",
      "55 1234 5678",
      "sí",
    ];
    expect(talk(open({ shelves }), ...ask)).toContain("D-");
    const refused = talk(open({ shelves, contact: "5215500000002" }), ...ask);
    expect(refused).toContain("ya no hay lugar");
    expect(refused).toContain("13:00");
  });
  test("it moves to another time and is given up", () => {
    const shelves = new Map<string, ShelfState>();
    const chat = open({ shelves });
    booked(chat);
    talk(chat, "quiero cambiar mi reserva para el viernes a las 11", "sí");
    expect(stateOf(chat).bookings).toMatchObject([{ values: { date: "2026-11-27", time: "11:00" } }]);
    talk(chat, "cancela mi reserva", "sí");
    expect(stateOf(chat).bookings[0]?.status).toBe("cancelled");
  });
});

test("yes to a new booking, where there is none to change, begins one", () => {
  expect(talk(open(), "quiero cambiar mi reserva", "sí")).toContain("una mesa");
});

describe("catalog", () => {
  test("free words find what has them in its name", () => {
    expect(talk(open(), "quiero 1 baguette", "algo de chocolate")).toContain("Concha de chocolate");
  });
  test("the menu is a list of categories, a category a list of items, an item asks how many", () => {
    const chat = open();
    talk(chat, "quiero hacer un pedido", "[Galletas]", "[Galleta de nuez]", "4");
    expect(cartOf(chat)).toBe("4 galleta-nuez");
  });
  test("a recommendation names what can be had", () => {
    expect(talk(open(), "quiero 1 baguette", "¿qué me recomiendas?")).toContain("recomiendo");
  });
  test("what chats spell wrong is asked about, with its count", () => {
    const chat = open();
    expect(talk(chat, "quiero 4 cuernitoz")).toContain("Cuernito");
    talk(chat, "[Cuernito]");
    expect(cartOf(chat)).toBe("4 cuernito");
  });
  test("what is not sold is said", () => {
    expect(talk(open(), "quiero 1 baguette", "quiero pizza")).toContain("No encontré «pizza»");
  });
  test("names come in the language of the turn", () => {
    const chat = open();
    expect(talk(chat, "quiero 3 conchas")).toContain("Concha de vainilla");
    expect(talk(chat, "could you please add two croissants to that?")).toContain("Croissant");
  });
});

describe("time passes", () => {
  test("after hours the cart is offered again", () => {
    const chat = open();
    chat.says("quiero 3 conchas");
    chat.waits(6 * 60);
    expect(talk(chat, "quiero hacer un pedido")).toContain("sin terminar");
  });
  test("after a day it is gone, with a word", () => {
    const chat = open();
    chat.says("quiero 3 conchas");
    chat.waits(26 * 60);
    expect(talk(chat, "quiero 2 orejas")).toContain("Borré");
    expect(cartOf(chat)).toBe("2 oreja");
  });
  test("thanks with an open cart reminds once", () => {
    const chat = open();
    expect(talk(chat, "quiero 3 conchas", "gracias")).toContain("$54");
    expect(talk(chat, "gracias")).not.toContain("$54");
  });
});

test("an English order of thirty turns ends with the right cart and total", () => {
  const chat = open();
  talk(
    chat,
    "hi there, can i get 3 conchas and 2 croissants pls",
    "make it 4 conchas",
    "add a baguette",
    "one more",
    "remove the croissants",
    "do you have parking?",
    "add 6 palmiers",
    "actually make it 5",
    "swap the palmiers for cinnamon rolls",
    "add a chocolate cake",
    "medium",
    "what's in my cart?",
    "take off one baguette",
    "2 teas too",
    "remove one tea",
    "add a dozen bolillo rolls",
    "what time do you close today?",
    "and 3 sugar donuts",
    "another one",
    "remove the chocolate cake",
    "that's all",
    "delivery please",
    "Durango 45, Roma Norte",
    "card",
    "Peter Smith",
    "actually i'll pay cash",
    "add 2 croissants",
    "make it 3 croissants",
    "no",
    "remove the donuts",
  );
  expect(cartOf(chat)).toBe("4 concha-vainilla, 1 baguette, 5 rol-canela, 1 te, 12 bolillo, 3 cuernito");
  expect(talk(chat, "yes")).toContain("$431");
});

test("un pedido de treinta turnos en español termina con el carrito y el total correctos", () => {
  const chat = open();
  talk(
    chat,
    "buenas kiero 3 conchas i 2 cuernitos x fa",
    "mejor 4 conchas",
    "agrega una baguette",
    "otra",
    "quita los cuernitos",
    "¿tienen estacionamiento?",
    "ponme 6 orejas",
    "perdón, que sean 5",
    "cambia las orejas por roles de canela",
    "agregame un pastel de chocolate",
    "mediano",
    "¿qué llevo?",
    "quita una baguette",
    "2 jugos de naranja tambien",
    "quita un jugo de naranja",
    "una docena de bolillos",
    "¿a qué hora cierran hoy?",
    "y 3 donas de azucar",
    "otra más",
    "quita el pastel de chocolate",
    "es todo",
    "a domicilio",
    "Durango 45, Roma Norte",
    "tarjeta",
    "Pedro Salas",
    "mejor pago en efectivo",
    "agrega 2 cuernitos",
    "que sean 3 cuernitos",
    "no",
    "quita las donas",
  );
  expect(cartOf(chat)).toBe("4 concha-vainilla, 1 baguette, 5 rol-canela, 1 jugo-naranja, 12 bolillo, 3 cuernito");
  expect(talk(chat, "sí")).toContain("$441");
});
