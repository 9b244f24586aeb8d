import { foldName } from "@parley/business/fold-name";
import { renderAnswer } from "@parley/business/replies";
import { inLanguage } from "@parley/business/translated";
import { text, words } from "../say.ts";
import type { InfoAnswer, Question } from "./info-answer.ts";

/** Means of payment as customers call them: one line a means, its words in both languages. */
const means: readonly RegExp[] = [
  /\b(?:efectivo|cash|billetes?|contado)\b/,
  /\b(?:tarjetas?|cards?|credito|debito|credit|debit|visa|master ?card)\b/,
  /\b(?:transferencias?|transferir|transfer|bank transfer|spei|clabe|wire|cbu|pse)\b/,
  /\b(?:pay ?pal)\b/,
  /\b(?:mercado ?pago)\b/,
  /\b(?:bitcoins?|cripto\w*|crypto\w*|usdt)\b/,
  /\b(?:cheques?|checks?)\b/,
  /\b(?:oxxo|rapipago|pago facil|efecty|baloto)\b/,
  /\b(?:bizum|zelle|venmo|yape|plin|nequi|daviplata|pix|upi|gpay|codi)\b/,
  /\b(?:apple ?pay|google ?pay|samsung ?pay|contactless|sin contacto)\b/,
  /\b(?:amex|american express|diners)\b/,
  /\b(?:dolares|dollars|usd|euros?)\b/,
  /\b(?:vales?|vouchers?|sodexo|edenred)\b/,
  /\b(?:meses sin intereses|cuotas|msi|instal?lments)\b/,
];

/** How one can pay; a means that is asked for is answered with yes or no. */
export function answerPayment({ turn, known, read }: Question): InfoAnswer {
  const { language } = turn;
  const { payments } = known.business.ordering;
  const names = payments.map(({ name }) => inLanguage(name, language));
  const said = askedMeans(read.folded);
  if (said !== undefined) {
    const offered = payments.find(({ id, name }) =>
      [id, ...Object.values(name)].some((one) => said.pattern.test(foldName(one.replaceAll("_", " ")))),
    );
    const body =
      offered === undefined
        ? words(known, language, "payment-no", { payment: capital(said.text), payments: names })
        : words(known, language, "payment-yes", { payment: inLanguage(offered.name, language), payments: names });
    return { replies: [text(body)], topic: "payment" };
  }
  const own = known.business.intents.find(({ name }) => name === "payment_question")?.reply;
  const body =
    own === undefined
      ? words(known, language, "payment-methods", { payments: names })
      : renderAnswer(known.texts, own, language);
  return { replies: [text(body)], topic: "payment" };
}

/** The means a (folded) text asks for, if it is a single one. */
export function askedMeans(folded: string): { text: string; pattern: RegExp } | undefined {
  const found = means.flatMap((pattern) => {
    const [said] = pattern.exec(folded) ?? [];
    return said === undefined ? [] : [{ text: said, pattern }];
  });
  const [only] = found;
  return found.length === 1 ? only : undefined;
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
