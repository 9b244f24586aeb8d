import { llmOff } from "@parley/llm/llm";
import { describe, expect, test } from "vitest";
import { aModel, failures } from "./assist.fixture.ts";
import { assistAnswer } from "./assist-answer.ts";
import { isGrounded } from "./grounding.ts";

const parking = {
  id: "parking",
  text: "Tenemos estacionamiento gratuito para clientes, hasta 2 horas, detrás del local.",
};
const pets = { id: "pets", text: "Las mascotas no pueden entrar al salón. En la terraza son bienvenidas." };
const asked = {
  text: "puedo dejar el coche mientras como?",
  language: "es",
  passages: [pets, parking],
  chat: "100~1",
} as const;
const said = (answer: string, passages: string[] = ["P2"]) => ({ answered: true, answer, passages });

test("an answer that rests on a passage comes with that passage's id", async () => {
  const { server, llm } = await aModel(said("Sí, tenemos estacionamiento gratuito para clientes, hasta **2 horas**."));
  expect(await assistAnswer(llm, "Café Lirio")(asked)).toEqual({
    text: "Sí, tenemos estacionamiento gratuito para clientes, hasta *2 horas*.",
    passages: ["parking"],
  });
  expect(server.requests[0]?.system).toContain("P1: ");
  expect(server.requests[0]?.system).not.toContain("dejar el coche");
});

test.each([
  ["a figure the passage does not have", said("Sí, tenemos estacionamiento gratuito hasta 3 horas.")],
  ["a link the passage does not have", said("Tenemos estacionamiento gratuito, reserva en http://parking.example.")],
  ["the opposite of the passage", said("No tenemos estacionamiento gratuito para clientes.")],
  ["something else altogether", said("Mañana lloverá bastante sobre toda la ciudad.")],
  ["no passage", said("Tenemos estacionamiento gratuito para clientes.", [])],
  ["a passage that was not offered", said("Tenemos estacionamiento gratuito para clientes.", ["P5"])],
  ["that it has no answer", { answered: false, answer: "", passages: [] }],
])("an answer with %s is not given", async (_, value) => {
  const { llm } = await aModel(value);
  expect(await assistAnswer(llm, "Café Lirio")(asked)).toBeUndefined();
});

test("an answer in another language than the customer's is not given, even when it is a passage itself", async () => {
  const english = { id: "parking", text: "There is free parking for customers behind the house." };
  const { llm } = await aModel(said(english.text, ["P1"]));
  expect(await assistAnswer(llm, "Café Lirio")({ ...asked, passages: [english] })).toBeUndefined();
  const { llm: again } = await aModel(said(english.text, ["P1"]));
  expect(await assistAnswer(again, "Café Lirio")({ ...asked, language: "en", passages: [english] })).toBeDefined();
});

test("an answer that goes on and on is asked for again and then not given", async () => {
  const { server, llm } = await aModel();
  const long = { kind: "object", value: said("Tenemos estacionamiento gratuito. ".repeat(40)) } as const;
  server.play(long, long);
  expect(await assistAnswer(llm, "Café Lirio")(asked)).toBeUndefined();
});

test("without passages the model is not asked", async () => {
  const { server, llm } = await aModel(said("Sí."));
  expect(await assistAnswer(llm, "Café Lirio")({ ...asked, passages: [] })).toBeUndefined();
  expect(server.requests).toHaveLength(0);
});

test("without a model, or when it fails, there is no answer", async () => {
  expect(await assistAnswer(llmOff, "Café Lirio")(asked)).toBeUndefined();
  for (const failure of failures) {
    const { server, llm } = await aModel();
    server.play(failure);
    expect(await assistAnswer(llm, "Café Lirio")(asked)).toBeUndefined();
  }
});

describe("grounding", () => {
  const passages = [
    "We deliver from Monday to Friday, 9:00 to 18:00. On Sundays we do not deliver. Write to hello@lirio.example.",
  ];
  const grounded = (answer: string) =>
    isGrounded(answer, { passages, question: "do you deliver on sunday?", language: "en" });

  test.each([
    "No, on Sundays we do not deliver.",
    "We deliver from Monday to Friday, 9 to 18.",
    "You can write to hello@lirio.example.",
    "Sure!",
  ])("holds for %s", (answer) => expect(grounded(answer)).toBe(true));

  test.each([
    "Yes, we deliver on Saturdays.",
    "Yes, on Sundays we deliver.",
    "On Sundays it is 9:00 to 18:00.",
    "We deliver from Monday to Friday, 9 to 20.",
    "You can write to orders@lirio.example.",
    "Deliveries take three days.",
  ])("does not hold for %s", (answer) => expect(grounded(answer)).toBe(false));
});
