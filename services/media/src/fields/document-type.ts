import { labelSet } from "./label-set.ts";
import type { PageLine } from "./page-lines.ts";

export const documentTypes = [
  ...["receipt", "invoice", "credit_note", "quote", "delivery_note", "bank_transfer", "id_card", "menu", "other"],
] as const;
/** What a page is. `other`: nothing of what the rules know. */
export type DocumentType =
  | "receipt"
  | "invoice"
  | "credit_note"
  | "quote"
  | "delivery_note"
  | "bank_transfer"
  | "id_card"
  | "menu"
  | "other";

// Order matters: a credit note also says "invoice", a receipt also says "tax invoice".
const words: readonly { type: DocumentType; weight: number; set: ReturnType<typeof labelSet> }[] = [
  {
    type: "id_card",
    weight: 3,
    set: labelSet(`
  documento nacional de identidad, dni, identity card, identification card, national id, permiso de residencia,
  pasaporte, passport, personalausweis, carte nationale d'identité, carta d'identità, cédula de ciudadanía,
  cédula de identidad, credencial para votar, driving licence, permiso de conducción, carteira de identidade,
  cartão de cidadão, identiteitskaart, num dni, fecha de nacimiento, date of birth
`),
  },
  {
    type: "bank_transfer",
    weight: 3,
    set: labelSet(`
  transferencia realizada, transferencia enviada, transferencia exitosa, comprobante de transferencia,
  transferencia bancaria, transferencia interbancaria, orden de pago, justificante de transferencia,
  orden de transferencia, transfer receipt, transfer successful, transfer confirmation, money sent,
  überweisungsbeleg, überweisung ausgeführt, ordre de virement, virement effectué, avis de virement,
  ricevuta bonifico, bonifico effettuato, comprovativo de transferência, comprovante de transferência,
  comprovante pix, pix enviado, bizum enviado, bizum, spei, cuenta de origen, cuenta destino, cuenta de cargo,
  ordenante, overschrijving, deposit slip, proof of payment, justificante de pago, clave de rastreo
`),
  },
  {
    type: "credit_note",
    weight: 3,
    set: labelSet(`
  credit note, credit memo, nota de crédito, nota de abono, factura rectificativa, abono, gutschrift,
  *rechnungskorrektur, rechnungs korrektur, stornorechnung, avoir, note de crédit, nota di credito, creditnota,
  creditfactuur
`),
  },
  {
    type: "quote",
    weight: 2.5,
    set: labelSet(`
  quote, quotation, estimate, presupuesto, cotización, oferta, angebot, kostenvoranschlag, devis, preventivo,
  offerte, orçamento, proforma, pro forma, factura proforma
`),
  },
  {
    type: "delivery_note",
    weight: 2.5,
    set: labelSet(`
  delivery note, packing slip, packing list, albarán, nota de entrega, remisión, guía de remisión, lieferschein,
  bon de livraison, bordereau de livraison, documento di trasporto, ddt, bolla di consegna, pakbon, leverbon,
  guia de remessa, guia de transporte
`),
  },
  {
    type: "receipt",
    weight: 1.6,
    set: labelSet(`
  receipt, payment receipt, ticket, tique, recibo, factura simplificada, cash bill, simplified tax invoice,
  simplified invoice, kassenbon, quittung, kassenbeleg, bon, reçu, ticket de caisse, scontrino, ricevuta,
  kassabon, talão, gracias por su visita, gracias por su compra, cashier, cajero, cambio, change, efectivo,
  le atendió, guest check, kvittering, thank you please come again, merci de votre visite, obrigado,
  vielen dank für ihren einkauf
`),
  },
  {
    type: "invoice",
    weight: 1.5,
    set: labelSet(`
  invoice, tax invoice, factura, facture, *rechnung, fattura, factuur, fatura, faktura, nota fiscal,
  invoice number, bill to, invoice date, nº factura, *rechnungsnummer, *rechnungsdatum, factuurnummer,
  factuurdatum
`),
  },
  {
    type: "menu",
    weight: 1.4,
    set: labelSet(`
  menu, menú, carta, carta de platos, entrantes, primeros, segundos, postres, bebidas, starters, main courses,
  mains, desserts, beverages, vorspeisen, hauptgerichte, speisekarte, entrées, plats, boissons, antipasti, primi,
  secondi, dolci, menú del día
`),
  },
];

/** What the page is, by the words of its headings; `priced`: how many amounts it has, `dated`: whether a date. */
export function documentTypeOf(lines: readonly PageLine[], page: { priced: number; total: boolean }) {
  let won: { type: DocumentType; score: number; line: number } = { type: "other", score: 0.45, line: 0 };
  for (const { type, weight, set } of words) {
    let score = 0;
    let first = -1;
    for (const line of lines) {
      const places = set.find(line.folded);
      if (places.length === 0) continue;
      if (first < 0) first = line.index;
      const own = isReference(type, line.folded.slice(places[0]?.end)) ? 0.2 : 1;
      score += weight * own * headingWeight(line, lines.length, places[0]?.start ?? 0) * (score > 0 ? 0.25 : 1);
    }
    if (!plausible(type, page)) score = 0;
    if (score > won.score) won = { type, score, line: first };
  }
  return {
    type: won.type,
    confidence: won.type === "other" ? 0.5 : Math.min(0.95, 0.5 + won.score / 8),
    line: won.line,
  };
}

/** "Delivery note no. 17" on an invoice names another document. */
function isReference(type: DocumentType, behind: string): boolean {
  if (type === "invoice" || type === "receipt" || type === "id_card") return false;
  return /^[\s.:-]{0,3}(?:n[orº°.]|num|numero|number|nummer|date|datum|fecha|vom|del|data)/.test(behind);
}

/** A word alone near the top is a title; in the middle of a sentence it is talk. */
function headingWeight(line: PageLine, count: number, start: number): number {
  const early = line.index < Math.max(8, count / 4) ? 1 : 0.45;
  const cell = line.cells.find((candidate) => start >= candidate.start && start < candidate.end);
  const words = (cell?.text ?? line.text).split(/\s+/).length;
  return early * (words <= 4 ? 1 : words <= 8 ? 0.7 : 0.3);
}

function plausible(type: DocumentType, { priced, total }: { priced: number; total: boolean }): boolean {
  if (type === "menu") return priced >= 4 && !total;
  return type === "id_card" || priced > 0 || total;
}
