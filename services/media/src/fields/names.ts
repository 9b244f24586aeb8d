import { type LabelSet, labelSet } from "./label-set.ts";
import { documentNoun, documentNumber, issueDate, numberWords, taxLabel, totalLabel } from "./labels.ts";
import { fold } from "./page-lines.ts";

// Legal forms: whoever carries one is a company.
const legalForms = labelSet(`
  sl, slu, sa, sau, sas, sc, scp, sll, slne, sociedad, cooperativa, gmbh, ag, kg, ug, ohg, gbr, kgaa, eg, ltd,
  limited, llc, llp, inc, corp, corporation, plc, sarl, sasu, eurl, snc, sci, srl, srls, spa, bv, nv, vof, lda,
  ltda, eireli, me, unipessoal, bhd, pvt, kft, oy, ab, aps, eood, ood, spolka, cia, s l, s a, s l u, s a u,
  s l l, s r l, s p a, b v, n v, a g, e v, e k, e u, sdn bhd, s/b, pvt ltd, s de rl, s de r l de c v, s a de c v,
  sa de cv, s a s, sp z o o, c b, e.i.r.l, eirl, gmbh & co kg, s a c, sac
`);

// What a business calls itself: weaker than a legal form.
const trades = labelSet(`
  enterprise, enterprises, trading, restaurant, restoran, restaurante, ristorante, bistro, cafe, cafeteria, café,
  hotel, hostal, shop, store, market, mart, supermarket, supermercado, mercado, minimarket, hypermarket,
  hardware, tienda, bar, panaderia, pasteleria, farmacia, ferreteria, libreria, optica, fruteria, carniceria,
  pescaderia, papeleria, zapateria, peluqueria, taller, clinica, boutique, bakery, pharmacy, pharmacie,
  boulangerie, apotheke, bäckerei, metzgerei, gasthaus, pizzeria, trattoria, bazar, almacen, almacenes,
  comercial, distribuciones, construcciones, transportes, servicios, asesoria, gestoria, consulting, solutions,
  services, group, grupo, holding, international, industries, motor, motors, garage, autohaus, handel, handels,
  verlag, *versicherung*, *versicherungsverein, bank, banco, caja, stadtwerke, energie, telecom, electronics,
  kitchen, house, foods, food, station, petrol, gift, decor, deco, books, bookstore, book, pub, grill, eatery,
  catering, laundry, salon, spa, clinic, dental, optical, gmbh, lieferant
`);

const notNames = labelSet(`
  page, seite, pagina, página, bladzijde, copy, copia, kopie, duplicado, original, cliente, telefon, phone, tel,
  telf, tlf, teléfono, fax, email, e-mail, mail, www, http, https, iban, bic, swift, gln, fecha, date, datum,
  welcome, bienvenido, willkommen, bienvenue, gracias, thank, cashier, table, mesa, customer, stylesheet,
  beispiel*, beispielrechnungen, anwendungsempfehlung, terminal, operator, session, shift, stamp, paid, pagado,
  reprint, duplicate, nummer, concepto, descripcion, description, cantidad, menge, total, subtotal, document no,
  gst reg, gst id, reg no, company no, co reg, attn, for the attention of
`);

const titles = labelSet(`
  menu, menú del día, carta, comprobante, comprobante de pago, transferencia, transferencia realizada, payment,
  cash bill, guest check, order, pedido, confirmación, confirmation, justificante, original, copia
`);

const streets = labelSet(`
  calle, avda, avenida, plaza, pza, paseo, pso, carretera, ctra, street, st, road, rd, avenue, ave, lane,
  boulevard, blvd, rue, chemin, place, *strasse, *straße, *str, str, *weg, *platz, *allee, via, viale, piazza,
  corso, rua, travessa, praça, laan, plein, *straat, jalan, jln, jl, lorong, lrg, taman, lot, no, p.o., box,
  apartado, unit, floor, suite, poligono, nave, km, piso, local
`);

