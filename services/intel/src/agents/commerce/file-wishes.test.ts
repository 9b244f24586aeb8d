import { expect, test } from "vitest";
import { wishesReceipt, wishesToSee } from "./file-wishes.ts";

test.each([
  ["¿tienes foto del pastel?", "photo"],
  ["mándame una imagen de la concha", "photo"],
  ["do you have a picture of the cake?", "photo"],
  ["can I see a photo", "photo"],
  ["muéstrame el pastel de chocolate", "details"],
  ["¿cómo es la rosca?", "details"],
  ["tell me about the chocolate cake", "details"],
  ["what does it look like?", "details"],
  ["quiero un pastel con una foto impresa", undefined],
  ["a cake with a photo of my son", undefined],
  ["te mando una foto", undefined],
  ["here is a picture of it", undefined],
  ["quiero un pastel de chocolate", undefined],
  ["¿cómo pago?", undefined],
  ["¿cómo es posible que el pastel llegara aplastado?", undefined],
])("%s: %s", (text, wish) => {
  expect(wishesToSee(text)).toBe(wish);
});

test.each([
  ["mándame el comprobante", true],
  ["mándame el recibo en pdf porfa", true],
  ["¿me puedes enviar el comprobante de mi pedido?", true],
  ["¿me envías el recibo?", true],
  ["mándeme el ticket", true],
  ["quiero mi recibo", true],
  ["el pdf de mi pedido", true],
  ["send me the receipt", true],
  ["can I get a receipt please?", true],
  ["receipt?", true],
  ["te mando el comprobante", false],
  ["ya pagué, aquí está el comprobante de la transferencia", false],
  ["les envío el comprobante por aquí, ¿va?", false],
  ["I sent you the receipt", false],
  ["here's my receipt, please check it", false],
  ["I need a tax receipt", false],
  ["¿me das la factura en pdf?", false],
  ["¿a qué hora abren?", false],
])("%s asks for a receipt: %s", (text, wishes) => {
  expect(wishesReceipt(text)).toBe(wishes);
});
