import { expect, test } from "vitest";
import { outgoingMessage } from "./outgoing-message.ts";
import type { SendableReply } from "./sendable-reply.ts";

const effect = "1~34600000001:7/1";
const text = { reply: { kind: "text", body: "Hola" }, effect } as const;
const sent = (reply: SendableReply) => outgoingMessage({ contact: "34600000001", reply, effect });

test("a phone goes into `to`, a BSUID into `recipient`, a group is named as one", () => {
  expect(outgoingMessage({ ...text, contact: "34600000001" })).toEqual({
    messaging_product: "whatsapp",
    recipient_type: "individual",
    to: "34600000001",
    type: "text",
    text: { body: "Hola" },
    biz_opaque_callback_data: "1~34600000001:7/1",
  });
  const toBsuid = outgoingMessage({ ...text, contact: "ES.700000000000000001" });
  expect(toBsuid).toMatchObject({ recipient: "ES.700000000000000001" });
  expect(toBsuid).not.toHaveProperty("to");
  expect(outgoingMessage({ ...text, contact: "Z3JvdXAx" })).toMatchObject({ recipient_type: "group", to: "Z3JvdXAx" });
});

test("a reply quotes the message it answers", () => {
  const message = sent({ kind: "text", body: "Hola", replyTo: "wamid.ASKED" });
  expect(message.context).toEqual({ message_id: "wamid.ASKED" });
});

test("a text that Meta would refuse is refused here", () => {
  const send = (body: string) => () => sent({ kind: "text", body });
  expect(send("x".repeat(4096))).not.toThrow();
  expect(send("x".repeat(4097))).toThrow(expect.objectContaining({ code: "message.too-large" }));
  expect(send(" \n")).toThrow(expect.objectContaining({ code: "message.malformed" }));
});

test("buttons and lists are interactive messages", () => {
  const buttons = [{ id: "yes", title: "Sí" }];
  expect(sent({ kind: "buttons", header: "Pedido", body: "¿Confirmas?", footer: "La Espiga", buttons })).toMatchObject({
    type: "interactive",
    interactive: {
      type: "button",
      header: { type: "text", text: "Pedido" },
      body: { text: "¿Confirmas?" },
      footer: { text: "La Espiga" },
      action: { buttons: [{ type: "reply", reply: { id: "yes", title: "Sí" } }] },
    },
  });
  const rows = [
    { id: "a", title: "Concha", description: "Vainilla" },
    { id: "b", title: "Bolillo", description: "" },
  ];
  const list = sent({ kind: "list", body: "Pan", button: "Ver", sections: [{ title: "Dulce", rows }], replyTo: "w" });
  expect(list).toMatchObject({
    context: { message_id: "w" },
    interactive: {
      type: "list",
      action: { button: "Ver", sections: [{ title: "Dulce", rows: [rows[0], { id: "b", title: "Bolillo" }] }] },
    },
  });
  expect(list).not.toHaveProperty("interactive.header");
  expect(list).not.toHaveProperty("interactive.action.sections.0.rows.1.description");
});

test("places, pictures and files are sent as such", () => {
  const place = { latitude: 19.4, longitude: -99.1, name: "La Espiga" };
  expect(sent({ kind: "location", ...place })).toMatchObject({ type: "location", location: place });
  const link = "https://files.test/menu.pdf";
  expect(sent({ kind: "image", link })).toMatchObject({ type: "image", image: { link } });
  const file = { link, filename: "menu.pdf", caption: "Menú" };
  expect(sent({ kind: "document", ...file })).toMatchObject({ type: "document", document: file });
  const { link: _, ...held } = file;
  expect(sent({ kind: "document", ...held, mediaId: "7001" })).toMatchObject({ document: { ...held, id: "7001" } });
  expect(sent({ kind: "image", mediaId: "7002" })).toMatchObject({ type: "image", image: { id: "7002" } });
});
