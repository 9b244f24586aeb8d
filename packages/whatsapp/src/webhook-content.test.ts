import { interactionOf } from "@parley/contract/interaction";
import { expect, test } from "vitest";
import { readContent } from "./webhook-content.ts";

const read = (kind: string, body: unknown) => readContent(kind, { type: kind, [kind]: body });

test("an order without a note is told by its products, one with a note by the note", () => {
  const product_items = [
    { product_retailer_id: "concha", quantity: 2, item_price: 15, currency: "MXN" },
    { product_retailer_id: "bolillo", quantity: "3" },
  ];
  expect(read("order", { product_items })).toMatchObject({ text: "2 × concha\n3 × bolillo" });
  expect(read("order", { product_items, text: "para el viernes" })).toMatchObject({ text: "para el viernes" });
  expect(read("order", {})).toEqual({ content: {} });
});

test("a place is told by its name, else by its coordinates", () => {
  const place = { latitude: 19.41, longitude: -99.16 };
  expect(read("location", { ...place, name: "Parque", address: "Av. 1" })).toMatchObject({ text: "Parque, Av. 1" });
  expect(read("location", place)).toEqual({ text: "19.41, -99.16", content: place });
});

test("contacts are told by names and phones", () => {
  const contacts = [
    { name: { formatted_name: "Ana Inventada" }, phones: [{ phone: "+52 55 0000 0001" }] },
    { name: {} },
    { phones: [{ phone: "+52 55 0000 0002" }, null] },
  ];
  expect(read("contacts", contacts).text).toBe("Ana Inventada, +52 55 0000 0001\n+52 55 0000 0002");
});

test("a form is told by its fields, without the token; one that cannot be read by its own text", () => {
  const form = (response_json: string) => ({ type: "nfm_reply", nfm_reply: { body: "Sent", response_json } });
  const filled = JSON.stringify({ flow_token: "t", name: "Ana", people: 4, nested: {}, vegan: true, note: "" });
  expect(read("interactive", form(filled)).text).toBe("name: Ana\npeople: 4\nvegan: true");
  expect(read("interactive", form("{")).text).toBe("Sent");
});

test.each([
  ["interactive", { type: "button_reply", button_reply: { id: "y", title: "Sí" } }, { kind: "choice", id: "y" }],
  ["interactive", { type: "list_reply", list_reply: { id: "r1", title: "Concha" } }, { kind: "choice", id: "r1" }],
  ["button", { payload: "P", text: "Sí" }, { kind: "choice", id: "P", title: "Sí" }],
  ["order", { product_items: [{ product_retailer_id: "a", quantity: 1 }] }, { kind: "order", items: [{ id: "a" }] }],
  ["location", { latitude: 1, longitude: 2 }, { kind: "location", latitude: 1 }],
])("what a customer did with %s %j reaches the agents", (kind, body, interaction) => {
  expect(interactionOf(read(kind, body).content)).toMatchObject(interaction);
});
