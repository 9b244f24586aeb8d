import { labelSet } from "./label-set.ts";

// Spanish, English, German, French, Dutch, Italian, Portuguese, and a little Polish: what stands before a value.

export const numberWords = labelSet(`
  no, nr, num, nro, numero, number, numéro, nummer, numer, n°, nº, #, №, id, n
`);

const nouns = `
  invoice, bill, inv, receipt, document, doc, slip, credit note, quote, quotation, voucher, statement, order confirmation,
  delivery note, check, ticket, cash bill, tax invoice, proforma, factura, fact, fra, recibo, tique, tiquet, boleta,
  comprobante, documento, presupuesto, albarán, abono, nota de crédito, factura simplificada, operación, cotización,
  remisión, facture, avoir, devis, bon de livraison, reçu, pièce, note de crédit, bordereau, fattura, ricevuta,
  preventivo, ddt, scontrino, nota di credito, factuur, bon, offerte, kwitantie, creditnota, pakbon, fatura, orçamento,
  guia, nota fiscal, nf-e, fatura recibo, faktura, paragon
`;
const numberings = ["no", "nr", "num", "nro", "numero", "number", "n°", "nº", "n", "#", "id", "nbr"];
const bothWays = nouns.split(",").flatMap((noun) => {
  const plain = noun.trim();
  return numberings.flatMap((word) => [`${plain} ${word}`, `${word} ${plain}`, `${word} de ${plain}`]);
});

/** "Invoice no", "Nº de factura", "Rechnungsnummer", "Beleg-Nr": the number of the document itself. */
export const documentNumber = labelSet([
  ...bothWays,
  ...`*rechnungsnummer, *rechnungs nr, *rechnung nr, *rechnung #, *beleg nr, *belegnummer, *gutschrift nr,
  gutschriftsnummer, *quittung nr, angebot nr, angebots nr, angebotsnummer, lieferschein nr, lieferscheinnummer,
  *rechnung nummer, *korrektur nr, factuurnummer, bonnummer, offertenummer, kwitantienummer, folio, folio fiscal,
  numero completo, serie y numero, serie y folio, serie folio, numéro de la facture, numero della fattura,
  número da fatura, nº da fatura, ref factura, referencia de factura, invoice ref, invoice reference, trans no,
  transaction no`.split(/,\s*/),
]);

/** The document's noun alone, with the number right behind it: "Invoice FA-17", "Factura: 2024/12". */
export const documentNoun = labelSet(`
  invoice, factura, facture, fattura, factuur, fatura, faktura, *rechnung, rechnungskorrektur, gutschrift,
  *gutschrift, avoir, receipt, ticket, recibo, boleta, bill, quote, presupuesto, devis, angebot, preventivo,
  offerte, albaran, abono, lieferschein, beleg, quittung, bon, credit note, nota de crédito, nota di credito,
  note de crédit, creditnota, tax invoice, delivery note, factura simplificada, bon de livraison,
  fatura simplificada, fatura recibo, nota de débito, factura proforma, nota de entrega
`);

/** A reference that may stand in for a missing number. */
export const otherNumber = labelSet(`
  booking id, booking no, booking number, booking reference, order id, order no, order number, pedido, nº pedido,
  localizador, reserva, reference, referencia, référence, referenz, transaction id, trans, ref, bestellnummer,
  numéro de commande, confirmation number, auftragsnummer, nº de operación, nº operación, numero de operacion,
  receipt
`);

/** Numbers of something else: another document, a party, an account, a thing. */
export const foreignNumber = labelSet(`
  *ursprungsbeleg*, *kunden*, *kontonr*, *konto*, *bestell*, *auftrag*, *liefer*, *vertrag*, customer, client,
  cliente, order, pedido, commande, phone, tel, fax, telefono, téléphone, telefon, account, cuenta, compte, vat,
  nif, cif, tva, ust*, steuer*, tax, gst, cashier, cajero, table, mesa, pos, room, facture liée,
  original invoice, factura rectificada, factura original, referenced invoice, co no, company no, reg no, gst no
`);

export const issueDate = labelSet(`
  invoice date, date of invoice, bill date, receipt date, date of issue, issue date, issued, issued on, dated,
  date, document date, tax point, statement date, bizdate, bill dt, biz date, fecha, fecha de factura,
  fecha factura, fecha de emisión, fecha emisión, fecha de expedición, fecha expedición, fecha y hora,
  fecha del documento, emitida, emitida el, emisión, fecha de operación, fecha operación, *rechnungsdatum,
  *belegdatum, beleg datum, datum, rechnung vom, ausgestellt am, rechnungs datum, ausstellungsdatum,
  *rechnung vom, date de facture, date de facturation, date facture, date d'émission, date de la facture,
  émise le, émis le, le, data, data fattura, data emissione, data di emissione, data documento, data de emissão,
  data da fatura, data de emissao, emitido em, emitida em, factuurdatum, notadatum, datum factuur,
  data wystawienia, data sprzedaży
`);

