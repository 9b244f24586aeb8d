/** Words that show what a turn is for, surer than a classifier in short turns. In order: the first that fits wins. Folded text. */
const cues: readonly (readonly [string, RegExp])[] = [
  [
    "human_agent",
    /^\W*(?:agente?|asesora?|humano|human|representative|representante|operador\w*|operator|persona|person|someone real|ejecutiv[oa])\W*(?:please|pls|plz|por ?fa\w*)?\W*$|\b(?:(?:hablar|comunicar\w*|comunica\w*|comunique\w*|contactar|platicar|chatear|charlar|atienda|atender\w*|pasar?me|paseme|pasame|pasenme|conect\w+) (?:directamente |ya |mejor )?(?:con|a|por) ?(?:un|una|el|la|algun|alguna|alguien|otra|tu|su)? ?(?:agente|asesora?|persona|humano|alguien|operador\w*|encargad[oa]|gerente|duen[oa]|supervisora?|ejecutiv[oa]|representante|chic[oa]|ser humano|companer[oa])|hablar con (?:alguien|un|una|el|la)|me (?:atienda|llame) (?:una persona|alguien|un humano)|alguien (?:real|de verdad|de carne)|persona (?:real|de verdad)|(?:talk|speak|chat) (?:to|with) (?:a|an|the|some|your|any)? ?(?:real |actual |live |human )?(?:human|person|someone|somebody|agent|manager|supervisor|owner|rep\w*|operator|staff|colleague)|(?:real|actual|live) (?:human|person|agent)|(?:get|put|connect|transfer) me (?:to |through |with |on )*(?:a|an|the|your|someone|somebody)|human (?:please|pls|agent)|(?:want|need) (?:a|an) (?:human|agent|person|real person)|connect (?:me|to) (?:to )?(?:manager|agent|a|an|the)|someone (?:to )?call me|que me llamen)\b/,
  ],
  [
    "cancel_order",
    /\b(?:cancel(?:a|o|ar|en|e|ad|arl[oa]|al[oa]|ame|arme|eme)?|cancelling|canceling|anul(?:a|ar|en|e|arl[oa]|al[oa])|call (?:it|the whole thing) off|ya no (?:lo |la |los |las )?(?:quiero|voy a querer|queremos|necesito|voy a ir|vamos a ir)|dar de baja|no longer (?:want|need)|don't want (?:it|the order|my order) any ?more)\b/,
  ],
  [
    "return_refund",
    /\b(?:devolver(?:l[oa]s?|te|les)?|devolucion(?:es)?|devuelv\w+|reembols\w+|refund\w*|return (?:the|my|a|an|this|it|these|them|some|one|for)|to return|returning|money back|send (?:it|them|this) back|mi dinero|garantia|warranty|exchange (?:it|them|the|this|for)|me l[oa]s? cambi\w+)\b/,
  ],
  [
    "change_order",
    /\b(?:turno|cita|reserva|mesa|hora|consulta|clase|appointment|booking|table|reservation)\b.{0,60}\b(?:no llego|no voy a (?:llegar|poder)|no (?:puedo|podre|alcanzo|podemos)|can't (?:make|come)|cannot (?:make|come)|won't (?:make|be able))\b/,
  ],
  [
    "order_status",
    /\b(?:(?:donde|en donde|por donde) (?:esta|anda|viene|va|quedo) (?:mi|el|lo|la|nuestro)|(?:mi|el|lo|la|nuestro) (?:pedido|paquete|orden|encargo|compra|envio)s? (?:ya )?(?:no )?(?:ha |haya )?(?:lleg\w+|viene|salio|sale|esta|va|sigue|aparece)|(?:no|nunca) (?:me |nos )(?:ha |han )?(?:llego|llegado|llega|han traido)|(?:no|nunca) (?:ha |han )(?:llegado|aparecido)|nunca llego|(?:y|que hay de|que paso con) (?:mi|el|nuestro) (?:pedido|paquete|encargo|envio)|no llego nada|ya (?:salio|viene|mero|esta listo)|en que (?:va|quedo|estado|esta)|como va (?:mi|el|lo|la)|(?:cuando|a que hora) (?:me |nos )?(?:llega|llegaria|va a llegar|sale|me lo traen|viene)|seguimiento|rastre\w+|estado (?:de|del) (?:mi|el)? ?(?:pedido|envio|paquete|orden)|where(?:'s| is| are|s) (?:my|the|our|it)|when (?:will|would|does|is|should) (?:it|my|the|they|our)\b.*\b(?:get|arrive\w*|come|here|deliver\w*|ready|ship\w*|be)|(?:never|hasn't|has not|haven't|not|didn't|still not|yet to) (?:yet )?(?:came|come|arrived?|shown? up|showed up|been delivered|delivered|received|turned up|got|here)|still waiting (?:for|on)|track(?:ing)?\b.{0,20}|status (?:of|on)|order status|any (?:eta|update|news)|eta (?:on|for)|out for delivery|is (?:my|the) (?:order|parcel|package|delivery|stuff) (?:on|still|ready|coming))\b/,
  ],
  [
    "complaint",
    /\b(?:(?:lleg|vin|sal)(?:o|io|aron|ieron) (?:\w+ ){0,2}(?:rot[oa]s?|mal|fri[oa]s?|tarde|incomplet[oa]s?|danad[oa]s?|equivocad[oa]s?|vencid[oa]s?|abiert[oa]s?|golpead[oa]s?|aplastad[oa]s?|derretid[oa]s?|mojad[oa]s?|quemad[oa]s?|crud[oa]s?|podrid[oa]s?|sec[oa]s?|dur[oa]s?|hech[oa]s? (?:pedazos|polvo)|manchad[oa]s?|rasgad[oa]s?)|lleg(?:o|aron) \w+ (?:rot[oa]s?|danad[oa]s?)|(?:vino|vinieron) (?:rot\w+|mal|fri\w+|incomplet\w+|equivocad\w+)|esta(?:ba)? (?:rot[oa]|danad[oa]|vencid[oa]|fri[oa]|crud[oa]|echad[oa] a perder|podrid[oa])|no (?:funciona|prende|enciende|sirve|anda)|me cobraron (?:de mas|mal|dos|doble)|cobro (?:doble|de mas)|queja|reclamo|reclamar|reclamacion|pesim[oa]|horrible|asco|asquerosa?|verguenza|terrible|faltan?(?:ron)? (?:\w+ )?(?:cosas?|productos?|piezas?|unidades?|\d+)|(?:ripped|torn|scratched|stained|dented|leaking|chipped)|(?:arrived|came|turned up|was|is|were|are) (?:broken|damaged|cold|late|wrong|crushed|smashed|melted|mouldy|moldy|stale|raw|undercooked|soaked|cracked|faulty|defective|incomplete)|wrong (?:item|order|size|colou?r|one|thing|product|address)|(?:isn't|not|doesn't|stopped|won't) work\w*|overcharged|charged (?:me )?(?:twice|double|the wrong)|double charged|complain\w*|complaint|disgusting|awful|unacceptable|missing (?:from|items?|parts?)|rude)\b/,
  ],
  [
    "change_order",
    /\b(?:y si (?:l[oa]s? )?(?:cambiamos|movemos|pasamos|dejamos)|l[oa] (?:cambi|mov|pas|corr|adelant|atras)(?:amos|as|an|aria\w*|emos|en|a|ar) (?:a|al|para|pal)|(?:cambiarl|moverl|pasarl|correrl)[oa] |can (?:we|i|you) (?:move|change|push|switch) (?:it|that|this)|(?:move|change|push|switch) it (?:to|for)|(?:cambiar|cambio|mover|muevan|mueve|pasar|pasen|reprogramar|reagendar|adelantar|atrasar|posponer|modificar|correr) (?:mi|la|el|de|nuestra|nuestro|l[oa]) ?(?:de |del )?(?:la |el |mi )?(?:cita|turno|reserva\w*|pedido|orden|entrega|direccion|hora|fecha|dia|mesa|cantidad|visita|clase|consulta)|reprogram\w+|reagend\w+|(?:no llego|no voy a (?:llegar|poder)|no (?:puedo|podre|alcanzo a) (?:ir|llegar|asistir)|se me complico)|reschedul\w+|(?:move|change|switch|push|swap|postpone|bring forward) (?:my|our|the|it|that) ?\w* ?(?:appointment|booking|reservation|table|order|delivery|address|date|time|slot|appt|to|from)|can't make (?:it|my|the)|cannot make (?:it|my|the)|running late|add .{1,30} to (?:my|the) order|agreg\w+ .{1,30} (?:a mi|al) pedido)\b/,
  ],
  [
    "faq_other",
    /\b(?:(?:cuanto (?:tiempo )?(?:tarda|dura|demora)\w*|how long (?:does|is|will|would)) (?:el|la|un|una|the|a|an) (?:servicio|corte|masaje|limpieza|consulta|tratamiento|sesion|clase|cita|turno|visita|curso|service|appointment|massage|cleaning|session|treatment|haircut|class|visit|course|cut)|estacionamiento|estacionar|parqueadero|parking|aparcamiento|aparcar|cochera|wifi|wi-fi|mascotas?|perros?|dog|dogs|pets?|accesib\w+|wheelchair|silla de ruedas|step[- ]free|rampa|(?:hay|tienen|tenes|tienes|teneis) (?:elevador|ascensor)|alerg\w+|allerg\w+|gluten|vegan\w*|vegetari\w+|halal|kosher|lactosa|ingredient\w*|politica|policy|se lava|lavar|highchair|high chair|periquera|trona|sillita|codigo de vestimenta|dress code|banos?|toilet|bathroom|restroom|cambiador|terraza|patio|kids'? (?:menu|area)|menu infantil|juegos para ninos|edad minima|age limit|que (?:necesito|hay que|debo|tengo que) llevar|what (?:should|do) (?:i|we) (?:bring|need))\b/,
  ],
  [
    "opening_hours",
    /\b(?:(?:a|hasta|desde|de) (?:que|q|k) hora(?:s)? (?:\w+ )?(?:abr\w+|cierr\w+|cerr\w+|atiend\w+|estan|trabajan|tienen abierto)|abren|abris|abrir(?:an|eis)|cierran|cerrais|cerrai?s|horarios?|atienden (?:los|el|hoy|manana|en|sabad\w+|doming\w+)|estan abiert[oa]s?|esta abierto|estais abiert[oa]s|tienen abierto|(?:what|which) time (?:do|does|are|will) (?:you|u|the (?:shop|store|place)) (?:guys )?(?:open|close|shut|closing|opening)|when (?:do|are|does|will) (?:you|u|the (?:shop|store)) (?:guys )?(?:open|close|shut|closed)|(?:are|r) (?:you|u) (?:guys )?(?:open|closed|shut)|(?:you|u) open (?:on|today|tomorrow|till|until|late|now|sundays?|saturdays?|mondays?)|open(?:ing)? (?:hours|times)|closing time|business hours|(?:your|the) hours|open (?:on )?(?:sundays?|saturdays?|weekends?|holidays?|bank holiday))\b/,
  ],
  [
    "location_question",
    /\b(?:(?:en )?(?:donde|adonde) (?:estan|estais|esta (?:el|la|su|ubicad[oa]s?)|quedan|queda|se ubican|se encuentran|los encuentro|es)|(?:cual es|me (?:das|da|pasas|pasa|manda|mandas|compartes?)|pas(?:a|e)me|mand(?:a|e)me|comparte\w*|envi(?:a|e)me) (?:la|su|tu|el|vuestra) (?:direccion|ubicacion|domicilio|mapa)|vuestra (?:direccion|ubicacion)|como llego|where (?:are|r) (?:you|u)\b|where is (?:the|your) (?:shop|store|place|office|clinic|studio|salon|restaurant)|where(?:'s| is) (?:your|the) (?:shop|store|place|office)|(?:your|the shop's|shop) (?:address|location)|(?:share|send|give) (?:me |us )?(?:the |your |ur )?(?:live |current |exact )?(?:location|address|map|directions)|what(?:'s| is) (?:your|the) (?:address|location|postcode)|how do i (?:get|find)|which (?:street|floor|station))\b/,
  ],
  [
    "delivery_question",
    /\b(?:(?:hacen|haceis|hacer|tienen|teneis|hay|manejan|ofrecen|el|costo de|coste de|precio de|cuanto (?:cuesta|sale|es|vale) el|los|gastos de) (?:envios?|entregas?|delivery|domicilios?|repartos?|flete)|envian|enviais|entregan (?:en|a|los|hoy)|reparten|llegan (?:a|hasta)|mandan a|(?:me|nos|l[oa]s?|te)? ?(?:lo|la|los|las) (?:suben|subis|subes|llevan|llevais|traen|traeis|mandan|envian|enviais|entregan|dejan|instalan|instalais)|zona de (?:reparto|entrega|cobertura)|do (?:you|u) (?:guys )?(?:deliver|ship|do delivery|do deliveries)|(?:is|how much is|how much's|what's|does|free|the|cost of|price of) (?:the )?(?:delivery|shipping|postage)|deliver(?:y)? (?:to|cost|fee|charge|area|time|on|free|included)|shipping (?:cost|fee|to|time|included)|how long (?:does|will|for|is) (?:the )?(?:delivery|shipping|it take to (?:arrive|get here|deliver))|carry it up|bring it up(?:stairs)?)\b/,
  ],
  [
    "price_question",
    /\b(?:cuanto (?:me )?(?:cuesta|cuestan|sale|salen|vale|valen|es|seria|serian|costaria|saldria|cobra\w*|esta|estan|por|queda|hay que pagar|piden|va)|(?:cuanto|cto|cuant) (?:x|por)|en cuanto (?:sale|esta|estan|la|el|lo|me|queda|los|las|tienen)|a (?:como|cuanto) (?:esta|estan|tiene\w*|la|el|los|las|me|sale\w*|da\w*)|(?:que|el|los|tus|sus|saber|lista de|cual es el) (?:precios?|valor|costo|tarifas?)|precios?\b|presupuesto|cotiza\w*|tarifas?|que (?:precio|valor|costo)|how much (?:is|are|for|do|does|would|will|it|the|to|a|u)|how much\W*$|what(?:'s| is| are| does)? (?:the |your )?(?:price|prices|cost|rates?|charge)|price (?:of|for|list)|prices?\b|quote for|do(?:es)? (?:it|that|this|they|these) cost|what do you charge|any discount|(?:the|your|any) (?:charges?|fees?|rates?)|what (?:will be|are) the (?:charges?|fees?)|descuento|rebaja)\b/,
  ],
  [
    "book_appointment",
    /\b(?:reserv(?:ar|o|a|e|ame|arme|en|acion(?:es)?)|agend(?:ar|ame|arme|eme|o|en)|apartar (?:mesa|lugar|cita)|(?:una?|quiero|tenes|tienes|tienen|teneis|hay|dan|dar|pedir|sacar|saco|necesito|quisiera|otra|otro|hacer|mi|algun) (?:\w+ )?(?:turnos?|citas?|hora para|hueco|cupo|lugar para|mesas?|reserva\w*|consultas?)|mesa (?:para|pa|pal)|turno (?:para|de|con)|cita (?:para|de|con)|book (?:a|an|in|me|us|the|for|it|my)|booking (?:for|a)|to book|make (?:a|an) (?:reservation|booking|appointment)|reserve (?:a|an|the)|table (?:for|of)|(?:an|any|get an|need an|schedule an|another) (?:appointment|appt)|appointments? (?:available|free|for|on)|schedule (?:a|an|my)|fit (?:me|us|him|her|\w+) in|squeeze (?:me|us) in|any (?:slots?|openings?|tables?|availability)|free slots?|do you have (?:a |any )?(?:slots?|tables?|openings?))\b/,
  ],
  [
    "payment_question",
    /\b(?:(?:puedo|se puede|podria|podemos|como|donde|aceptan|acepta|aceptais|reciben|toman) (?:\w+ )?(?:pag\w+|tarjetas?|efectivo|transferencias?|bizum|nequi|daviplata|zelle|mercado ?pago|yape|cuotas|amex|visa|credito|debito|cheques?)|(?:formas?|metodos?|medios?) de pago|(?:a|meses|msi|en) (?:meses sin|cuotas|msi)|cuotas|mensualidades|factur(?:a|as|ar|an|ame|arme|acion|eme)|comprobante|(?:hice|hago|hacer|mande|mando|envie|adjunto) (?:el|la|un|una) (?:pago|transferencia|deposito|bizum|consignacion)|transferi|deposite|consigne|(?:clabe|cbu|cvu|iban|numero de cuenta|datos bancarios)|(?:do|can|could|will) (?:you|i|we|u) (?:guys )?(?:take|accept|pay|split)|(?:take|accept) (?:cards?|cash|amex|apple ?pay|upi|paypal|venmo|contactless)|pay (?:by|with|in|via|using|on|at|cash|half|now|later|online)|payment (?:method|option|plan|link)s?|how (?:do|can|should) i pay|instal?lments?|invoice|receipt|vat receipt|gst (?:bill|invoice)|sort code|bank details|i(?:'ve| have)? (?:just )?(?:paid|sent the (?:money|payment|transfer)|transferred)|upi id|proof of payment)\b/,
  ],
  [
    "product_availability",
    /\b(?:(?:tienen|tienes|tenes|teneis|hay|venden|vendeis|manejan|os quedan?|les quedan?|te quedan?|queda|quedan|consigo) |(?:todavia|aun) (?:hay|tienen|queda\w*)|disponib\w+|agotad[oa]s?|en (?:stock|existencia)|in stock|out of stock|sold out|(?:do|does|have|has) (?:you|u|ya) (?:guys )?(?:have|got|sell|stock|carry|do)|(?:have|got) (?:you|u|any)|got any|any .{2,30} left|available|still (?:have|got|selling)|back in stock)/,
  ],
  [
    "place_order",
    /\b(?:(?:quiero|queria|queriamos|quisiera|queremos|necesito|me gustaria|querria|deseo|voy a|para) (?:pedir|ordenar|encargar|comprar|llevar(?:me)?|hacer (?:un )?(?:pedido|encargo))|(?:hacer|haceros|hacerte|hacerles|hago) (?:un |el )?(?:pedido|encargo)|encargo|pedido:|(?:me|nos) (?:das|da|dan|dais|pones|pone|ponen|mandas?|mandan|separas?|separan|guardas?|guardais|apartas?|envias?|traes|vendes?|llevo)|anot(?:ame|eme|a|enme)|apunt(?:ame|eme)|mand(?:ame|eme|enme)|env[i](?:ame|eme|enme)|quiero|quisiera|(?:i'd|i would|we'd|would) like (?:to (?:order|buy|get)|\d|a|an|some|one|two|the)|(?:to|can i|could i|i'll|i will|we'll|may i|let me) (?:order|get|have|take|buy|grab)|place an? order|order (?:for|a|an|some|two|three|\d)|put (?:me|us) down for|(?:i|we) (?:want|need|wanna)\b|i'll take|send me|add (?:a|an|two|three|\d))\b/,
  ],
];

/** The intent that a turn's words show, or undefined. */
export function actCue(folded: string): string | undefined {
  return cues.find(([, pattern]) => pattern.test(folded))?.[0];
}
