import { fileURLToPath } from "node:url";
import { prepareKnown } from "@parley/business/known";
import { loadBusiness } from "@parley/business/load";
import { type SimulatedTranscriber, startSimulatedTranscriber } from "@parley/testkit/simulated-transcriber";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Installation, openInstallation } from "./installation.ts";
import { stories as afterOrders } from "./stories/after-order.stories.ts";
import { stories as bookings } from "./stories/bookings.stories.ts";
import { stories as cart } from "./stories/cart.stories.ts";
import { type Day, daysFrom } from "./stories/days.ts";
import { stories as questions } from "./stories/info.stories.ts";
import { installationStage, until } from "./stories/installation-stage.ts";
import { stories as longOrder } from "./stories/long-order.stories.ts";
import { stories as ordering } from "./stories/ordering.stories.ts";
import { stories as people } from "./stories/people.stories.ts";
import { play } from "./stories/play.ts";
import { shownOf, shows } from "./stories/shown.ts";
import { stories as support } from "./stories/support.stories.ts";

let parley: Installation;
let transcriber: SimulatedTranscriber;
let day: Day;
beforeAll(async () => {
  const business = loadBusiness(fileURLToPath(new URL("../../deploy/demo/business.yaml", import.meta.url)));
  day = daysFrom(Date.now(), prepareKnown(business).calendar);
  transcriber = await startSimulatedTranscriber();
  parley = await openInstallation({ env: { TRANSCRIBE_URL: transcriber.url } });
});
afterAll(async () => {
  await parley.stop();
  await transcriber.stop();
});

describe.concurrent.each([
  ["questions", questions],
  ["cart", cart],
  ["ordering", ordering],
  ["a long order", longOrder],
  ["after an order", afterOrders],
  ["bookings", bookings],
  ["support", support],
  ["people", people],
] as const)("%s", (_, stories) => {
  test.concurrent.each(stories.map((story) => [story.title, story] as const))("%s", async (_title, story) => {
    const stage = installationStage(parley);
    await play(story, stage, day);
    for (const [who, wanted] of Object.entries(story.ends ?? {})) {
      const read = async () => shownOf(await stage.conversation(who));
      const shown = await until(read, (found) => shows(found, wanted));
      if (!shows(shown, wanted)) expect(shown).toEqual(wanted);
    }
  });
});

test("a voice note orders as its words do", async () => {
  transcriber.play({
    kind: "text",
    text: "Hola, quiero cuatro cuernitos y dos orejas, por favor.",
    language: "spanish",
  });
  const stage = installationStage(parley);
  const script = `
    shares: audio
    lane: commerce
    bot: 4 × Cuernito | 2 × Oreja | 122
    customer: no, mejor 3 orejas
    bot: 3 × Oreja | 139
  `;
  await play({ title: "a voice note", script }, stage, day);
  const read = async () => shownOf(await stage.conversation("customer"));
  expect((await until(read, (shown) => shown?.cart.oreja === 3))?.cart).toEqual({ cuernito: 4, oreja: 3 });
});
