import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type CustomerTap, type CustomerText, createControl } from "./simulated-whatsapp-control.ts";
import { sendFile } from "./simulated-whatsapp-downloads.ts";
import { createFaults, type Fault, type Faults } from "./simulated-whatsapp-faults.ts";
import { fileBody, kindOfType } from "./simulated-whatsapp-files.ts";
import { createGraphCalls, type GraphReply } from "./simulated-whatsapp-graph.ts";
import { readBody, writeReply } from "./simulated-whatsapp-http.ts";
import { createFileStore, type FileStore } from "./simulated-whatsapp-media.ts";
import { createSentLog, type SentMessage } from "./simulated-whatsapp-sent.ts";
import { createStatusReporter } from "./simulated-whatsapp-statuses.ts";
import { type OrderedProduct, orderReceived, tapReceived } from "./simulated-whatsapp-taps.ts";
import { createWebhookSender } from "./simulated-whatsapp-webhooks.ts";
import { demoAccount, messageReceived, type ReportedStatus, textReceived } from "./whatsapp-payloads.ts";

export type SimulatedWhatsAppOptions = {
  /** 0 or absent: any free port, on 127.0.0.1. */
  port?: number;
  /** Where Meta would post; without one, webhooks wait until `setWebhookUrl`. */
  webhookUrl?: string;
  appSecret: string;
  verifyToken?: string;
  token?: string;
  /** The account of customers who name none. */
  phoneNumberId?: string;
  /** Statuses wait this long for company in one POST. */
  statusFlushMs?: number;
  statuses?: readonly ReportedStatus["status"][];
  /** Accepted messages kept to look at, and effects kept to find duplicates. */
  keepSent?: number;
  keepEffects?: number;
};

export type CustomerFile = Omit<CustomerText, "text"> & {
  bytes: Uint8Array;
  mimeType?: string | undefined;
  caption?: string | undefined;
  /** Of documents. */
  filename?: string | undefined;
};

export type SimulatedWhatsApp = Awaited<ReturnType<typeof startSimulatedWhatsApp>>;

