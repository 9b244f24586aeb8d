import { expect, test } from "vitest";
import { interactionOf } from "./interaction.ts";

test("a tapped button and a picked row are choices by their ids", () => {
  const button = { type: "button_reply", button_reply: { id: "pickup", title: "Recoger" } };
  expect(interactionOf(button)).toEqual({ kind: "choice", id: "pickup", title: "Recoger" });
  const row = { type: "list_reply", list_reply: { id: "item:7", title: "Concha", description: "Vainilla" } };
  expect(interactionOf(row)).toEqual({ kind: "choice", id: "item:7", title: "Concha" });
});

test("a template's quick reply is a choice by its payload, or by its text without one", () => {
  expect(interactionOf({ payload: "CONFIRM", text: "Yes" })).toEqual({ kind: "choice", id: "CONFIRM", title: "Yes" });
  expect(interactionOf({ text: "Yes" })).toEqual({ kind: "choice", id: "Yes", title: "Yes" });
});

test("a WhatsApp order gives its items; one that cannot be read is left out", () => {
  const product_items = [
    { product_retailer_id: "cake", quantity: 2, item_price: 30.5, currency: "MXN" },
    { product_retailer_id: 44, quantity: "1" },
    { product_retailer_id: "none", quantity: 0 },
    { quantity: 3 },
    null,
  ];
  expect(interactionOf({ catalog_id: "1", text: "gracias", product_items })).toEqual({
    kind: "order",
    items: [
      { id: "cake", quantity: 2, price: 30.5, currency: "MXN" },
      { id: "44", quantity: 1 },
    ],
  });
  expect(interactionOf({ catalog_id: "1", product_items: [] })).toBeUndefined();
});

test("a shared place has coordinates, and a name when it has one", () => {
  const place = {
    latitude: 19.41,
    longitude: -99.16,
    name: "Parque México",
    address: "Condesa",
    url: "https://x.test",
  };
  const { url: _, ...shown } = place;
  expect(interactionOf(place)).toEqual({ kind: "location", ...shown });
  expect(interactionOf({ latitude: "19.41", longitude: "-99.16" })).toMatchObject({ latitude: 19.41 });
  expect(interactionOf({ latitude: 190, longitude: 0 })).toBeUndefined();
});

test.each([undefined, null, "text", 7, [], {}, { button_reply: { id: "" } }, { product_items: "x" }, { text: 5 }])(
  "%j is no interaction",
  (content) => expect(interactionOf(content)).toBeUndefined(),
);

test("what a flow answered, a reaction and a shared contact are no choices", () => {
  const flow = { type: "nfm_reply", nfm_reply: { name: "flow", body: "Sent", response_json: "{}" } };
  expect(interactionOf(flow)).toBeUndefined();
  expect(interactionOf({ message_id: "wamid.1", emoji: "👍" })).toBeUndefined();
  expect(interactionOf([{ name: { formatted_name: "Ana" } }])).toBeUndefined();
  expect(interactionOf({ referred_product: { catalog_id: "1", product_retailer_id: "2" } })).toBeUndefined();
});
