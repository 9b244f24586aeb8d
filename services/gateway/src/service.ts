import type { Log } from "@parley/actor/actor";
import type { Names } from "@parley/contract/names";
import type { InboxPublisher } from "@parley/jetstream/inbox-publisher";
import type { Publisher } from "@parley/jetstream/publisher";
import { healthRoutes } from "@parley/telemetry/health";
import type { Metrics } from "@parley/telemetry/metrics";
import type { Readiness } from "@parley/telemetry/readiness";
import { admission } from "./api/admission.ts";
import { ChatDirectory } from "./api/chat-directory.ts";
import { DeadLetterDirectory } from "./api/dead-letter-directory.ts";
import { deadLetterRoutes } from "./api/dead-letters.ts";
import { EventHub, streamEvents } from "./api/event-hub.ts";
import { openFeed } from "./api/feed.ts";
import { forgetChat } from "./api/forget-chat.ts";
import { galleryRoutes } from "./api/gallery.ts";
import { openGalleryFeed } from "./api/gallery-feed.ts";
import { GalleryIndex } from "./api/gallery-index.ts";
import { KeptFiles } from "./api/kept-files.ts";
import { listChats } from "./api/list-chats.ts";
import { listMessages } from "./api/list-messages.ts";
import { listTurns } from "./api/list-turns.ts";
import { operateRoutes } from "./api/operate-chat.ts";
import { showChat } from "./api/show-chat.ts";
import { showSystem } from "./api/show-system.ts";
import { showTurn } from "./api/show-turn.ts";
import type { Nats, Store } from "./api/store.ts";
import { type GatewayConfig, servedNumbers, simulatorUrl, webhookSecrets } from "./config.ts";
import { notFound } from "./http-error.ts";
import { createRouter, type Route } from "./http-router.ts";
import { startHttpServer } from "./http-server.ts";
import { type IdentityDirectory, openIdentityDirectory } from "./identity-directory.ts";
import { createGatewayMetrics, type GatewayMetrics } from "./metrics.ts";
import { sendDemoFile, sendDemoMessage } from "./page/demo-messages.ts";
import { pageFiles } from "./page/serve-page.ts";
import { createRateLimit } from "./rate-limit.ts";
import { storeElements } from "./store-elements.ts";
import { receiveWebhook, verifyWebhook } from "./webhook.ts";

export type GatewayOptions = {
  config: GatewayConfig;
  nc: Nats;
  names: Names;
  partitions: number;
  publisher: Pick<Publisher, "publish">;
  inboxes: Pick<InboxPublisher, "send">;
  log: Log;
  metrics: Metrics;
  ready: () => Readiness;
};
export type Gateway = {
  url: string;
  /** Takes no new requests, answers those under way, then closes its readers. Leaves `nc` open. */
  stop(): Promise<void>;
};

/** The gateway on a connection whose topology stands (`ensureTopology`). */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { config, nc, names, partitions, log } = options;
  const counts = createGatewayMetrics(options.metrics);
  const hub = new EventHub({
    connected: (clients) => counts.eventClients.set(clients),
    dropped: () => counts.eventClientsDropped.inc(),
  });
  const reading = {
    store: { nc, names, partitions },
    chats: new ChatDirectory(),
    letters: new DeadLetterDirectory(),
    gallery: new GalleryIndex(),
    files: new KeptFiles(),
    hub,
  };
  const identities = await openIdentityDirectory({ ...options, size: (aliases) => counts.aliases.set(aliases) });
  const feed = await openFeed({ ...reading, log });
  const galleryFeed = await openGalleryFeed(reading.store, both(reading.gallery, reading.files), log);
  const perSecond = config.API_RATE_PER_SECOND;
  const server = await startHttpServer({
    host: config.HOST,
    port: config.PORT,
    maxConnections: config.MAX_CONNECTIONS,
    router: createRouter([
      ...webhookRoutes(options, identities, counts),
      ...apiRoutes(options, reading),
      ...pageRoutes(config),
      ...probeRoutes(options),
    ]),
    admit: admission({
      token: config.PARLEY_API_TOKEN,
      limit: createRateLimit({ perSecond, burst: 2 * perSecond, now: Date.now }),
    }),
    answered: (route, status) => counts.httpRequests.inc({ route, status: String(status) }),
    log,
  });
  return {
    url: server.url,
    async stop() {
      hub.stop();
      await server.stop();
      await Promise.all([feed.stop(), galleryFeed.stop(), identities.stop()]);
    },
  };
}

function webhookRoutes(options: GatewayOptions, identities: IdentityDirectory, counts: GatewayMetrics): Route[] {
  const secrets = webhookSecrets(options.config);
  const store = storeElements({
    ...options,
    identities,
    numbers: servedNumbers(options.config),
    counted: (kind) => counts.webhookElements.inc({ kind }),
  });
  const answered = (status: number, seconds: number) => counts.webhookSeconds.observe({ status }, seconds);
  return [
    { method: "GET", path: "/webhook", handle: verifyWebhook(secrets) },
    { method: "POST", path: "/webhook", handle: receiveWebhook({ ...secrets, store, now: Date.now, answered }) },
  ];
}

type Reading = {
  store: Store;
  chats: ChatDirectory;
  letters: DeadLetterDirectory;
  gallery: GalleryIndex;
  files: KeptFiles;
  hub: EventHub;
};

function apiRoutes(
  { config, inboxes }: GatewayOptions,
  { store, chats, letters, gallery, files, hub }: Reading,
): Route[] {
  const kept = { store, chats, letters, gallery, inboxes, now: Date.now };
  return [
    { method: "GET", path: "/api/chats", handle: listChats(store, chats) },
    { method: "GET", path: "/api/chats/:chat", handle: showChat(store, chats) },
    { method: "GET", path: "/api/chats/:chat/timeline", handle: listTurns(store) },
    { method: "GET", path: "/api/chats/:chat/messages", handle: listMessages(store) },
    { method: "DELETE", path: "/api/chats/:chat", handle: forgetChat(kept) },
    ...operateRoutes({ store, chats, files, inboxes, now: Date.now }),
    { method: "GET", path: "/api/turns/:messageId", handle: showTurn(store) },
    ...deadLetterRoutes({ store, directory: letters, inboxes }),
    ...galleryRoutes(store, gallery),
    { method: "GET", path: "/api/system", handle: showSystem(store) },
    { method: "GET", path: "/api/events", handle: streamEvents(hub, config.MAX_EVENT_CLIENTS) },
  ];
}

function both(gallery: GalleryIndex, files: KeptFiles): Pick<GalleryIndex, "take" | "forget"> {
  return {
    take: (entry) => {
      gallery.take(entry);
      files.take(entry);
    },
    forget: (id) => {
      gallery.forget(id);
      files.forget(id);
    },
  };
}

function pageRoutes(config: GatewayConfig): Route[] {
  const simulator = simulatorUrl(config);
  return [
    ...pageFiles({ simulator: simulator !== undefined }),
    { method: "POST", path: "/demo/messages", handle: sendDemoMessage(simulator) },
    { method: "POST", path: "/demo/files", handle: sendDemoFile(simulator) },
  ];
}

function probeRoutes({ metrics, ready }: GatewayOptions): Route[] {
  const answer = healthRoutes({ metrics, ready });
  return ["/livez", "/readyz", "/metrics"].map((path) => ({
    method: "GET",
    path,
    handle: async () => (await answer(path)) ?? Promise.reject(notFound("there is nothing at this path")),
  }));
}
