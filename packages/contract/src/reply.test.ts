import { expect, test } from "vitest";
import { bodyOf, optionsOf, Reply } from "./reply.ts";

const row = (id: string) => ({ id, title: id });

test("a reply with options reads as its text and numbered lines", () => {
  const buttons = Reply.parse({ kind: "buttons", body: "¿Cómo?", footer: "La Espiga", buttons: [row("a"), row("b")] });
  expect(bodyOf(buttons)).toBe("¿Cómo?\n\n1. a\n2. b\n\nLa Espiga");
  const list = Reply.parse({
    kind: "list",
    header: "Menu",
    body: "Choose",
    button: "See",
    sections: [{ title: "Bread", rows: [row("a")] }, { rows: [{ ...row("b"), description: "sweet" }] }],
  });
  expect(bodyOf(list)).toBe("Menu\n\nChoose\n\n1. a\n2. b (sweet)");
  expect(optionsOf(list).map(({ id }) => id)).toEqual(["a", "b"]);
});

test("places, pictures and files have a text for the timeline", () => {
  expect(bodyOf({ kind: "location", latitude: 1, longitude: 2 })).toBe("1, 2");
  expect(bodyOf({ kind: "location", latitude: 1, longitude: 2, name: "Shop", address: "Street 1" })).toBe(
    "Shop\nStreet 1",
  );
  const link = "https://files.test/a";
  expect(bodyOf({ kind: "image", link })).toBe(link);
  expect(bodyOf({ kind: "image", link, caption: "Cake" })).toBe("Cake");
  expect(bodyOf({ kind: "document", link, filename: "menu.pdf" })).toBe("menu.pdf");
});

test("a picture or file is linked to, as old journals have it, or has a source that is uploaded", () => {
  const linked = { kind: "image", link: "https://files.test/a", caption: "Cake" };
  expect(Reply.parse(linked)).toEqual(linked);
  const sha256 = "a".repeat(64);
  for (const source of [{ sha256, mimeType: "image/png" }, { path: "photos/cake.jpg" }]) {
    expect(Reply.parse({ kind: "document", filename: "a.png", source })).toMatchObject({ source });
    expect(Reply.safeParse({ kind: "image", source }).success).toBe(true);
  }
  expect(bodyOf({ kind: "image", source: { path: "photos/cake.jpg" } })).toBe("photos/cake.jpg");
  for (const none of [{}, { source: {} }, { source: { sha256: "../x", mimeType: "image/png" } }, { link: "cake" }]) {
    expect(Reply.safeParse({ kind: "image", ...none }).success).toBe(false);
  }
});

test("more options than WhatsApp shows are refused", () => {
  const rows = Array.from({ length: 11 }, (_, at) => row(`r${at}`));
  const buttons = { kind: "buttons", body: "b" };
  expect(Reply.safeParse({ ...buttons, buttons: rows.slice(0, 4) }).success).toBe(false);
  expect(Reply.safeParse({ ...buttons, buttons: [] }).success).toBe(false);
  const list = { kind: "list", body: "b", button: "See" };
  expect(Reply.safeParse({ ...list, sections: [{ rows: rows.slice(0, 10) }] }).success).toBe(true);
  expect(Reply.safeParse({ ...list, sections: [{ rows: rows.slice(0, 5) }, { rows: rows.slice(5) }] }).success).toBe(
    false,
  );
});
