import { type ButtonsReply, type ListReply, Reply } from "@parley/contract/reply";
import { expect, test } from "vitest";
import { fitReply } from "./fit-reply.ts";

const option = (id: string, title = id) => ({ id, title });
const buttons = (changes: Partial<ButtonsReply> = {}): Reply => ({
  kind: "buttons",
  body: "¿Cómo lo quieres?",
  buttons: [option("pickup", "Recoger"), option("delivery", "A domicilio")],
  ...changes,
});
const list = (sections: ListReply["sections"], changes: Partial<ListReply> = {}): Reply => ({
  kind: "list",
  body: "Choose",
  button: "See options",
  sections,
  ...changes,
});

test("what WhatsApp takes stays as it is", () => {
  const fine = [
    buttons({ header: "La Espiga", footer: "Gracias", replyTo: "wamid.1" }),
    list([{ title: "Bread", rows: [option("a"), { ...option("b"), description: "sweet" }] }]),
    { kind: "location", latitude: 1, longitude: 2 } as const,
    { kind: "image", link: "https://files.test/a.png", caption: "Cake" } as const,
  ];
  for (const reply of fine) expect(fitReply(reply)).toEqual([reply]);
});

test("long titles, descriptions, headers and footers are shortened at a word", () => {
  const long = "una descripción que no termina nunca y sigue y sigue y sigue y sigue hasta que ya no cabe";
  const [fitted] = fitReply(
    buttons({ header: long, footer: long, buttons: [option("a", "Pasar por él a la tienda")] }),
  );
  expect(fitted).toMatchObject({ buttons: [{ id: "a", title: "Pasar por él a la…" }] });
  const [rows] = fitReply(
    list([{ title: long, rows: [{ ...option("a", long), description: long }] }], { button: long }),
  );
  expect(rows).toMatchObject({
    button: "una descripción que…",
    sections: [{ title: "una descripción que no…", rows: [{ title: "una descripción que no…" }] }],
  });
  for (const reply of [fitted, rows]) expect(Reply.safeParse(reply).success).toBe(true);
});

test("a row's title that was cut is told whole in its description", () => {
  const title = "Tarta de tres leches con fresas";
  const [fitted] = fitReply(list([{ rows: [option("a", title)] }]));
  expect(fitted).toMatchObject({ sections: [{ rows: [{ title: "Tarta de tres leches…", description: title }] }] });
});

test("each of several sections gets a title, empty ones go", () => {
  const [fitted] = fitReply(list([{ rows: [option("a")] }, { rows: [] }, { rows: [option("b")] }]));
  expect(fitted).toMatchObject({ sections: [{ title: "1" }, { title: "2" }] });
});

test.each<[string, Reply]>([
  ["a text that is too long", buttons({ body: "x".repeat(1025) })],
  ["no text", buttons({ body: " " })],
  ["too many buttons", buttons({ buttons: ["a", "b", "c", "d"].map((id) => option(id)) })],
  ["the same id twice", buttons({ buttons: [option("a", "A"), option("a", "B")] })],
  ["buttons that look the same", buttons({ buttons: [option("a", "A"), option("b", "A")] })],
  [
    "buttons that look the same once shortened",
    buttons({
      buttons: [option("a", "Entregar a domicilio hoy"), option("b", "Entregar a domicilio mañana")],
    }),
  ],
  ["an id that is too long", buttons({ buttons: [option("a".repeat(257), "A")] })],
  ["a title without text", buttons({ buttons: [option("a", " ")] })],
  ["too many rows", list([{ rows: Array.from({ length: 11 }, (_, at) => option(`r${at}`)) }])],
])("%s: the options become numbered lines", (_, reply) => {
  const [fitted, ...more] = fitReply(reply);
  expect(fitted).toMatchObject({ kind: "text", body: expect.stringContaining("1. ") });
  expect(more).toEqual([]);
});

test("numbered lines keep the quote", () => {
  expect(fitReply(buttons({ body: "", replyTo: "wamid.1" }))).toEqual([
    { kind: "text", body: "1. Recoger\n2. A domicilio", replyTo: "wamid.1" },
  ]);
});

test("a caption that is too long follows as a text; a file's name keeps its ending", () => {
  const link = "https://files.test/menu.pdf";
  const caption = "x".repeat(1025);
  expect(fitReply({ kind: "image", link, caption, replyTo: "wamid.1" })).toEqual([
    { kind: "image", link, replyTo: "wamid.1" },
    { kind: "text", body: caption },
  ]);
  const [file] = fitReply({ kind: "document", link, filename: `${"m".repeat(300)}.pdf` });
  expect(file).toMatchObject({ filename: expect.stringMatching(/^m{236}\.pdf$/) });
});