/** How much a text looks like the name of a business, 0 (not at all) .. 1. */
export function nameLikeness(text: string): number {
  const folded = fold(text);
  const letters = text.replaceAll(/[^\p{L}]/gu, "").length;
  const visible = text.replaceAll(/\s/g, "").length;
  if (letters < 3 || text.length > 70 || letters / visible < 0.55 || !/\p{L}{3}/u.test(text)) return 0;
  if (/@|www\.|https?:|\d{5,}|:$/.test(text) || notNames.has(folded) || documentNumber.has(folded)) return 0;
  const form = legalForms.has(folded);
  const trade = trades.has(folded);
  if (!form && (issueDate.find(folded)[0]?.start === 0 || totalLabel.has(folded) || taxLabel.has(folded))) return 0;
  if (!/\p{L}{3}/u.test(without(folded, legalForms))) return 0;
  const street = streets.find(folded);
  if (!form && street.some(({ start }) => start === 0 || /\d/.test(folded))) return 0;
  if (isNounOnly(folded)) return 0;
  const lower = text === text.toLowerCase() ? 0.25 : 0;
  const words = text.split(/\s+/).length;
  const talk = words > 8 ? 0.3 : 0;
  // "Bistro & Café" says what it is, not who.
  const plain = trade && !/\p{L}{3}/u.test(without(folded, trades));
  return Math.max(
    0,
    0.5 + (form ? 0.3 : 0) + (trade && !plain ? 0.2 : 0) - lower - talk - (/\d/.test(text) && !form ? 0.1 : 0),
  );
}

/** The name itself: without what follows it in a line (address, heading, registration number). */
export function trimName(text: string): string {
  let name = (text.split(/\s[-–—●•|·*]\s|\s{3,}|;/)[0] ?? "").replace(/^[^\p{L}\d(]+/u, "");
  name = name.replace(/\s*[([{<]\s*[\dA-Z]*-?\d{3,}[\s\dA-Z./-]*[)\]}>]?\s*[^\p{L}]*$/iu, "");
  const places = documentNoun.find(fold(name));
  const noun = places.at(-1);
  if (noun !== undefined && noun.start > 3 && /^[\s\W]*$/.test(name.slice(noun.end))) name = name.slice(0, noun.start);
  name = name
    .replace(/,\s*(?=\S*\d).*$/u, "")
    .replace(/\s+(?:au capital|con domicilio|con cif|cif|nif|siège).*$/iu, "");
  // The one legal form that OCR rarely reads right.
  name = name.replace(/(?<!\p{L})S[DO0]N(\.? ?)[B8]H[DO0](?!\p{L})/u, "SDN$1BHD");
  return name.replace(/^[\s.,:;|_*~=-]+|[\s,:;|_*~=-]+$/gu, "").trim();
}

/** A name as it was printed, from what OCR made of it: signs that no name has, and an ampersand that was read as a digit. */
export function repairName(name: string): string {
  return name
    .replaceAll("{", "(")
    .replaceAll("}", ")")
    .replaceAll(/\(\s+/g, "(")
    .replaceAll(/\s+\)/g, ")")
    .replaceAll(/(?<=\p{L}{2}) [68] (?=\p{L}{2})/gu, " & ")
    .replaceAll(/[“”„"|¦~_*=]+$|^[“”„"|¦~_*=]+/gu, "")
    .trim();
}

/** Whether a text is a company's legal form alone: the second line of a long name. */
export const isLegalForm = (text: string): boolean =>
  legalForms.has(fold(text)) && !/\p{L}/u.test(without(fold(text), legalForms));

/** Whether a text carries a company's legal form. */
export const hasLegalForm = (text: string): boolean => legalForms.has(fold(text));

const without = (text: string, set: LabelSet) =>
  set.find(text).reduceRight((kept, { start, end }) => kept.slice(0, start) + kept.slice(end), text);

function isNounOnly(folded: string): boolean {
  const rest = [documentNoun, numberWords, taxLabel, titles].reduce(without, folded);
  return rest.replaceAll(/[^\p{L}]/gu, "").length < 3;
}
