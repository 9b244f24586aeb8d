import { describe, expect, test } from "vitest";
import { createEntityExtractor } from "../extract-entities.ts";
import { createRecognizers } from "../recognizers.ts";
import { emailRecognizer } from "./email.ts";
import { lookAlikeRecognizer } from "./look-alikes.ts";
import { bookingCodeRecognizer, orderIdRecognizer } from "./order-id.ts";
import { phoneRecognizer } from "./phone.ts";
import { urlRecognizer } from "./url.ts";

const extract = createEntityExtractor(createRecognizers());
const types = ["phone", "email", "url", "mention", "order_id"];

function found(text: string, region: string, contactRegion?: string): string[] {
  const context = { atMs: Date.UTC(2026, 5, 10), timeZone: "UTC", region };
  return extract(text, contactRegion === undefined ? context : { ...context, contactRegion })
    .filter(({ type }) => types.includes(type))
    .map(({ type, text: surface, value }) => `${type} ${surface} = ${String(value)}`);
}

describe("phone numbers become E.164", () => {
  test.each([
    ["MX", "marcame al 33 1582 9047 porfa", "33 1582 9047", "+523315829047"],
    ["MX", "wsp +521 81 8362 7714", "+521 81 8362 7714", "+528183627714"],
    ["CO", "mi cel es 312-555-0190 gracias", "312-555-0190", "+573125550190"],
    ["AR", "te dejo mi número 011 4781-2233", "011 4781-2233", "+541147812233"],
    ["AR", "llamame al 15-6123-4567", "15-6123-4567", "+5491161234567"],
    ["AR", "cel +549 351 612 3344", "+549 351 612 3344", "+5493516123344"],
    ["ES", "ll\u00e1mame al 0034 655 12 34 56", "0034 655 12 34 56", "+34655123456"],
    ["ES", "(+34) 91 456 12 00 es el fijo", "(+34) 91 456 12 00", "+34914561200"],
    ["US", "text me at (415) 555-0132 ok", "(415) 555-0132", "+14155550132"],
    ["US", "reach me: 305.555.0147 x22", "305.555.0147", "+13055550147"],
    ["GB", "ring 020 7946 0958 after 5", "020 7946 0958", "+442079460958"],
    ["GB", "my mobile's 07700 900118", "07700 900118", "+447700900118"],
    ["IN", "whatsapp 98200-44321 sir", "98200-44321", "+919820044321"],
    ["IN", "call 0091 9820044321", "0091 9820044321", "+919820044321"],
  ])("%s: %s", (region, text, surface, value) => {
    expect(found(text, region)).toEqual([`phone ${surface} = ${value}`]);
  });

  test("a number without a country code is of the contact's country first", () => {
    expect(found("mi numero: 612 34 56 78", "MX", "ES")).toEqual(["phone 612 34 56 78 = +34612345678"]);
  });

  test("two numbers in a row are two", () => {
    expect(found("cel 5512345678 / 5587654321", "MX")).toEqual([
      "phone 5512345678 = +525512345678",
      "phone 5587654321 = +525587654321",
    ]);
  });
});

describe("what looks like a phone or an order but is neither", () => {
  test.each([
    ["MX", "la CLABE es 012 180 01234567891 2"],
    ["MX", "mi RFC es LOPG900214AB3"],
    ["ES", "IBAN ES76 2077 0024 0031 0257 5766"],
    ["ES", "mi DNI es 44556677R"],
    ["AR", "CUIT 20-30445566-7 para la factura A"],
    ["CO", "cédula 1020304050, a nombre de la empresa"],
    ["IN", "UTR 4193 2201 7765 please confirm"],
    ["IN", "GSTIN 27AAPFU0939F1ZV"],
    ["US", "my card 4242 4242 4242 4242 got declined"],
    ["GB", "your verification code is 448 291"],
    ["US", "the otp is 559201"],
    ["ES", "matrícula 4821 KLM, aparco fuera"],
    ["GB", "flight BA 2490 lands at nine"],
    ["MX", "son 12,500,000 de pesos"],
    ["US", "IMEI 490154203237518"],
    ["ES", "del 03/04/2026 al 12/04/2026"],
    ["MX", "tarjeta terminación 8812"],
    ["ES", "mi clave de cliente es CL-20918"],
    ["IN", "pay on shop.kiran@okbank"],
    ["AR", "bateria de 12v 1500 3000 4500"],
  ])("%s: %s", (region, text) => {
    expect(found(text, region)).toEqual([]);
  });
});

