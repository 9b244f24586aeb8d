import { phraseSet, wordSet } from "../identifiers/word-set.ts";

/** Words that come before the name of a business, a school, a bank or a club. */
export const orgHeads =
  wordSet(`ferreteria panaderia pasteleria reposteria farmacia drogueria papeleria libreria carniceria pescaderia fruteria
  verduleria polleria tortilleria taqueria pizzeria cafeteria heladeria restaurante restaurant restoran bar taberna cerveceria bodega bodegas
  vinoteca supermercado supermercados mercado minimarket abarrotes almacen almacenes distribuidora distribuciones comercial comercializadora
  importadora exportadora constructora construcciones inmobiliaria inversiones industrias fabrica textiles confecciones muebleria muebles
  zapateria joyeria relojeria optica peluqueria barberia estetica spa lavanderia tintoreria floristeria floreria vivero veterinaria
  clinica laboratorio laboratorios consultorio dental gimnasio gym academia colegio escuela liceo instituto universidad preparatoria secundaria
  jardin guarderia kinder cecyt conalep facultad fundacion asociacion cooperativa sindicato club deportivo banco caja bancaja financiera aseguradora
  seguros grupo corporativo corporacion consorcio compania agencia editorial imprenta estudio estudios despacho notaria bufete taller talleres
  autolavado autopartes envios encomiendas mensajeros cargas acarreos trasteos viajes turismo hoteles vidrieria cristaleria cerrajeria marmoleria tapiceria carpinteria herreria plomeria
  ferreterias panificadora confiteria rotiseria chocolateria charcuteria queseria jugueteria perfumeria merceria bazar copisteria gestoria asesoria autoescuela residencia hosteria cantina asador marisqueria antojitos corralon pinturas maderas refaccionaria llantera transportes paqueteria mensajeria logistica fletes mudanzas catering eventos producciones
  banquetes parroquia iglesia ceip ies bank university universidad institute church st`);
/** English words that come after the name. */
export const orgEnds =
  wordSet(`school college university academy institute kindergarten nursery preschool bank couriers courier logistics express
  cargo freight parcels parcel deliveries haulage removals movers packers transport express freightways dental clinic motors industries traders trader trading enterprises enterprise textiles textile foods food labs lab laboratories
  solutions group club bakery salon church temple society association properties realty events catering services stores store supermarket
  hardware pharmacy pharma chemists opticians gym fitness studio studios partners consulting consultants technologies technology systems software
  hospitality constructions construction builders interiors furniture furnitures electronics mobiles jewellers jewelers boutique fashions garments
  exports imports agencies agency media marketing publishers publications press foundation trust charity council ltd llc inc rugby fc cc
  brewery coffee roasters cafe diner grill kitchen pizzeria restaurant bistro deli florist florists plumbing roofing landscaping
  insurance finance capital holdings bros sons associates accountants solicitors attorneys`);

/** Legal forms after a name. */
export const orgForms =
  /^,? (?:s\.?a\.?s\.?|s\.? ?a\.? de c\.? ?v\.?|s\.? ?de r\.?l\.?|s\.?a\.?|s\.?l\.?u?\.?|s\.?r\.?l\.?|s\.?c\.?|ltda\.?|pvt\.? ltd\.?|private limited|limited|ltd\.?|llc|llp|inc\.?|plc|corp\.?|gmbh|& co\.?|y cia\.?|& sons|e hijos|& hijos|hnos\.?|hermanos)(?![a-z])/;

const couriersAndBanks =
  phraseSet(`dhl, fedex, ups, usps, royal mail, parcelforce, evri, hermes, dpd, yodel, estafeta, redpack, paquetexpress, paquete express, 99 minutos,
  correos de mexico, correos, correos express, seur, mrw, gls, nacex, zeleris, ctt express, andreani, oca, correo argentino, via cargo, servientrega,
  interrapidisimo, inter rapidisimo, coordinadora, deprisa, 4-72, tcc, blue dart, bluedart, delhivery, dtdc, ekart, india post, xpressbees, ecom express, shadowfax, dunzo,
  porter, shiprocket, rappi, pedidosya, pedidos ya, glovo, uber eats, ubereats, just eat, deliveroo, doordash, grubhub, instacart, zomato, swiggy, blinkit, zepto, didi food,
  bbva, banamex, citibanamex, banorte, hsbc, scotiabank, bancoppel, banco azteca, inbursa, bancolombia, davivienda, banco de bogota, banco popular, av villas,
  colpatria, banco galicia, banco macro, banco nacion, banco provincia, brubank, caixabank, la caixa, sabadell, bankinter, kutxabank, abanca, unicaja, ing direct,
  bank of america, wells fargo, chase bank, citibank, capital one, us bank, pnc bank, barclays, lloyds, natwest, monzo, starling bank, nationwide, hdfc, hdfc bank, icici,
  icici bank, sbi, state bank of india, axis bank, kotak, kotak mahindra, punjab national bank, canara bank, yes bank, mercado libre, amazon, flipkart, myntra, walmart, soriana,
  chedraui, liverpool, bodega aurrera, sams club, costco, coppel, elektra, mercadona, carrefour, lidl, aldi, el corte ingles, leroy merlin, ikea, decathlon, tesco, asda,
  sainsburys, waitrose, morrisons, argos, target, home depot, lowes, best buy, falabella, homecenter, coto, fravega, garbarino, sodimac, reliance digital,
  big bazaar, dmart, croma, starbucks, mcdonalds, burger king`);
const words =
  wordSet(`ups hermes gls oca deprisa porter correos amazon liverpool target coto costco argos kotak chase nationwide coordinadora
  soriana tcc hsbc lloyds seur mrw aldi croma falabella rappi`);

/** Couriers, banks and big shops by name; `word` = also a word of the language, which needs its capital. */
export const knownOrgs: ReadonlyMap<string, "name" | "word"> = new Map(
  [...couriersAndBanks].map((name) => [name, words.has(name) ? ("word" as const) : ("name" as const)]),
);

const longestByFirst = new Map<string, number>();
for (const name of knownOrgs.keys()) {
  const [first = "", ...rest] = name.split(" ");
  longestByFirst.set(first, Math.max(longestByFirst.get(first) ?? 0, rest.length + 1));
}

/** Most words of a known name that begins with this one; 0 when none does. */
export function longestOrgFrom(word: string): number {
  return longestByFirst.get(word) ?? 0;
}
