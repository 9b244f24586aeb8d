import { wordSet } from "./word-set.ts";

/** Words that name an order, an invoice, a ticket, a booking or a parcel. */
export const orderWords =
  wordSet(`pedido pedidos orden ordenes order orders encargo factura facturas invoice invoices boleta remito folio
  folios ticket tickets tiquete tique caso case reclamo incidencia guia guias tracking seguimiento rastreo rastrear awb envio shipment
  consignment parcel paquete docket booking bookings reserva reservation reservacion cotizacion presupuesto quote quotation estimate po
  rma radicado localizador expediente albaran comanda compra receipt recibo complaint sr waybill lr nota apartado proforma devolucion
  return refund`);

/** Words that may stand between the cue and the id. */
export const linkWords =
  wordSet(`no num nro nr n number numero nums id ids es is del de el la los the my mi code codigo cod it its was era
  con with ref reference referencia confirmation interno web online electronica venta`);

/** Words of what is spelled like an order id but is something else. */
export const otherCodeWords =
  wordSet(`rfc curp cuit cuil dni nif nie cif nit rut cedula ine ssn ein gst gstin pan vat tin aadhaar aadhar iva
  utr imei iban swift ifsc bic clabe cbu cvu cuenta account acct tarjeta card terminacion ending placa placas patente matricula plate
  reg registration vuelo flight cliente clienta customer client member membership socio socia cupon coupon promo voucher codigo code otp
  pin clave password token verificacion verification modelo model serie serial lote batch sku talla size vin isbn ean upc alias
  transaccion transaction operacion autorizacion authorization bus linea ruta aula salon room habitacion gate puerta terminal
  postal postcode pincode zip seat asiento pasaporte passport poliza policy licencia license`);

/** Words with which a code is an id of a booking, though `code` alone means a one-time code. */
export const bookingCodeWords =
  wordSet(`confirmation conf confirmacion reserva reservation booking pedido order seguimiento tracking rastreo
  guia localizador envio compra retiro collection`);

/** Beginnings that only ids have. */
export const idPrefixes =
  wordSet(`ped pedido ord order inv fac fact fv fc tkt tck tic rma po so oc ot nv cot coti qt qte quo res rsv rsrv
  bk bkg bkn case cas trk trc awb guia od odr wo ref sr srv inc rf ret dev exp env shp ship pkg bol rec recibo alb pre pto lote`);
