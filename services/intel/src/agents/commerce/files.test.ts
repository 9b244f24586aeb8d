import { parseBusiness, readBusinessFile } from "@parley/business/load";
import type { Reply } from "@parley/contract/reply";
import { beforeAll, describe, expect, test } from "vitest";
import { demoBusiness, enginesOf, openChat, type Said } from "../../chat.fixture.ts";
import type { Engines } from "../../engines.ts";

let engines: Engines;
beforeAll(async () => {
  engines = await enginesOf(demoBusiness());
}, 60_000);

const imagesOf = ({ replies }: Said) => replies.filter(({ kind }) => kind === "image");
const cake: Reply = {
  kind: "image",
  source: { path: "photos/pastel-chocolate.jpg" },
  caption: "Pastel de chocolate: $340.",
};
const order = [
  "quiero 3 conchas y 2 cafés latte con leche de avena",
  "es todo",
  "paso por él",
  "en efectivo",
  "Laura Núñez",
];
const ordered = (chat: ReturnType<typeof openChat>) => {
  for (const line of [...order, "sí"]) chat.says(line);
  return chat;
};

describe("pictures", () => {
  test.each([
    "muéstrame el pastel de chocolate",
    "¿tienes foto del pastel de chocolate?",
    "cuéntame del pastel de chocolate",
  ])("%s: the picture with name and price, then the question, which repeats neither", (text) => {
    const said = openChat(engines).says(text);
    expect(said.replies).toEqual([cake, expect.objectContaining({ kind: "buttons" })]);
    expect(said.texts[1]).toContain("¿Lo agrego a tu pedido?");
    expect(said.texts[1]).not.toContain("Sí, tenemos");
    expect(said.turn.processing.intel?.decision).toMatchObject({ lane: "commerce", agent: "commerce-es" });
  });

  test("in English, and a yes to the question puts it into the cart", () => {
    const chat = openChat(engines);
    const said = chat.says("do you have a picture of the croissant?");
    expect(imagesOf(said)).toMatchObject([{ caption: "Croissant: $22." }]);
    expect(chat.says("yes please").texts.join()).toContain("How many");
    expect(chat.says("2").texts.join()).toContain("2 × Croissant");
    const spanish = openChat(engines);
    spanish.says("¿tienes foto del cuernito?");
    expect(spanish.says("sí").texts.join()).toContain("Cuántos");
  });

  test("what is said next is about buying: other goods, a count of what was shown, the checkout", () => {
    const chat = openChat(engines);
    chat.says("¿tienes foto del pastel de chocolate?");
    chat.says("quiero 12 conchas de vainilla");
    expect(chat.says("¿tienes foto del cuernito?").replies).toHaveLength(2);
    expect(chat.says("agrega 3").texts.join()).toContain("3 × Cuernito");
    expect(chat.says("es todo").texts.join()).toContain("¿Pasas por tu pedido");
    expect(chat.says("paso por él").texts.join()).toContain("¿Cómo pagas?");
  });

  test("adding an item, the menu, a category and a price send none", () => {
    const chat = openChat(engines);
    for (const text of [
      "quiero 2 conchas",
      "¿me mandas el menú?",
      "¿qué pasteles hay?",
      "¿cuánto cuesta el cuernito?",
    ]) {
      expect(imagesOf(chat.says(text)), text).toEqual([]);
    }
  });

  test("the same picture is not sent twice in a row unless it is asked for", () => {
    const chat = openChat(engines);
    expect(imagesOf(chat.says("muéstrame el cuernito"))).toHaveLength(1);
    expect(imagesOf(chat.says("muéstrame el cuernito"))).toHaveLength(0);
    expect(imagesOf(chat.says("mándame la foto del cuernito"))).toHaveLength(1);
  });

  test("an item without a picture is told of, and that there is none", () => {
    const { replies, texts } = openChat(engines).says("¿tienes foto del pastel de tres leches?");
    expect(replies).toMatchObject([{ kind: "buttons" }]);
    expect(texts[0]).toContain("De Pastel de tres leches no tengo foto.");
  });

  test("a complaint about an item is none", () => {
    const said = openChat(engines).says("mi pastel de chocolate llegó aplastado, qué mal servicio, mira la foto");
    expect(imagesOf(said)).toEqual([]);
    expect(said.turn.processing.intel?.decision?.lane).not.toBe("commerce");
  });

  test("a cake with a photo on it is an order of that kind", () => {
    const said = openChat(engines).says("necesito un pastel con una foto impresa");
    expect(imagesOf(said)).toEqual([]);
  });
});

describe("receipts", () => {
  test("who asks for the receipt of an order gets it as a document, complete", () => {
    const { replies } = ordered(openChat(engines)).says("mándame el comprobante");
    expect(replies).toMatchObject([
      {
        kind: "document",
        filename: expect.stringMatching(/^Recibo P-\d+\.pdf$/),
        caption: expect.stringMatching(/^El recibo de tu pedido P-\d+, total \$182\.$/),
        source: {
          order: {
            business: { name: "Panadería La Espiga", phone: "+52 55 5555 0142" },
            language: "es",
            currency: "MXN",
            lines: [
              { name: "Concha de vainilla", quantity: 3, unitCents: 1_800, totalCents: 5_400 },
              { name: "Café latte", choices: "leche de avena", quantity: 2, unitCents: 6_400, totalCents: 12_800 },
            ],
            feeCents: 0,
            totalCents: 18_200,
            method: "pickup",
            payment: "efectivo",
            name: "Laura Núñez",
          },
        },
      },
    ]);
  });

  test("asked for twice it is the same document", () => {
    const chat = ordered(openChat(engines));
    expect(chat.says("quiero el pdf de mi pedido").replies).toEqual(chat.says("mándame el recibo").replies);
  });

  test("without an order there is none", () => {
    expect(openChat(engines).says("send me the receipt").texts).toEqual([expect.stringContaining("no order of yours")]);
  });

  test("it comes with the confirmation where the business wants that", async () => {
    const yaml = readBusinessFile(new URL("../../../../../deploy/demo/business.yaml", import.meta.url).pathname);
    const eager = {
      ...engines,
      known: {
        ...engines.known,
        business: parseBusiness(yaml.replace("sendReceipt: false", "sendReceipt: true"), "b.yaml"),
      },
    };
    const chat = openChat(eager);
    for (const line of order) chat.says(line);
    const { replies } = chat.says("sí");
    expect(replies.map(({ kind }) => kind)).toEqual(["text", "document"]);
  });
});
