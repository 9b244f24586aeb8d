import { foldWord } from "@parley/nlu/text";

const photo = /\b(?:fotos?|fotografias?|foticos?|imagen(?:es)?|pictures?|photos?|pics?)\b/;
const look =
  /\b(?:muestra(?:me|melo|mela|nos)|muestre(?:me|nos)|ensena(?:me|melo|mela|nos)|ensene(?:me|nos)|mostrar(?:me|nos)?|show (?:me|us)|looks? like|como (?:es(?! que\b| posible)|son|viene|vienen|se ve|se ven|luce)|a ver (?:el|la)|cuentame|platicame|dime mas|mas (?:detalles|informacion)|detalles|tell me (?:more )?about|more (?:details|info\w*)|details|describe\w*)\b/;
// A cake with a photo on it is an order; their own photo is theirs.
const theirs =
  /\bcon (?:una? |mi |su |la |el )?(?:foto|imagen)|\bwith (?:a|an|my|our|his|her|the) (?:\w+ )?(?:photo|picture|image)|\b(?:foto|imagen|photo|picture) (?:impresa|comestible|printed)|\b(?:printed|edible) (?:photo|picture|image)|\b(?:te|les?|aqui|adjunto|mando|envio|here|attach\w*|i sent|i'm sending)\b.{0,25}\b(?:foto|imagen|photo|picture)/;

/** Whether the customer wants to see an item: "¿tienes foto de…?", or wants to know how it is: "muéstrame", "tell me about". */
export function wishesToSee(text: string): "photo" | "details" | undefined {
  const folded = foldWord(text).slice(0, 300);
  if (theirs.test(folded)) return undefined;
  if (photo.test(folded)) return "photo";
  return look.test(folded) ? "details" : undefined;
}

const receipt = /\b(?:comprobante|recibo|ticket|pdf|receipts?|nota de (?:compra|venta|remision)|order confirmation)\b/;
const asks =
  /\b(?:manda\w*|mande\w+|envia\w*|envie\w+|pasa(?:me|nos)|paseme|dame|deme|das|dar(?:me|nos)?|quiero|quisiera|necesito|ocupo|tienes|tienen|compart\w+|gener\w+|descarg\w+|puedo|puedes|pueden|podria\w*|donde|send|email|get|have|need|want|give|share|download|could|can|where|please|por ?fa\w*)\b/;
/** "te mando el comprobante": a proof of payment that comes from the customer, or one they have. */
const gives =
  /(?<!\bme )\b(?:mando|envio|paso|mande|envie|pase|adjunt\w+|pague|transferi|deposite)\b|\b(?:aqui|ahi) (?:esta|va|te|les?)\b|\bhere(?:'s| is| are)\b|\battach\w*\b|\b(?:i|we)(?:'ll| will|'ve| have)? (?:sen[dt]|paid|transferred)\b|\bi'm sending\b/;
const fiscal = /\b(?:tax|fiscal|factura\w*|cfdi|invoice)\b/;

/** Whether the customer asks for the receipt of an order. */
export function wishesReceipt(text: string): boolean {
  const folded = foldWord(text).slice(0, 300);
  if (!receipt.test(folded) || fiscal.test(folded) || gives.test(folded)) return false;
  return asks.test(folded) || folded.trim().split(/\s+/).length <= 5;
}
