import type { OrderDocument } from "@parley/contract/order-document";
import PDFDocument from "pdfkit";
import { type ReceiptPage, type ReceiptRow, receiptPage } from "../receipt/receipt-page.ts";

type Pdf = InstanceType<typeof PDFDocument>;

const width = 420; // A5, higher when there is much on it
const leastHeight = 595;
const margin = 36;
const inner = width - 2 * margin;
const fonts = { plain: "Helvetica", bold: "Helvetica-Bold" } as const;
const column = { quantity: 34, item: 176, unit: 66, amount: 72 } as const;
const ink = { text: "#1c1917", faint: "#78716c", rule: "#d6d3d1" } as const;

/**
 * The order's receipt, one page. The same order gives the same bytes: its own date stands for the file's, and nothing is compressed, as
 * every zlib does that in its own way.
 */
export async function receiptPdf(order: OrderDocument): Promise<Uint8Array> {
  const page = receiptPage(order);
  const pdf = new PDFDocument({
    size: [width, Math.max(leastHeight, heightOf(page))],
    margin,
    compress: false,
    lang: page.language,
    displayTitle: true,
    info: {
      Title: `${page.title} ${page.number}`,
      Author: page.business,
      CreationDate: new Date(order.placedAtMs),
      Producer: "Parley",
      Creator: "Parley",
    },
  });
  const bytes = collected(pdf);
  draw(pdf, page);
  pdf.end();
  return bytes;
}

const step = { fact: 15, row: 17, choices: 11, sum: 17 } as const;

function heightOf({ contact, facts, rows, sums }: ReceiptPage): number {
  const goods = rows.reduce((sum, { choices }) => sum + step.row + (choices === undefined ? 0 : step.choices), 0);
  return 2 * margin + 150 + contact.length * 13 + facts.length * step.fact + goods + sums.length * step.sum;
}

function draw(pdf: Pdf, page: ReceiptPage): void {
  const head = new Pen(pdf, margin);
  head.line(page.business, { font: fonts.bold, size: 17, step: 24 });
  for (const line of page.contact) head.line(line, { size: 9, color: ink.faint, step: 13 });
  head.rule(10);
  head.line(page.title, { font: fonts.bold, size: 12, step: 20 });
  if (page.stamp !== undefined) {
    pdf.font(fonts.bold).fontSize(12).fillColor("#b91c1c");
    pdf.text(page.stamp, margin, head.y - 20, { width: inner, align: "right", lineBreak: false });
  }
  for (const { label, value } of page.facts) {
    head.cell(label, { x: margin, width: 90, color: ink.faint });
    head.cell(value, { x: margin + 92, width: inner - 92 });
    head.y += step.fact;
  }
  head.rule(8);
  row(head, page.columns, ink.faint);
  for (const line of page.rows) row(head, line, ink.text);
  head.rule(6);
  for (const sum of page.sums) {
    head.cell(sum.label, { x: margin + column.quantity, width: column.item });
    head.cell(sum.amount, { x: width - margin - column.amount, width: column.amount, align: "right" });
    head.y += step.sum;
  }
  head.cell(page.total.label, { x: margin + column.quantity, width: column.item, font: fonts.bold, size: 12 });
  head.cell(page.total.amount, { x: margin + inner / 2, width: inner / 2, align: "right", font: fonts.bold, size: 12 });
  head.y += 34;
  head.line(page.footer, { size: 8, color: ink.faint, step: 10 });
}

function row(pen: Pen, { quantity, item, choices, unit, amount }: ReceiptRow, color: string): void {
  const itemAt = margin + column.quantity;
  const unitAt = itemAt + column.item;
  pen.cell(quantity, { x: margin, width: column.quantity, color });
  pen.cell(item, { x: itemAt, width: column.item, color });
  pen.cell(unit, { x: unitAt, width: column.unit, align: "right", color });
  pen.cell(amount, { x: unitAt + column.unit, width: column.amount, align: "right", color });
  pen.y += step.row;
  if (choices === undefined) return;
  pen.y -= 4;
  pen.cell(choices, { x: itemAt, width: column.item + column.unit, size: 8, color: ink.faint });
  pen.y += step.choices + 4;
}

type Look = { font?: string; size?: number; color?: string };
type Cell = Look & { x: number; width: number; align?: "left" | "right" };

/** Writes from the top down, each text on one line that ends with its place. */
class Pen {
  y: number;
  readonly #pdf: Pdf;
  constructor(pdf: Pdf, y: number) {
    this.#pdf = pdf;
    this.y = y;
  }

  cell(text: string, { x, width: room, align = "left", font = fonts.plain, size = 9.5, color = ink.text }: Cell): void {
    this.#pdf.font(font).fontSize(size).fillColor(color);
    this.#pdf.text(text, x, this.y, { width: room, height: size, align, ellipsis: true, lineGap: 0 });
  }

  line(text: string, { step: down, ...look }: Look & { step: number }): void {
    this.cell(text, { ...look, x: margin, width: inner });
    this.y += down;
  }

  rule(gap: number): void {
    this.y += gap / 2;
    this.#pdf
      .moveTo(margin, this.y)
      .lineTo(width - margin, this.y)
      .lineWidth(0.7)
      .strokeColor(ink.rule)
      .stroke();
    this.y += gap;
  }
}

function collected(pdf: Pdf): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    pdf.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on("end", () => resolve(Buffer.concat(chunks)));
    pdf.on("error", reject);
  });
}