describe("order ids", () => {
  test.each([
    ["mi pedido #90314 no llega", "#90314", "90314"],
    ["dónde va la orden ORD20988?", "ORD20988", "ORD20988"],
    ["el folio es F-20311", "F-20311", "F-20311"],
    ["guía 7712009934 de ayer", "7712009934", "7712009934"],
    ["factura nº FV/2026/118", "FV/2026/118", "FV/2026/118"],
    ["nro de seguimiento AR-559012-C", "AR-559012-C", "AR-559012-C"],
    ["Cotización COT-0082 sigue vigente?", "COT-0082", "COT-0082"],
    ["ticket no. 55102 still open", "55102", "55102"],
    ["my booking ref is HK29QZ", "HK29QZ", "HK29QZ"],
    ["código de reserva QPL772", "QPL772", "QPL772"],
    ["invoice number: INV-00921", "INV-00921", "INV-00921"],
    ["case #CS-4471 please", "#CS-4471", "CS-4471"],
    ["TRK-889120 hasn't moved", "TRK-889120", "TRK-889120"],
    ["awb no 33018827711", "33018827711", "33018827711"],
    ["parcel RR123456785GB is lost", "RR123456785GB", "RR123456785GB"],
  ])("%s", (text, surface, value) => {
    expect(found(text, "MX")).toEqual([`order_id ${surface} = ${value}`]);
  });

  test.each([
    "quiero un pedido de 150 alfajores",
    "pedido para 12 personas",
    "orden de 2kg de masa",
    "la factura de 1,250 pesos",
    "el pedido del 12/03 no llegó",
    "mi pedido llega en 3 días?",
    "order 2 more please",
    "the invoice says $450",
    "tienen el modelo DX-200?",
    "el hashtag #promoverano2026",
    "Calle 10 #23-45",
  ])("none in: %s", (text) => {
    expect(found(text, "CO").filter((entity) => entity.startsWith("order_id"))).toEqual([]);
  });

  test("a business has its own patterns", () => {
    const own = createEntityExtractor(createRecognizers({ orderIdPatterns: ["zz\\d{3}"] }));
    const context = { atMs: 0, timeZone: "UTC", region: "ES" };
    expect(own("y lo mío, ZZ123?", context).map(({ type, value }) => [type, value])).toEqual([["order_id", "ZZ123"]]);
  });
});

describe("addresses of the net", () => {
  test.each([
    ["escríbeme a Laura.Gil+web@Correo.ES.", "email Laura.Gil+web@Correo.ES = laura.gil+web@correo.es"],
    ["mail: o'brien_9@shop.co.uk pls", "email o'brien_9@shop.co.uk = o'brien_9@shop.co.uk"],
    ["sígueme en @casa.verde_mx!", "mention @casa.verde_mx = @casa.verde_mx"],
    ["vi en mitienda.com.mx que hay oferta", "url mitienda.com.mx = mitienda.com.mx"],
    [
      "es https://maps.app.goo.gl/Ab12?x=1, no?",
      "url https://maps.app.goo.gl/Ab12?x=1 = https://maps.app.goo.gl/Ab12?x=1",
    ],
    ["aquí wa.me/5215512345678", "url wa.me/5215512345678 = wa.me/5215512345678"],
    ["check linktr.ee/thebakery (new)", "url linktr.ee/thebakery = linktr.ee/thebakery"],
    ["whats ur site, knitnest.in?", "url knitnest.in = knitnest.in"],
    ["en la web zapatosluna.es pone otra cosa", "url zapatosluna.es = zapatosluna.es"],
    ["WWW.TIENDA.NET/Ofertas", "url WWW.TIENDA.NET/Ofertas = WWW.TIENDA.NET/Ofertas"],
    ["see green-grocer.co.uk/menu", "url green-grocer.co.uk/menu = green-grocer.co.uk/menu"],
  ])("%s", (text, expected) => {
    expect(found(text, "ES")).toEqual([expected]);
  });

  test.each([
    "gracias.me avisas",
    "ok.es para hoy",
    "llego 12.30 o 1.15",
    "nos vemos @ las 5",
    "son 3.500.000",
    "mando foto.jpg",
    "S.A. de C.V.",
  ])("none in: %s", (text) => {
    expect(found(text, "MX")).toEqual([]);
  });
});

test("a hostile text of full length is read in time", () => {
  const own = createEntityExtractor([
    phoneRecognizer,
    emailRecognizer,
    urlRecognizer,
    orderIdRecognizer,
    bookingCodeRecognizer,
    lookAlikeRecognizer,
  ]);
  for (const hostile of [
    "1-".repeat(2048),
    "a.".repeat(2048),
    "@a".repeat(2048),
    "#1 ".repeat(1365),
    "12 ".repeat(1365),
    "a@b.".repeat(1024),
    "pedido nº ".repeat(409),
  ]) {
    const before = process.cpuUsage();
    own(hostile, { atMs: 0, timeZone: "UTC", region: "MX" });
    const { user, system } = process.cpuUsage(before);
    expect(user + system).toBeLessThan(200_000);
  }
});
