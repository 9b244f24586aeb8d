import { expect, test } from "vitest";
import { textMessage } from "./outgoing-message.ts";

const text = { body: "Hola", effect: "1~34600000001:7/1" };

test("a phone goes into `to`, a BSUID into `recipient`, a group is named as one", () => {
  expect(textMessage({ ...text, contact: "34600000001" })).toEqual({
    messaging_product: "whatsapp",
    recipient_type: "individual",
    to: "34600000001",
    type: "text",
    text: { body: "Hola" },
    biz_opaque_callback_data: "1~34600000001:7/1",
  });
  const toBsuid = textMessage({ ...text, contact: "ES.700000000000000001" });
  expect(toBsuid).toMatchObject({ recipient: "ES.700000000000000001" });
  expect(toBsuid).not.toHaveProperty("to");
  expect(textMessage({ ...text, contact: "Z3JvdXAx" })).toMatchObject({ recipient_type: "group", to: "Z3JvdXAx" });
});

test("a reply quotes the message it answers", () => {
  const message = textMessage({ ...text, contact: "34600000001", replyTo: "wamid.ASKED" });
  expect(message.context).toEqual({ message_id: "wamid.ASKED" });
});

test("a text that Meta would refuse is refused here", () => {
  const send = (body: string) => () => textMessage({ ...text, contact: "34600000001", body });
  expect(send("x".repeat(4096))).not.toThrow();
  expect(send("x".repeat(4097))).toThrow(expect.objectContaining({ code: "message.too-large" }));
  expect(send(" \n")).toThrow(expect.objectContaining({ code: "message.malformed" }));
});
