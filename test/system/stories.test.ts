import { fileURLToPath } from "node:url";
import { prepareKnown } from "@parley/business/known";
import { loadBusiness } from "@parley/business/load";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Installation, openInstallation } from "./installation.ts";
import { stories as afterOrders } from "./stories/after-order.stories.ts";
import { stories as bookings } from "./stories/bookings.stories.ts";
import { type Day, daysFrom } from "./stories/days.ts";
import { stories as questions } from "./stories/info.stories.ts";
import { installationStage, until } from "./stories/installation-stage.ts";
import { stories as ordering } from "./stories/ordering.stories.ts";
import { stories as people } from "./stories/people.stories.ts";
import { play } from "./stories/play.ts";
import { shownOf, shows } from "./stories/shown.ts";
import { stories as support } from "./stories/support.stories.ts";

let parley: Installation;
let day: Day;
beforeAll(async () => {
  const business = loadBusiness(fileURLToPath(new URL("../../deploy/demo/business.yaml", import.meta.url)));
  day = daysFrom(Date.now(), prepareKnown(business).calendar);
  parley = await openInstallation();
});
afterAll(() => parley.stop());

describe.concurrent.each([
  ["questions", questions],
  ["ordering", ordering],
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
