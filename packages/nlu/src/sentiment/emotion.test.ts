import { expect, test } from "vitest";
import { readText } from "../text.ts";
import { analyzeSentiment } from "./analyze-sentiment.ts";

const emotionOf = (text: string, language: string) => analyzeSentiment(readText(text), language).emotion ?? "none";

const spanish = `joy: qué alegría verlos de vuelta!!
joy: estoy feliz con mi compra 😊
joy: me encantó el ramo 💐
joy: jajaja qué divertido 😂
joy: llegó justo a tiempo, qué emoción!!
joy: un éxito la fiesta 🎉
joy: te amo con ese pastel ❤️
anger: estoy furiosa con ustedes
anger: YA ME CANSÉ DE ESPERAR, QUÉ VERGÜENZA
anger: son unos ladrones 😡
anger: me tienen harto!!!
anger: qué rabia me da
anger: esto es una estafa
anger: falta de respeto total
sadness: qué tristeza, se murió mi planta 😢
sadness: estoy desilusionada con el vestido
sadness: me puse a llorar cuando lo vi
sadness: lo esperaba con tanta ilusión y nada 😭💔
sadness: me rompe el corazón
fear: qué miedo que no llegue
fear: estoy preocupada por el paquete
fear: tengo miedo de que se pierda 😰
fear: me da pánico manejar de noche
fear: estoy muy nerviosa por la entrega
disgust: qué asco, tenía un pelo
disgust: guácala esa salsa
disgust: la carne estaba podrida 🤮
disgust: huele a basura, me dieron náuseas 🤢
surprise: no lo puedo creer
surprise: quedé sorprendida
surprise: en serio ya no hay?? 😮
none: quiero un kilo de tortillas
none: buenas, a qué hora abren
none: el envío no llega a mi zona?
none: ya pagué ayer
none: mi pedido llegó incompleto
none: paso en un rato`;
const english = `joy: so happy with it!
joy: I love these shoes 😍
joy: can't wait for the party 🎉
joy: haha you made me laugh 😂
joy: we're thrilled
joy: woohoo it arrived 🙌
anger: this is outrageous
anger: I AM SO MAD RIGHT NOW
anger: you people are useless 😡
anger: fed up with your excuses
anger: absolute rubbish
anger: I'm furious, give me a refund
sadness: I'm heartbroken, it was for my mum
sadness: so sad it's sold out 😢
sadness: I cried when I saw it
sadness: gutted that it melted 😭
fear: I'm worried it won't come in time
fear: getting nervous about tomorrow 😬
fear: scared the dog ate one
fear: freaking out a bit here
disgust: gross, there was mould on it
disgust: that fish smelled disgusting
disgust: eww a bug 🤢
surprise: wow I had no idea
surprise: I can't believe the price 😮
surprise: omg already?
none: do you have this in red
none: I need a plumber on friday
none: order number is 5512
none: the delivery is late
none: one tea please`;

const rows = (list: string, language: string) =>
  list.split("\n").map((line) => {
    const [emotion = "", text = ""] = line.split(/: (.*)/);
    return { emotion, text, language };
  });

test.each([...rows(spanish, "es"), ...rows(english, "en")])("$emotion shows in: $text", ({ emotion, text, language }) =>
  expect(emotionOf(text, language)).toBe(emotion),
);
