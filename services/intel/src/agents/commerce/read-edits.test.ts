import { loadBusiness } from "@parley/business/load";
import { createEntityExtractor } from "@parley/nlu/extract-entities";
import { createRecognizers } from "@parley/nlu/recognizers";
import { readText } from "@parley/nlu/text";
import { describe, expect, test } from "vitest";
import { createKnown } from "../../known.ts";
import { readBareEdit, readEdits } from "./read-edits.ts";
import { aTurn } from "./turn.fixture.ts";

const known = createKnown(loadBusiness(new URL("../../../../../deploy/demo/business.yaml", import.meta.url).pathname));
const extract = createEntityExtractor(createRecognizers({ catalog: known.names, custom: [], orderIdPatterns: [] }));

function turnOf(text: string) {
  const entities = extract(readText(text), {
    atMs: Date.parse("2026-11-24T10:00:00-06:00"),
    timeZone: "America/Mexico_City",
    region: "MX",
    language: "es",
    requested: [],
  });
  return aTurn({ text, entities });
}

function edits(text: string): string {
  const { edits: found, unknown } = readEdits(turnOf(text), { region: "MX" });
  const said = found.map(({ act, item, quantity }) => `${act} ${quantity ?? "?"} ${item}`);
  return [...said, ...unknown.map((one) => `unknown ${one.quantity} ${one.said}`)].join(", ");
}

describe("what a message does to the cart", () => {
  test.each([
    ["3 conchas, 2 cuernitos y un té", "add 3 concha-vainilla, add 2 cuernito, add 1 te"],
    ["dame tres conchas y dos orejas porfa", "add 3 concha-vainilla, add 2 oreja"],
    ["conchas 3, cuernitos 2", "add 3 concha-vainilla, add 2 cuernito"],
    ["bolillos x10 y teleras x 6", "add 10 bolillo, add 6 telera"],
    ["una docena de conchas y media docena de bolillos", "add 12 concha-vainilla, add 6 bolillo"],
    ["2 docenas d teleras", "add 24 telera"],
    ["conchas x4 y media docena de polvorones", "add 4 concha-vainilla, add 6 polvoron"],
    ["ponle otro par de polvorones", "add 2 polvoron"],
    ["docena y media de bolillos", "add 18 bolillo"],
    ["a dozen bolillos and half a dozen palmiers", "add 12 bolillo, add 6 oreja"],
    ["I'd like two croissants and an orange juice please", "add 2 cuernito, add 1 jugo-naranja"],
    ["a couple of cinnamon rolls", "add 2 rol-canela"],
    ["kiero 4 cuernitos y 1 baguete", "add 4 cuernito, add 1 baguette"],
    ["quita las orejas", "remove ? oreja"],
    ["quitame 2 conchas y agrega 3 bolillos", "remove 2 concha-vainilla, add 3 bolillo"],
    ["remove the baguette and add 2 brioche", "remove ? baguette, add 2 pan-brioche"],
    ["sin las donas de azúcar", "remove ? dona-azucar"],
    ["mejor 4 conchas", "set 4 concha-vainilla"],
    ["que sean 5 cuernitos", "set 5 cuernito"],
    ["make it 6 croissants", "set 6 cuernito"],
    ["cambia las conchas por cuernitos", "swap ? concha-vainilla, swapFor ? cuernito"],
    ["swap the croissants for 3 palmiers", "swap ? cuernito, swapFor 3 oreja"],
    ["en vez de conchas, bolillos", "swap ? concha-vainilla, swapFor ? bolillo"],
    ["2 conchas y 3 hamburguesas", "add 2 concha-vainilla, unknown 3 hamburguesas"],
    ["quiero 5 tacos al pastor", "unknown 5 tacos"],
    ["2 conchas para mañana a las 5", "add 2 concha-vainilla"],
    ["mi teléfono es 55 1234 5678", ""],
    ["una mesa para 4 personas", ""],
    ["una pregunta", ""],
    ["gracias", ""],
  ])("%s: %s", (text, expected) => {
    expect(edits(text)).toBe(expected);
  });
});

describe("a change of what was spoken of last", () => {
  test.each([
    ["mejor 4", "set 4"],
    ["que sean 2", "set 2"],
    ["make it 5", "set 5"],
    ["agrega uno más", "add 1"],
    ["otra", "add 1"],
    ["dos más por favor", "add 2"],
    ["one more", "add 1"],
    ["otro igual", "add 1"],
    ["quita uno", "remove 1"],
    ["quítalo", "remove ?"],
    ["remove it", "remove ?"],
    ["nada más", "none"],
    ["hola", "none"],
  ])("%s: %s", (text, expected) => {
    const edit = readBareEdit(turnOf(text), "MX");
    expect(edit === undefined ? "none" : `${edit.act} ${edit.quantity ?? "?"}`).toBe(expected);
  });
});

test("a hostile message is read in no time", () => {
  const text = "3 conchas y 2 cuernitos, quita uno ".repeat(117);
  const began = performance.now();
  expect(readEdits(turnOf(text), { region: "MX" }).edits.length).toBeLessThanOrEqual(30);
  expect(performance.now() - began).toBeLessThan(200);
});
