import { startDelivery } from "@parley/delivery-service/service";
import { startGateway } from "@parley/gateway-service/service";
import { type Environment, loadConfig } from "@parley/host/config";
import { openPlatform, type Platform, PlatformConfig } from "@parley/host/platform";
import { startIntel } from "@parley/intel-service/service";
import { startMedia } from "@parley/media-service/service";
import { startResilience } from "@parley/resilience-service/service";
import { startSession } from "@parley/session-service/service";
import { StandaloneConfig } from "@parley/standalone-service/config";
import { startSimulator } from "@parley/standalone-service/simulator";
import type { SimulatedWhatsAppOptions } from "@parley/testkit/simulated-whatsapp";
import { startSimulatedWhatsApp } from "@parley/testkit/simulated-whatsapp";
import { openNats, type TemporaryNats } from "@parley/testkit/temporary-nats";
import { signBody } from "@parley/whatsapp/signature";
import { expect } from "vitest";
import { z } from "zod";

/** Long enough for a busy machine; a story that works waits for none of it. */
const patienceMs = Number(process.env.STORY_PATIENCE_MS ?? 25_000);

/** Waits until what `read` gives is as expected. */
export const eventually = <T>(read: () => T) => expect.poll(read, { timeout: patienceMs, interval: 20 });

export type Answer = { status: number; body: Json };
// biome-ignore lint/suspicious/noExplicitAny: what the API answers is what the stories are about.
type Json = any;

/** What the stories look at of a stored turn. */
export const StoredTurn = z.looseObject({
  id: z.string(),
  chat: z.string(),
  turn: z.number(),
  messageId: z.string(),
  status: z.string(),
  text: z.string().optional(),
  processing: z.looseObject({
    media: z.looseObject({ items: z.array(z.looseObject({ status: z.string() })) }).optional(),
    delivery: z
      .looseObject({
        replies: z.array(z.looseObject({ id: z.string(), body: z.string(), status: z.string() })),
      })
      .optional(),
  }),
});
export type StoredTurn = z.infer<typeof StoredTurn>;

const serviceNames = ["session", "media", "intel", "resilience", "delivery"] as const;
type ServiceName = (typeof serviceNames)[number];
type Stoppable = { stop(): Promise<void> };

export type InstallationOptions = {
  /** Shared by the installations of one file; one of its own when absent. */
  nats?: TemporaryNats;
  env?: Environment;
  /** The simulated WhatsApp's own behaviour, for stories that report statuses themselves. */
  whatsapp?: Partial<SimulatedWhatsAppOptions>;
  /** What stands for Meta's Graph API: the installation is configured as for a real number, with a token. */
  graphUrl?: string;
};

export type Installation = Awaited<ReturnType<typeof openInstallation>>;

const appSecret = "simulated-app-secret";
const realToken = "story-token";
let installations = 0;