export const dueDate = labelSet(`
  due date, due, due on, due by, payment due, pay by, payable by, date due, amount due on, vencimiento,
  fecha de vencimiento, fecha vencimiento, vence, vence el, fecha límite de pago, fecha de pago, pagar antes de,
  pagar antes del, vto, vencimientos, fällig, fällig am, fälligkeitstag, fälligkeit, fälligkeitsdatum,
  zahlbar bis, zahlungsziel, netto bis, überweisen sie bis zum, bis zum, zahlungstermin, bitte bis, zahlung bis,
  échéance, date d'échéance, date échéance, date limite de paiement, à payer avant, à régler avant, payable le,
  échéance le, scadenza, data scadenza, data di scadenza, da pagare entro, vervaldatum, vervaldag,
  te betalen voor, uiterste betaaldatum, data de vencimento, vencimento, data limite de pagamento, pagar até,
  termin płatności
`);

/** Dates of something else: delivery, order, period, birth, printing. */
export const otherDate = labelSet(`
  delivery, deliver, shipping, shipped, order, ordered, period, printed, print, birth, valid, expiry, expires,
  exp, until, check-in, check-out, checkin, checkout, entrega, pedido, nacimiento, caducidad, validez, válido,
  periodo, período, desde, hasta, servicio, salida, entrada, *leistung*, *liefer*, *bestell*, *auftrag*,
  *vertrag*, *zeitraum, bestellung, geburtsdatum, gültig, livraison, commande, naissance, période, prestation,
  prélèvement, consegna, ordine, nascita, levering, bestelling, geboorte, encomenda, nascimento, skonto,
  order date, fecha de pedido, fecha de entrega, fecha de nacimiento, date de livraison, date de commande,
  válido hasta, valid until, gültig bis, billing period, bestellung vom, gemäß bestellung
`);

export const totalLabel = labelSet(`
  total, grand total, invoice total, total invoice, total amount, total due, total incl vat, total including vat,
  total incl, total inc, total inclusive, total to pay, total payable, total price, total sales, nett total,
  net total rounded, total rounded, total amt, total gross, gross total, gross amount, total charge, total paid,
  total charged, amount paid, nett, total rm, total sale, bill total, order total, total for this invoice,
  total factura, total a pagar, importe total, total euros, total eur, total con iva, total iva incluido,
  total iva inc, total general, total documento, total ticket, total compra, total venta, monto total,
  valor total, total recibo, total abono, total presupuesto, total importe, *gesamtbetrag, *gesamtsumme,
  rechnungsbetrag, rechnungssumme brutto, bruttosumme, bruttobetrag, endbetrag, endsumme, gesamt, summe,
  gesamt brutto, gesamtpreis, betrag gesamt, total brutto, zu zahlen, zu zahlender betrag, zu zahlender beitrag,
  rechnungsendbetrag, summe brutto, gesamtbetrag brutto, *forderungsbetrag, total ttc, montant ttc,
  montant total, total général, total facture, net ttc, total toutes taxes comprises, montant total ttc,
  total avoir, totale, totale fattura, totale documento, totale complessivo, totale da pagare, importo totale,
  totaal, totaalbedrag, totaal incl btw, totaal inclusief btw, te betalen, eindtotaal, factuurbedrag,
  total geral, total da fatura, valor a pagar, total com iva, razem, należność ogółem, do zapłaty, suma
`);

/** Weak words for a sum: of a transfer, or a column. */
export const sumLabel = labelSet(`
  amount, importe, monto, montant, betrag, bedrag, importo, valor, kwota, cantidad transferida,
  importe transferido, amount sent, you sent, enviaste
`);

/** Labels that leave no doubt that tax is in. */
export const grossLabel = labelSet(`
  grand total, invoice total, total invoice, total amount, total incl, total inclusive, inclusive of gst,
  incl gst, including gst, incl of gst, total including vat, rounded, net total, nett total, total factura,
  total a pagar, importe total, con iva, iva incluido, monto total, *gesamtbetrag, rechnungsbetrag, brutto,
  bruttosumme, endbetrag, ttc, total facture, total général, montant total, totale fattura, totale documento,
  totaal incl, inclusief btw, total da fatura, total geral, należność ogółem, total for this invoice, total paid,
  factuurbedrag, *forderungsbetrag, total documento, total ticket
`);

/** What is still to pay: the total only when nothing else is. */
export const amountDueLabel = labelSet(`
  amount due, balance due, balance, total amount due, due, zahlbetrag, offener betrag, fälliger betrag,
  restbetrag, net à payer, reste à payer, somme à payer, solde, saldo, importe a pagar, pendiente, a pagar,
  nog te betalen, residual, residuo, remaining
`);

