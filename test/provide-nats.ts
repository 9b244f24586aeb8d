import { provideNatsServer } from "@parley/host/nats-binary";

/** Before the first test that needs a server: finds nats-server or fetches it once, so that no test pays for it. */
export default async function provideNats(): Promise<void> {
  await provideNatsServer({ env: process.env, log: console });
}
