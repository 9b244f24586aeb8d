/** Words of one meaning, in Spanish and English, with which customers paraphrase the usual options. Folded. */
const groups: Readonly<Record<string, string>> = {
  delivery:
    "delivery deliver delivered envio enviar envien envienmelo enviamelo envienme domicilio reparto mandar manden mandame mandamelo mandenmelo mandenlo mandalo traer traigan traiganmelo traedmelo traemelo ship shipping shipped send casa home llevar lleven llevenmelo bring",
  pickup:
    "pickup pick recoger recojo recogida recogerlo paso pasar pasamos retiro retirar retirarlo busco buscar buscarlo collect collection tienda sucursal local store takeaway takeout",
  cash: "cash efectivo contado plata billete billetes metalico",
  card: "card tarjeta credito debito credit debit visa mastercard amex plastico datafono posnet",
  transfer:
    "transfer transferencia transferir deposito spei cbu clabe bizum nequi daviplata zelle upi gpay paytm phonepe pse mercadopago bank bancaria wire bacs",
  full: "full todo total completo completa entero entera whole everything contado",
  part: "deposit partial senal sena anticipo abono adelanto mitad half parte reserva",
  morning: "morning mrng morn manana temprano mananita tempranito mediodia antes am early",
  afternoon: "afternoon aft noon tarde tardecita pm",
  evening: "evening eve evng night nite noche nochecita tonight",
  small: "small chico chica pequeno pequena peque chiquito chiquita little s individual",
  medium: "medium mediano mediana m regular",
  large: "large grande big l grandote familiar family",
  hot: "hot caliente calientito",
  cold: "cold frio fria helado iced",
  inside: "inside indoor indoors interior adentro dentro",
  outside: "outside outdoor outdoors exterior terraza afuera fuera patio terrace garden",
  one_way: "ida single",
  both_ways: "vuelta roundtrip return regreso redondo",
  red: "red rojo roja colorado colorada",
  blue: "blue azul azules",
  green: "green verde verdes",
  yellow: "yellow amarillo amarilla",
  black: "black negro negra negros negras prieto",
  white: "white blanco blanca blancos blancas",
  grey: "grey gray gris grises plomo",
  brown: "brown cafe marron castano",
  pink: "pink rosa rosado rosada",
  beige: "beige crema cream hueso",
  purple: "purple morado morada violeta lila",
  orange: "orange naranja anaranjado",
  refund: "refund reembolso dinero money devolucion back plata",
  exchange: "exchange cambio cambiar replacement replace otro nueva nuevo swap new",
  store_credit: "credit vale voucher credito saldo",
  man: "man men hombre caballero male",
  woman: "woman women mujer dama female senora",
  chicken: "chicken pollo",
  beef: "beef res carne",
  vegetarian: "vegetarian veggie vegetariano vegetariana veg",
  chocolate: "chocolate choco",
  vanilla: "vanilla vainilla",
  strawberry: "strawberry fresa frutilla",
  spicy: "spicy picante picosito enchiloso",
  mild: "mild suave poco",
  weekday: "weekday weekdays semana",
  weekend: "weekend finde finsemana",
  phone_call: "call llamada llamame telefono phone llamen",
  whatsapp: "whatsapp wasap chat mensaje message text",
  email: "email correo mail",
  monthly: "monthly mensual mes month",
  yearly: "yearly anual ano year annual",
  cancel: "cancel cancelar cancelalo cancela cancelado anular",
  wait: "wait esperar espero esperamos",
  dog: "dog perro perra perrito perrita cachorro puppy pup doggo can",
  cat: "cat gato gata gatito gatita kitten kitty michi minino",
  sms: "sms text texto",
  online: "online linea virtual zoom internet remote remoto videollamada video",
  in_person: "presencial persona office oficina onsite studio",
  gift: "gift regalo present",
  new_one: "new nuevo nueva primera",
  used: "used usado usada seminuevo segunda",
  automatic: "automatic automatico automatica auto",
  manual: "manual stick estandar mecanico",
  double: "double doble matrimonial queen king",
  twin: "twin twins gemelas individuales separadas",
  single: "single sencilla sencillo individual simple",
  today: "today hoy ahorita",
  tomorrow: "tomorrow manana",
};

/** Spanish verbs with their many endings. */
const stems: readonly (readonly [RegExp, string])[] = [
  [/^(?:mand|envi|traig|trae|traed|traiga|llev|repart|entreg|deliver|ship)/, "delivery"],
  [/^(?:recog|recoj|retir|busc|collect)/, "pickup"],
  [/^transf/, "transfer"],
  [/^(?:reembols|devuelv|refund)/, "refund"],
  [/^(?:cambi|repon|reemplaz|replac|exchang)/, "exchange"],
  [/^efectiv/, "cash"],
  [/^tarjet/, "card"],
];

const byWord = new Map<string, string[]>();
for (const [meaning, words] of Object.entries(groups)) {
  for (const word of words.split(" ")) byWord.set(word, [...(byWord.get(word) ?? []), meaning]);
}

const everyWord = /\p{L}+/gu;

/** The meanings that stand in a folded text. */
export function meaningsOf(folded: string): Set<string> {
  const found = new Set<string>();
  for (const word of folded.match(everyWord)?.slice(0, 60) ?? []) {
    for (const meaning of byWord.get(word) ?? []) found.add(meaning);
    for (const [stem, meaning] of stems) if (stem.test(word)) found.add(meaning);
  }
  return found;
}
