import { onTestFinished } from "vitest";
import { openNats, type TemporaryNats } from "./temporary-nats.ts";

/** A real nats-server for one test, stopped when the test ends. For `beforeAll` and programs there is `openNats`. */
export async function startNats(): Promise<TemporaryNats> {
  const nats = await openNats();
  onTestFinished(() => nats.stop());
  return nats;
}
