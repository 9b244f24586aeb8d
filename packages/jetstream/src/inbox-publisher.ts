import { CodedError, PermanentError, TransientError } from "@parley/contract/errors";
import type { Message } from "@parley/contract/message";
import type { Names } from "@parley/contract/names";
import { type Envelope, encodeBatch } from "./envelope.ts";
import type { Publisher } from "./publisher.ts";

export type InboxPublisher = {
  /** Resolves once stored. `originMs`: when the chain of messages began (Unix ms), now when absent. */
  send(service: string, key: string, message: Message, originMs?: number): Promise<void>;
  deliver(service: string, envelope: Envelope): Promise<void>;
};

type Waiting = { envelope: Envelope; resolve: () => void; reject: (failure: Error) => void };

const maxEnvelopes = 2_000;
const maxBytes = 512 * 1024;
const maxWaiting = 20_000;

/**
 * Inboxes with group commit: what arrives while a service's batch is on its way becomes the next one, so a sync per batch is paid, not
 * per message. One batch in flight per sender and service keeps the order of sends. A failure fails everything waiting: a later
 * message must never overtake a lost earlier one. `sender` is a subject token of this process alone.
 */
export function createInboxPublisher(publisher: Publisher, names: Names, sender: string): InboxPublisher {
  const lanes = new Map<string, Lane>();
  const deliver = (service: string, envelope: Envelope): Promise<void> => {
    let lane = lanes.get(service);
    if (!lane) {
      lane = new Lane(publisher, names.inbox(service, sender));
      lanes.set(service, lane);
    }
    return lane.add(envelope);
  };
  return {
    deliver,
    send: (service, key, message, originMs = Date.now()) =>
      deliver(service, { key, message, trace: { originMs, stages: [] } }),
  };
}

class Lane {
  readonly #publisher: Publisher;
  readonly #subject: string;
  #waiting: Waiting[] = [];
  #scheduled = false;

  constructor(publisher: Publisher, subject: string) {
    this.#publisher = publisher;
    this.#subject = subject;
  }

  add(envelope: Envelope): Promise<void> {
    if (this.#waiting.length >= maxWaiting) {
      return Promise.reject(new TransientError("mailbox.full", `${maxWaiting} messages wait for ${this.#subject}`));
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({ envelope, resolve, reject });
      if (!this.#scheduled) {
        this.#scheduled = true;
        setImmediate(() => void this.#drain());
      }
    });
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, maxEnvelopes);
      try {
        await this.#store(batch);
        for (const { resolve } of batch) resolve();
      } catch (failure) {
        const error = failure instanceof CodedError ? failure : new TransientError("nats.unavailable", String(failure));
        const lost = [...batch, ...this.#waiting];
        this.#waiting = [];
        for (const { reject } of lost) reject(error);
      }
    }
    this.#scheduled = false;
  }

  async #store(batch: Waiting[]): Promise<void> {
    const bytes = encodeBatch(batch.map((waiting) => waiting.envelope));
    if (bytes.length <= maxBytes) {
      await this.#publisher.publish(this.#subject, bytes);
      return;
    }
    const [only] = batch;
    if (only && batch.length === 1) {
      const why = `${bytes.length} bytes; an inbox takes ${maxBytes}: store the content, send a reference`;
      only.reject(new PermanentError("message.too-large", why));
      return;
    }
    const half = batch.length >> 1;
    await this.#store(batch.slice(0, half));
    await this.#store(batch.slice(half));
  }
}
