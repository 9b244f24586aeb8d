import { expect, test } from "vitest";
import { mostCharacters, readText } from "../text.ts";
import { createLanguageDetector } from "./detect-language.ts";
import { type LanguagePrior, noLanguagePrior } from "./language-prior.ts";

const two = createLanguageDetector(["es", "en"]);
const many = createLanguageDetector(["es", "en", "pt", "fr", "it", "de", "ca"]);

const chats = {
  es: `hola vecina
buenas, tienen servicio?
cuánto sale el combo
kiero dos
xq no contestan
mándame la foto
a q hora cierran
grax
ya casi llego
ahorita te deposito
no tengo cambio
el rojo está bonito
va pues
espéreme tantito
¿y el otro?
donde queda el local
me lo guardas hasta el lunes
sale y vale
cómo hago el pedido
te paso el comprobante`,
  en: `hey u open
how much for two
is it still available
thx a lot
gonna be late
can u ship it
my bad
which one is cheaper
ok cool
need it by friday
no worries
where's my stuff
do you guys have parking
the other one please
yep that works
i'll be there in ten
any news?
what sizes have you got
cheers
do you take amex`,
  pt: `oi boa noite
quanto fica o frete
vcs abrem hoje?
muito obrigada
não chegou ainda
tem na cor preta?
aceita pix
quero uma pizza grande`,
  fr: `bonjour madame
c'est combien la livraison
je voudrais réserver une table
merci bcp
vous êtes ouverts demain ?
je n'ai pas reçu le colis`,
  it: `buonasera
quanto viene la spedizione
vorrei un tavolo per due
grazie mille
siete aperti domani?
non funziona più`,
  de: `guten morgen
wie viel kostet das
haben sie heute geöffnet
vielen dank
ich möchte einen termin
wo ist meine bestellung`,
};

const rows = Object.entries(chats).flatMap(([code, list]) => list.split("\n").map((text) => ({ code, text })));

test.each(rows)("$code among seven languages: $text", ({ code, text }) =>
  expect(many(readText(text), noLanguagePrior).code).toBe(code),
);

test("a text without words leaves the prior as it was, and the earlier language stands", () => {
  const prior: LanguagePrior = { en: 4 };
  const guess = two(readText("👍 123"), prior);
  expect(guess.code).toBe("en");
  expect(guess.prior).toBe(prior);
});

test("without any evidence the first language is assumed, at no confidence", () => {
  expect(two(readText("77"), noLanguagePrior)).toMatchObject({ code: "es", confidence: 0.5 });
});

test("an ambiguous word follows the chat's earlier messages", () => {
  const { prior } = two(readText("can you send me the price please"), noLanguagePrior);
  expect(two(readText("no"), prior).code).toBe("en");
  expect(two(readText("total"), prior).code).toBe("en");
});

test("a person may switch the language with one clear message", () => {
  let prior = noLanguagePrior;
  for (const text of ["hello there", "how much is the blue one", "do you deliver to my house"])
    ({ prior } = two(readText(text), prior));
  expect(two(readText("disculpe, prefiero hablar en español, cuánto cuesta el envío"), prior).code).toBe("es");
});

test("links and mentions do not tell a language", () => {
  expect(two(readText("mira esto https://www.example.com/best-shoes-for-the-summer porfa"), noLanguagePrior).code).toBe(
    "es",
  );
});

test("one language needs no evidence, none is refused", () => {
  expect(createLanguageDetector(["en"])(readText("hola"), noLanguagePrior)).toMatchObject({
    code: "en",
    confidence: 1,
  });
  expect(() => createLanguageDetector([])).toThrow(RangeError);
});

test("the longest text is read", () => {
  expect(two(readText("quiero pan ".repeat(mostCharacters)), noLanguagePrior).code).toBe("es");
});
