import { createHash } from "node:crypto";
import { extractText, getDocumentProxy } from "unpdf";
import { expect, test } from "vitest";
import { anOrder } from "../receipt/order.fixture.ts";
import { receiptPdf } from "./receipt-pdf.ts";

async function textOf(bytes: Uint8Array) {
  const { text, totalPages } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
  return { text: text.replace(/\s+/g, " "), totalPages };
}

test("a receipt tells the order, with its accents, on one page", async () => {
  const { text, totalPages } = await textOf(await receiptPdf(anOrder()));
  expect(totalPages).toBe(1);
  for (const part of ["Panadería La Espiga", "Recibo de pedido", "P-1042", "Laura Núñez", "Calle Orizaba 21, Roma"]) {
    expect(text).toContain(part);
  }
  for (const part of [
    "24 de noviembre de 2026",
    "Café latte",
    "leche de avena",
    "$64.00",
    "$128.00",
    "$35.00",
    "$217.00",
  ]) {
    expect(text).toContain(part);
  }
});

test("the same order is the same file, another order is another", async () => {
  const hash = async (order = anOrder()) =>
    createHash("sha256")
      .update(await receiptPdf(order))
      .digest("hex");
  expect(await hash()).toBe(await hash());
  expect(await hash(anOrder({ totalCents: 1 }))).not.toBe(await hash());
});

test("a long order with long names stays on one page", async () => {
  const lines = Array.from({ length: 60 }, (_, n) => {
    return {
      name: `Item ${n} ${"word ".repeat(60)}`,
      choices: "x".repeat(500),
      quantity: 1,
      unitCents: 1,
      totalCents: 1,
    };
  });
  const order = anOrder({ language: "en", lines, note: "n".repeat(900), cancelled: true });
  const { text, totalPages } = await textOf(await receiptPdf(order));
  expect(totalPages).toBe(1);
  expect(text).toContain("Item 49");
  expect(text).not.toContain("Item 50");
  expect(text).toContain("and 10 more");
  expect(text).toContain("CANCELLED");
});
