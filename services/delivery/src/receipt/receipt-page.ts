import { mostDocumentLines, type OrderDocument } from "@parley/contract/order-document";
import { plainText } from "./plain-text.ts";
import { receiptWords } from "./receipt-words.ts";

export type ReceiptRow = { quantity: string; item: string; choices?: string; unit: string; amount: string };

/** All that a receipt shows, as text that fits its place. */
export type ReceiptPage = {
  business: string;
  /** Address and phone of the business. */
  contact: string[];
  title: string;
  /** Across the page, when the order counts no longer. */
  stamp?: string;
  facts: { label: string; value: string }[];
  columns: ReceiptRow;
  rows: ReceiptRow[];
  sums: { label: string; amount: string }[];
  total: { label: string; amount: string };
  footer: string;
  language: string;
  number: string;
};

const most = { name: 60, contact: 90, fact: 110, item: 48, choices: 60 } as const;

export function receiptPage(order: OrderDocument): ReceiptPage {
  const words = receiptWords[order.language];
  const money = moneyOf(order);
  const moment = momentOf(order);
  const { business, lines, method } = order;
  const facts: [string, string | undefined][] = [
    [words.number, order.number],
    [words.placed, moment(order.placedAtMs)],
    [words.name, order.name],
    [words[method], moment(order.dueAtMs)],
    [words.place, method === "delivery" ? order.address : business.address],
    [words.payment, order.payment],
    [words.note, order.note],
  ];
  const goods = lines.slice(0, mostDocumentLines).map(
    ({ name, choices, quantity, unitCents, totalCents }): ReceiptRow => ({
      quantity: String(quantity),
      item: plainText(name, most.item),
      ...(choices === undefined ? {} : { choices: plainText(choices, most.choices) }),
      unit: money(unitCents),
      amount: money(totalCents),
    }),
  );
  const rest = lines.slice(mostDocumentLines);
  const more: ReceiptRow[] =
    rest.length === 0
      ? []
      : [
          {
            quantity: "",
            item: words.more.replace("{n}", String(rest.length)),
            unit: "",
            amount: money(rest.reduce((sum, { totalCents }) => sum + totalCents, 0)),
          },
        ];
  return {
    business: plainText(business.name, most.name),
    contact: [business.address, business.phone].flatMap((line) => (line ? [plainText(line, most.contact)] : [])),
    title: words.title,
    ...(order.cancelled === true ? { stamp: words.cancelled } : {}),
    facts: facts.flatMap(([label, value]) => (value ? [{ label, value: plainText(value, most.fact) }] : [])),
    columns: { quantity: words.quantity, item: words.item, unit: words.unit, amount: words.amount },
    rows: [...goods, ...more],
    sums: order.feeCents === 0 ? [] : [{ label: words.fee, amount: money(order.feeCents) }],
    total: { label: words.total, amount: money(order.totalCents) },
    footer: words.footer,
    language: order.language,
    number: order.number,
  };
}

function moneyOf({ language, region, currency }: OrderDocument): (cents: number) => string {
  const format = new Intl.NumberFormat(`${language}-${region}`, {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
  });
  return (cents) => plainText(format.format(cents / 100), 30);
}

function momentOf({ language, region, timeZone }: OrderDocument): (atMs: number) => string {
  const format = new Intl.DateTimeFormat(`${language}-${region}`, { dateStyle: "long", timeStyle: "short", timeZone });
  return (atMs) => format.format(atMs);
}
