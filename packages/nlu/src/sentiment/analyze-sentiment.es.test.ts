import { expect, test } from "vitest";
import { readText } from "../text.ts";
import { analyzeSentiment } from "./analyze-sentiment.ts";

const labelOf = (text: string) => analyzeSentiment(readText(text), "es").label;

const bad = `no me llegó el paquete
todavía no llega lo que compré
llevo esperando desde la mañana
sigo esperando que me contesten
me cobraron de más en la cuenta
me cobraron dos veces el mismo ticket
la licuadora no prende
el cargador no funciona
la pizza vino fría
llegó roto el florero
la leche estaba vencida
me mandaron otro color
faltaron dos servilletas en la caja
el mesero fue muy grosero
pésima atención la de ayer
nadie contesta el teléfono
no recomiendo este lugar
qué mal servicio
son unos ladrones
no vuelvo más
estoy harta de sus excusas
el pastel estaba crudo
se me rompió a los dos días
ese sabor no me gustó
la ropa llegó manchada
quiero poner una queja
qué decepción con la compra
me parece una falta de respeto
es carísimo y malo
esto es una estafa
la silla llegó golpeada
vaya timo de oferta
el repartidor nunca apareció
ni una respuesta en toda la semana
no sirve el código que me dieron
gracias por nada`;
const good = `muchas gracias por todo
gracias, son un amor
me encantó el regalo
todo riquísimo como siempre
excelente atención la de Pablo
quedé muy contenta con el vestido
el café está buenísimo
buenisimoooo
llegó perfecto, mil gracias
qué lindo local tienen
los felicito por el servicio
súper recomendado
la comida estuvo deliciosa
sos una genia
qué padre les quedó
está chévere la tienda
me mola mucho
no está nada mal
nunca me han fallado
volveremos seguro
son los mejores 😍
qué bacano el diseño
vale la pena cada peso
pasamos una tarde hermosa
el corte me quedó divino`;
const plain = `buenas tardes, tienen pan integral?
hola, a qué hora cierran?
quiero dos kilos de manzana por favor
me regala el número de cuenta
sería una mesa para cuatro, gracias
me gustaría reservar para el sábado
cuánto cuesta el envío a Toluca?
mejor cámbialo para el jueves
lo quiero en talla mediana
paso por él más tarde
soy Andrea de la oficina
ya hice la transferencia
dónde están ubicados?
aceptan tarjeta?
mandame la ubicación porfa
es para regalo
nos vemos en la tarde
cuándo llega mi pedido?
necesito factura con RFC
no hay problema, espero
tiene buen precio por mayor?
la quiero sin cebolla
agrega una gaseosa
buen día vecino`;

test.each(bad.split("\n"))("says something bad: %s", (text) => expect(labelOf(text)).toBe("neg"));
test.each(good.split("\n"))("says something good: %s", (text) => expect(labelOf(text)).toBe("pos"));
test.each(plain.split("\n"))("is plain business: %s", (text) => expect(labelOf(text)).toBe("neu"));

test("capitals, repeated letters and exclamation marks make a feeling stronger", () => {
  const score = (text: string) => analyzeSentiment(readText(text), "es").score;
  expect(score("qué bueno estaba el flan!!!")).toBeGreaterThan(score("qué bueno estaba el flan"));
  expect(score("está MALO esto")).toBeLessThan(score("está malo esto"));
  expect(score("muy bonito")).toBeGreaterThan(score("bonito"));
});

test("what follows pero weighs more", () => {
  expect(labelOf("la comida rica pero el servicio pésimo")).toBe("neg");
});