/** A whole Parley as `npm start` composes it, on a real nats-server, with the simulated WhatsApp. `stop` ends all of it. */
export async function openInstallation({ nats, env = {}, whatsapp, graphUrl }: InstallationOptions = {}) {
  const server = nats ?? (await openNats());
  installations += 1;
  const environment = {
    NATS_URL: server.url,
    PARLEY_PREFIX: `story-${process.pid}-${installations}`,
    PORT: "0",
    SIMULATOR_PORT: "0",
    LOG_LEVEL: "silent",
    WHATSAPP_PAIR_INTERVAL_MS: "0",
    WHATSAPP_RATE_PER_SECOND: "5000",
    SETTLE_AFTER_MS: "1500",
    API_RATE_PER_SECOND: "100000",
    ...(graphUrl === undefined ? {} : realNumber(graphUrl)),
    ...env,
  };
  const config = loadConfig(StandaloneConfig.safeExtend(PlatformConfig.shape), environment);
  const own = whatsapp ?? (graphUrl === undefined ? undefined : { token: realToken });
  const simulator =
    own === undefined ? await startSimulator(config) : await startSimulatedWhatsApp({ appSecret, ...own });
  if (simulator === undefined) throw new Error("the stories need the simulated WhatsApp");
  const settings = { ...config, SIMULATOR_URL: simulator.url };
  const platforms: Platform[] = [];
  const services = new Map<ServiceName, Stoppable>();
  const open = async (name: string) => {
    const platform = await openPlatform(name, config, environment);
    platforms.push(platform);
    return platform;
  };
  const start = async (name: ServiceName, platform: Platform) => {
    services.set(name, await starters[name](platform, settings));
  };
  const shared = await open("standalone");
  await Promise.all(serviceNames.map((name) => start(name, shared)));
  const openGateway = (platform: Platform, port: number) => {
    const { runtime, metrics, log, readiness } = platform;
    const ready = () => readiness.current();
    return startGateway({ ...runtime, config: { ...settings, PORT: port }, metrics, log, ready });
  };
  let gateway = await openGateway(shared, config.PORT);
  shared.readiness.started();
  await simulator.setWebhookUrl(`${gateway.url}/webhook`);

  const request = async (path: string, init?: RequestInit): Promise<Answer> => {
    const response = await fetch(gateway.url + path, init);
    const text = await response.text();
    const json = response.headers.get("content-type")?.startsWith("application/json") === true;
    return { status: response.status, body: json ? JSON.parse(text) : text };
  };
  const turn = async (messageId: string): Promise<StoredTurn | undefined> => {
    const { status, body } = await request(`/api/turns/${encodeURIComponent(messageId)}`);
    return status === 200 ? StoredTurn.parse(body) : undefined;
  };
  /** The turn of a message once its status is final. */
  const ended = async (messageId: string): Promise<StoredTurn> => {
    await eventually(async () => (await turn(messageId))?.status).toMatch(/^(done|failed)$/);
    return StoredTurn.parse(await turn(messageId));
  };
  const timeline = async (chat: string): Promise<StoredTurn[]> => {
    const found: StoredTurn[] = [];
    for (let cursor = ""; ; ) {
      const { status, body } = await request(`/api/chats/${encodeURIComponent(chat)}/timeline?limit=100${cursor}`);
      if (status !== 200) return [];
      found.push(...z.array(StoredTurn).parse(body.items));
      if (body.nextCursor === undefined) return found.reverse();
      cursor = `&cursor=${body.nextCursor}`;
    }
  };

  return {
    nats: server,
    whatsapp: simulator,
    names: shared.runtime.names,
    runtime: shared.runtime,
    get url() {
      return gateway.url;
    },
    request,
    /** `GET` of an API path: its body. */
    api: async (path: string): Promise<Json> => (await request(path)).body,
    /** `POST` of JSON to an API path. */
    ask: (path: string, body: object): Promise<Answer> =>
      request(path, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      }),
    /** These bytes as a webhook, signed as Meta signs them unless a signature is given: the HTTP status. */
    webhook: async (body: string | Uint8Array<ArrayBuffer>, signature?: string): Promise<number> => {
      const bytes = Buffer.from(body);
      const headers = { "x-hub-signature-256": signature ?? signBody(simulator.appSecret, bytes) };
      return (await request("/webhook", { method: "POST", headers, body: bytes })).status;
    },
    turn,
    ended,
    timeline,
    customer: (from: string) => {
      const chat = `${simulator.account}~${from.replaceAll(".", "=2E")}`;
      return {
        from,
        chat,
        /** The message's id, once the gateway has answered 200. */
        says: (text: string, id?: string) =>
          simulator.customerSays({ from, text, ...(id === undefined ? {} : { id }) }),
        /** The texts the customer has got, oldest first, once there are `count`. */
        replies: async (count: number) =>
          (await simulator.waitForReplies(from, count, patienceMs)).map(({ body }) => body),
        got: () => simulator.sentTo(from).map(({ body }) => body),
        timeline: () => timeline(chat),
      };
    },
    /** Stops one service in order. */
    stopService: async (name: ServiceName) => {
      await services.get(name)?.stop();
      services.delete(name);
    },
    /** Starts a service again as a new process would: with a connection of its own. */
    startService: async (name: ServiceName) => start(name, await open(name)),
    restartGateway: async () => {
      const port = Number(new URL(gateway.url).port);
      await gateway.stop();
      const platform = await open("gateway");
      gateway = await openGateway(platform, port);
      platform.readiness.started();
    },
    stop: async () => {
      await simulator.stop();
      await gateway.stop();
      await Promise.all([...services.values()].map((service) => service.stop()));
      for (const platform of platforms) await platform.close();
      if (nats === undefined) await server.stop();
    },
  };
}

const starters = {
  session: (platform: Platform) => startSession(platform),
  media: startMedia,
  intel: startIntel,
  resilience: (platform: Platform) => startResilience(platform),
  delivery: startDelivery,
} satisfies Record<ServiceName, (platform: Platform, settings: StandaloneConfig) => Promise<Stoppable>>;

function realNumber(graphUrl: string): Environment {
  return {
    WHATSAPP_API_URL: graphUrl,
    WHATSAPP_TOKEN: realToken,
    WHATSAPP_APP_SECRET: appSecret,
    WHATSAPP_VERIFY_TOKEN: "story-verify-token",
  };
}
