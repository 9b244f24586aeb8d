import type { Text } from "../text.ts";
import { wordSet } from "./word-set.ts";

/** Words after which a long number is a phone number. */
const phoneWords =
  wordSet(`tel tels telefono telefonos tfno tlf tlfn telf fono cel celu cels celular celulares movil moviles
  llamar llamame llamen llama llamad llamadme llamenme llamarme llamo llame marcar marcame marque wa wsp wpp whats whatsapp wasap
  guasap watsap whatsap contacto contactar contactarme contactame comunicate comunicarse escribeme escribime escribe escriban
  escribirme escribirle mensaje sms nequi daviplata bizum yape plin zelle phone phones mobile mob mobil cell cellphone landline
  call calling text texting ring reach contact whatsapp whatsap gpay phonepe paytm fijo linea numero_de_telefono ph extension`);

/** Words after which a number is something else: an id, an account, a code. */
const otherWords =
  wordSet(`pedido pedidos orden ordenes order orders factura facturas invoice folio folios ticket tickets tiquete
  guia guias tracking track seguimiento rastreo rastrear awb envio paquete parcel shipment consignment iban cuenta cuentas ctas cta
  clabe cbu cvu account acct acc ac card cards tarjeta tarjetas imei dni nie nif cif cuit cuil rfc curp nit rut cedula cc ce ine
  pasaporte passport ssn ein ssnit aadhaar aadhar pan gst gstin vat tin iva codigo codigos code codes otp pin clave token
  verificacion verification utr ref referencia reference refs serie serial lote lot batch sku upc ean isbn barcode modelo model
  version firmware build case caso po rma booking reserva reservation radicado expediente albaran remito presupuesto cotizacion
  quote cliente customer socio member membership afiliado poliza policy contrato contract matricula placa patente plate vin
  vuelo flight pnr transaccion transaction operacion autorizacion comprobante recibo receipt consignacion terminacion ifsc swift
  bic sort routing banco bank id ids total precio price monto`);

export type NumberCue = "phone" | "other" | "none";

/** What the words before token `at` say a long number there is; looks back six words at most, never over a comma or line end. */
export function cueBefore(text: Text, at: number): NumberCue {
  let words = 0;
  for (let index = at - 1; index >= 0 && words < 6; index--) {
    const token = text.tokens[index];
    const next = text.tokens[index + 1];
    if (token === undefined || next === undefined) break;
    if (text.folded.slice(token.end, next.start).includes("\n")) break;
    if (token.kind === "sign" && endsPhrase(text, index)) break;
    if (token.kind !== "word") continue;
    words++;
    const word = token.text.endsWith("'s") ? token.text.slice(0, -2) : token.text;
    if (phoneWords.has(word)) return "phone";
    if (otherWords.has(word)) return "other";
  }
  return "none";
}

/** A full stop after a short word ("tel.", "nro.") only shortens it. */
function endsPhrase(text: Text, at: number): boolean {
  const sign = text.tokens[at]?.text ?? "";
  if (",;!?".includes(sign)) return true;
  const before = text.tokens[at - 1];
  return sign === "." && (before === undefined || before.kind !== "word" || before.text.length > 5);
}
