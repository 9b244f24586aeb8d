/** Words that say the same to a shop, in Spanish and English, folded. A word adds its concept as a feature, so an example with "ship" also teaches "deliver". */
const concepts: Readonly<Record<string, string>> = {
  buy: "buy purchase order get comprar compro pedir pido encargar encargo ordenar llevo adquirir buying ordering kaufen quiero want wanna need necesito ocupo",
  price:
    "price prices cost costs rate rates charge charges pricing expensive cheap cheapest precio precios costo costos valor cuesta cuestan vale valen sale caro barato amount quote presupuesto cotizacion cotizar",
  discount:
    "discount discounts offer offers deal deals promo promos promotion coupon coupons code sale descuento descuentos rebaja oferta ofertas promocion promociones cupon 2x1 voucher cashback",
  deliver:
    "deliver delivers delivered delivery delivering ship ships shipped shipping shipment dispatch dispatched courier post postage send envio envios enviar envian entregar entrega entregan entregas domicilio domicilios despacho despachan flete reparto reparten mandar mandan mandame delivary delivry deliverd",
  arrive:
    "arrive arrives arrived arriving come reach reached receive received recieved recieve got get llega llego llegar llegan recibi recibir recibido",
  late: "late delay delayed delays pending stuck slow waiting wait demora demorado tarde retraso retrasado esperando atrasado tarda tardan still yet todavia aun",
  track: "track tracking trace status update where eta seguimiento rastrear rastreo guia estado estatus novedades",
  cancel:
    "cancel cancelled canceled cancellation cancelling abort cancelar cancelo cancela cancelen cancele anular anulo anula anulen anulacion cancelacion",
  change:
    "change changed changing modify edit update amend swap switch replace reschedule move correct cambiar cambio cambia cambie cambiame modificar mover reprogramar corregir pasar reagendar",
  refund:
    "refund refunds refunded reimburse reimbursement moneyback chargeback reembolso reembolsar devolver devuelvan devolucion devoluciones reintegro regresar",
  return: "return returns returned returning exchange exchanges replace replacement devolver devolucion cambio retorno",
  warranty: "warranty guarantee guaranteed garantia",
  pay: "pay paid paying payment payments payed pagar pago pagos pague transferir transferencia transferi deposito deposite abonar abono consignar transfer deposit upi card cards cash tarjeta tarjetas efectivo paypal credit debit cuotas instalment installment instalments installments emi financing",
  invoice: "invoice receipt bill gst factura facturar facturacion recibo comprobante boleta",
  broken:
    "broken broke damage damaged defective faulty fail failed fails error issue issues problem problems trouble unable cannot cant stopped roto rota rompio danado dano defectuoso falla fallado problema problemas descompuesto malo mala",
  complain:
    "complaint complain complaints angry disappointed terrible awful worst horrible bad rude disgusting unacceptable queja quejas reclamo reclamar decepcionado decepcionada pesimo pesima horrible malisimo verguenza asco",
  stock:
    "stock available availability left sold restock disponible disponibles disponibilidad stock existencia existencias agotado agotada queda quedan tienen tienes tenes teneis hay have carry sell venden manejan",
  open: "open opens opening close closes closed closing hours timing timings schedule abren abre abrir abierto abiertos cierran cierra cerrado horario horarios atienden",
  place:
    "where location located address directions branch store stores shop showroom donde ubicacion ubicados direccion sucursal local tienda sede ubicado queda",
  parking: "parking park carpark estacionamiento parqueadero aparcamiento parquear estacionar cochera",
  human:
    "human agent representative person operator manager supervisor someone somebody executive staff persona humano asesor agente encargado alguien gerente ejecutivo operador representante",
  call: "call phone ring contact number talk speak helpline llamar llame llamen telefono hablar contacto numero marcar comunicar comunicarme",
  book: "book booking appointment reserve reservation schedule slot cita citas turno turnos reservar reserva agendar agenda agendame reservacion mesa table hora hueco cupo",
  hello: "hi hello hey hola buenas hiya hii hlo helo hai hy saludos",
  thank: "thanks thank thx ty cheers gracias agradezco tysm thanku",
  bye: "bye goodbye adios chau chao cya",
  recommend:
    "recommend recommendation suggest suggestion suggestions best better which help choose recomiendas recomienda recomendar sugieres mejor cual",
  compare:
    "compare comparison difference differences different versus vs between diferencia diferencias comparar entre",
  size: "size sizes dimension dimensions measurement measurements length width height big small talla tallas medida medidas tamano customize custom customise customized customised",
  material:
    "material materials ingredient ingredients made contain contains composition ingredientes materiales lleva contiene hecho features feature specification specifications",
  use: "use using works work function usar uso usa funciona sirve lavar wash clean install instalar",
  withdraw: "withdraw withdrawal withdrawn withdrawing retirar retiro cashout",
  account:
    "account profile login signin signup password register registration verify verification verified cuenta perfil contrasena kyc otp",
  team: "team teams squad equipo equipos player players jugador jugadores",
  reward: "bonus reward rewards points refer referral referrals win winning winnings prize puntos premio recompensa",
  trial: "trial try demo sample prueba probar muestra testing",
  hours: "today tomorrow tonight weekend sunday saturday monday hoy manana domingo sabado lunes",
  lost: "lost missing stolen disappeared perdido perdi robado extraviado falta faltan faltaron",
};