/** A server that plays Meta: the Graph API on one side, signed webhooks on the other, and faults on demand. */
export async function startSimulatedWhatsApp(options: SimulatedWhatsAppOptions) {
  const { appSecret, token = "simulated-token", verifyToken = "simulated-verify-token" } = options;
  const account = options.phoneNumberId ?? demoAccount;
  const faults = createFaults();
  const files = createFileStore();
  const sent = createSentLog(options.keepSent ?? 100_000, options.keepEffects ?? 500_000);
  const webhooks = createWebhookSender(appSecret, options.webhookUrl);
  const statuses = createStatusReporter({
    flushMs: options.statusFlushMs ?? 20,
    statuses: options.statuses ?? ["sent", "delivered", "read"],
    deliver: webhooks.deliver,
  });
  const server = createServer({ keepAliveTimeout: 60_000 });
  const baseUrl = () => addressOf(server);
  const graph = createGraphCalls({ token, faults, sent, files, baseUrl, accepted: statuses.report });

  const stats = () => ({ ...sent.counts(), ...graph.counts(), ...webhooks.counts(), ...statuses.counts() });
  const senderOf = (customer: Omit<CustomerText, "text">) => {
    const { from, name, bsuid } = customer;
    const id = customer.id ?? graph.nextId();
    const given = { ...(name === undefined ? {} : { name }), ...(bsuid === undefined ? {} : { bsuid }) };
    return { from, id, account: customer.account ?? account, atMs: Date.now(), ...given };
  };
  /** Resolves with the message id once the gateway has answered 200. */
  const customerSays = async (customer: CustomerText): Promise<string> => {
    const sender = senderOf(customer);
    await webhooks.deliver(JSON.stringify(textReceived(sender, customer.text)));
    return sender.id;
  };
  /** The same for a tap; undefined when no message sent to the customer has the option. */
  const customerTaps = async (tap: CustomerTap): Promise<string | undefined> => {
    const sender = senderOf(tap);
    const payload = tapReceived(sender, sent.to(tap.from), tap);
    if (payload === undefined) return undefined;
    await webhooks.deliver(JSON.stringify(payload));
    return sender.id;
  };
  const customerSendsFile = async (kind: string, file: CustomerFile, mimeType: string): Promise<string> => {
    const sender = senderOf(file);
    const id = files.put(file.bytes, mimeType);
    const body = fileBody(kind, { ...file, mimeType }, { id, sha256: files.get(id)?.sha256 });
    await webhooks.deliver(JSON.stringify(messageReceived(sender, kind, body)));
    return sender.id;
  };

  const control = createControl({
    faults,
    sent,
    files,
    stats,
    customerSays,
    customerSendsFile: (file, bytes) => customerSendsFile(kindOfType(file.type), { ...file, bytes }, file.type),
    customerTaps,
    setWebhookUrl: webhooks.setUrl,
  });
  const answer = createAnswer({ graph, files, faults, control });
  server.on("request", (request, response) => {
    answer(request, response).catch((cause: unknown) => response.destroy(cause instanceof Error ? cause : undefined));
  });
  server.listen(options.port ?? 0, "127.0.0.1");
  await once(server, "listening");

  return {
    url: baseUrl(),
    account,
    appSecret,
    token,
    verifyToken,
    customerSays,
    /** A tap on an option of the newest message that has it. Rejects when none has. */
    customerTaps: async (tap: CustomerTap): Promise<string> => {
      const id = await customerTaps(tap);
      if (id === undefined) throw new Error(`no message to ${tap.from} has the option ${tap.option}`);
      return id;
    },
    /** An order from the WhatsApp catalog. Resolves with the message id once the gateway has answered 200. */
    customerOrders: async (customer: Omit<CustomerText, "text">, items: readonly OrderedProduct[]): Promise<string> => {
      const sender = senderOf(customer);
      await webhooks.deliver(JSON.stringify(orderReceived(sender, items)));
      return sender.id;
    },
    customerSendsImage: (file: CustomerFile) => customerSendsFile("image", file, file.mimeType ?? "image/jpeg"),
    /** Any kind of media: audio, document, video, sticker. */
    customerSends: (kind: string, file: CustomerFile) =>
      customerSendsFile(kind, file, file.mimeType ?? "application/octet-stream"),
    /** Any payload, signed, posted again until the answer is 200. */
    deliver: (payload: unknown) => webhooks.deliver(JSON.stringify(payload)),
    /** Any payload, signed, posted once: the HTTP status, 0 without an answer. */
    deliverOnce: (payload: unknown) => webhooks.post(JSON.stringify(payload)),
    /** The accepted messages, oldest first, the newest `keepSent` of them. */
    get sent(): readonly SentMessage[] {
      return sent.all();
    },
    sentTo: (contact: string) => sent.to(contact),
    waitForReplies: (contact: string, count: number, timeoutMs: number) => sent.waitFor(contact, count, timeoutMs),
    /** What numbers have uploaded, oldest first. */
    get uploads() {
      return files.uploads();
    },
    /** The bytes of an upload; undefined once it is gone. */
    uploadedBytes: (id: string) => files.get(id)?.bytes,
    /** Forgets an upload, as Meta does after 30 days. */
    expireUpload: (id: string) => files.expire(id),
    get stats() {
      return stats();
    },
    addFault: (fault: Fault) => faults.add(fault),
    clearFaults: () => faults.clear(),
    setWebhookUrl: webhooks.setUrl,
    stop: async () => {
      statuses.stop();
      await webhooks.stop();
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

type AnswerDependencies = {
  graph: ReturnType<typeof createGraphCalls>;
  files: FileStore;
  faults: Faults;
  control: ReturnType<typeof createControl>;
};

function createAnswer({ graph, files, faults, control }: AnswerDependencies) {
  const reply = async (request: IncomingMessage, body: Buffer): Promise<GraphReply | undefined> => {
    const { method = "GET", headers } = request;
    const url = new URL(request.url ?? "/", "http://simulator");
    const isFile = url.pathname.startsWith("/simulator/media/");
    if (url.pathname.startsWith("/simulator/") && !isFile) return control(method, url, body);
    if (!graph.authorized(headers.authorization)) return graph.unauthorized();
    if (!isFile) return graph.call(method, url.pathname, body, headers["content-type"] ?? "");
    const file = files.open(
      url.pathname.slice("/simulator/media/".length),
      url.searchParams.get("expires"),
      Date.now(),
    );
    return file && sendFile(file, headers, faults.take("download"));
  };
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await readBody(request);
    if (body === undefined) return writeReply(response, { status: 413, body: {} });
    const answer = (await reply(request, body)) ?? { status: 404, body: {} };
    if (answer === "reset") request.socket.resetAndDestroy();
    else writeReply(response, answer);
  };
}

function addressOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the simulated WhatsApp is not listening");
  return `http://127.0.0.1:${address.port}`;
}