export const netLabel = labelSet(`
  subtotal, sub total, net total, total net, net, net amount, taxable amount, total excl, total excluding,
  excluding gst, excl gst, before tax, total before vat, amount excl, total ex vat, base imponible, base,
  base imp, neto, importe neto, total neto, sin iva, suma, total sin iva, total antes de impuestos,
  base gravable, gravado, nettobetrag, netto, nettosumme, *rechnungssumme ohne, summe netto, zwischensumme,
  rechnungssumme netto, gesamt netto, gesamtbetrag netto, total netto, basisbetrag, warenwert, positionssumme,
  total ht, montant ht, hors taxe, hors taxes, sous total, base ht, total hors taxes, imponibile,
  totale imponibile, totale netto, subtotaal, excl btw, exclusief btw, totaal excl btw, valor líquido,
  total líquido, incidência, total ilíquido, wartość netto
`);

export const taxLabel = labelSet(`
  vat, iva, tva, mwst, ust, btw, gst, igst, cgst, sgst, hst, tax, taxes, tax*, igv, itbis, icms, impuesto,
  impuestos, *steuer, *steuerbetrag, umsatzsteuer, mehrwertsteuer, steuerbetrag, imposta, imposte, taxe,
  sales tax, tax total, total tax, cuota iva, cuota, total iva, total taxes, total tva, montant tva,
  summe umsatzsteuer, total vat, btw bedrag, totale iva, kwota vat, ust gesamt, valor iva
`);

/** Lines that have "total" in them but are about something else. */
export const notTotal = labelSet(`
  qty, quantity, items, item, pcs, points, puntos, ahorro, saved, saving, savings, discount, descuento, dto,
  rabatt, *abschlag*, *abschläge*, *zuschlag*, *zuschläge*, *anzahlung*, rebate, remise, sconto, korting,
  desconto, change, cambio, rückgeld, artículos, articulos, unidades, uds, count, weight, peso, kg, gewicht, tip,
  propina, summary, analysis, pages, paginas, stück, menge, spesen, transportkosten, total qty, gst summary,
  tax summary, total items, total discount, total saving, num articulos, ya pagado, bereits bezahlt,
  already paid, service charge, bonus points, bruttopreis, getlinetradeagreementbruttopreis, total item
`);

export const roundingLabel = labelSet(`
  rounding*, rounding adj, rounding adjustment, round adj, redondeo, rundung, arrondi, arrotondamento, afronding
`);
export const changeLabel = labelSet(`
  change, change due, cambio, vuelto, su cambio, devolución, rückgeld, rendu, monnaie, resto, troco, wisselgeld,
  change amt
`);
export const cashLabel = labelSet(`
  cash, efectivo, bar, gegeben, espèces, contanti, contant, dinheiro, numerário, entregado, recibido, tendered,
  tarjeta, card, visa, mastercard, debit, credit card, entrega, paid, payment, kartenzahlung, ec-karte,
  carte bancaire, pin, multibanco
`);

export const vendorHeading = labelSet(`
  seller, vendor, supplier, issuer, vendedor, emisor, proveedor, verkäufer, lieferant, verkaufer,
  rechnungssteller, rechnungsersteller, aussteller, leistungserbringer, vendeur, fournisseur, émetteur,
  fornitore, cedente, prestatore, emittente, leverancier, verkoper, fornecedor, emitente, sprzedawca, sold by,
  issued by, billed by, bill from, razón social, datos del emisor, datos de la empresa, invoice from,
  cedente/prestatore, service provider, nombre o razón social
`);

export const customerHeading = labelSet(`
  customer, client, buyer, cliente, comprador, destinatario, receptor, adquiriente, kunde, käufer, empfänger,
  *rechnungsempfänger, *leistungsempfänger, *warenempfänger, *rechnungsadresse, *lieferadresse, acheteur,
  destinataire, cessionario, committente, klant, afnemer, koper, nabywca, odbiorca, deliver, adquirente, tomador,
  guest, member, bill to, billed to, invoice to, invoiced to, ship to, sold to, deliver to, bill to address,
  billing address, shipping address, delivery address, facturar a, facturado a, enviar a, datos del cliente,
  dirección de envío, dirección de facturación, facturé à, facturer à, livré à, adresse de livraison,
  adresse de facturation, adresse de l'installation, factuuradres, afleveradres, señor, señores, sr/es,
  indirizzo di consegna, guest name, customer name, nom de l'abonné, nombre del cliente, nom du client
`);

/** Headings of blocks about a third party or about something else: they end the block before. */
export const otherHeading = labelSet(`
  abweichender zahlungsempfänger, steuerbevollmächtigter, payee, beneficiario, bemerkungen, notes, observaciones,
  remarques, zahlungsart, payment details, forma de pago, positionsdaten, qualifizierung der textart
`);

export const payeeLabel = labelSet(`
  beneficiario, beneficiaria, beneficiary, payee, recipient, destinatario, empfänger, zahlungsempfänger,
  bénéficiaire, begunstigde, favorecido, a favor de, para, nombre del beneficiario, paid to, sent to,
  titular destino
`);
export const payerLabel = labelSet(`
  ordenante, payer, sender, remitente, auftraggeber, absender, donneur d'ordre, émetteur, ordinante,
  opdrachtgever, ordenador, pagador, from, paid by, emisor, nombre del ordenante
`);