const short: Readonly<Record<string, string>> = {
  q: "que",
  k: "que",
  ke: "que",
  xq: "porque",
  pq: "porque",
  xk: "porque",
  x: "por",
  pa: "para",
  p: "para",
  tb: "tambien",
  tmb: "tambien",
  tmbn: "tambien",
  xfa: "porfavor",
  porfa: "porfavor",
  porfis: "porfavor",
  xfavor: "porfavor",
  bn: "bien",
  dnd: "donde",
  cdo: "cuando",
  cto: "cuanto",
  kiero: "quiero",
  info: "informacion",
  ud: "usted",
  uds: "ustedes",
  msj: "mensaje",
  hr: "hora",
  hs: "horas",
  finde: "semana",
  grax: "gracias",
  pls: "please",
  plz: "please",
  plss: "please",
  u: "you",
  ur: "your",
  r: "are",
  n: "and",
  y: "y",
  wanna: "want",
  gonna: "going",
  gotta: "have",
  lemme: "let",
  gimme: "give",
  im: "i'm",
  dont: "don't",
  dnt: "don't",
  cant: "can't",
  wont: "won't",
  didnt: "didn't",
  havent: "haven't",
  hasnt: "hasn't",
  isnt: "isn't",
  doesnt: "doesn't",
  nt: "not",
  whats: "what's",
  wats: "what's",
  wat: "what",
  wht: "what",
  wt: "what",
  hw: "how",
  hav: "have",
  hv: "have",
  shud: "should",
  cud: "could",
  wud: "would",
  bcoz: "because",
  coz: "because",
  abt: "about",
  tmrw: "tomorrow",
  tmr: "tomorrow",
  tomo: "tomorrow",
  rn: "now",
  asap: "now",
  thx: "thanks",
  tnx: "thanks",
  thanx: "thanks",
  ty: "thanks",
  dis: "this",
  d: "the",
  da: "the",
  msg: "message",
  no: "no",
  num: "number",
  nbr: "number",
  acc: "account",
  amt: "amount",
  qty: "quantity",
  recieve: "receive",
  recieved: "received",
  recived: "received",
  delivary: "delivery",
  adress: "address",
  addres: "address",
};

const conceptOf = new Map<string, string[]>();
for (const [name, words] of Object.entries(concepts))
  for (const word of new Set(words.split(" "))) conceptOf.set(word, [...(conceptOf.get(word) ?? []), name]);
const shortOf = new Map(Object.entries(short));

/** A chat abbreviation written out ("u" → "you", "xq" → "porque"); other words as they are. */
export function writeOut(word: string): string {
  return shortOf.get(word) ?? word;
}

/** What a folded word stands for in a shop; often nothing. */
export function conceptsOf(word: string): readonly string[] {
  return conceptOf.get(word) ?? [];
}
