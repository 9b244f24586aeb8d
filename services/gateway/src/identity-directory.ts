import type { Log } from "@parley/actor/actor";
import { TransientError } from "@parley/contract/errors";
import { escapeToken, unescapeToken } from "@parley/contract/ids";
import { kvStream, kvSubject, type Names } from "@parley/contract/names";
import { getLast } from "@parley/jetstream/direct-get";
import { JetStreamError, type Publisher, wrongLastSequence } from "@parley/jetstream/publisher";
import { openReader, type Reader } from "@parley/jetstream/reader";
import { streamState } from "@parley/jetstream/stream-info";
import { type Alias, canonicalContact, type Identity } from "@parley/whatsapp/identity";
import type { IdentityChange } from "@parley/whatsapp/webhook-message";
import { type Nats, storedText } from "./api/store.ts";

export type IdentityDirectoryOptions = {
  nc: Nats;
  names: Names;
  publisher: Pick<Publisher, "publish">;
  /** The number of aliases in memory, after each change. */
  size?: (aliases: number) => void;
  log: Log;
};

const createAttempts = 5;

/** Opens the directory and waits until it holds every alias: a phone that is somebody's second id must not open a second chat. */
export async function openIdentityDirectory(options: IdentityDirectoryOptions): Promise<IdentityDirectory> {
  const directory = new IdentityDirectory(options);
  await directory.open();
  return directory;
}

/**
 * Who is who: every alias of the installation in memory, none is ever evicted (about 200 bytes each; `parley_aliases` counts them).
 * All gateways read the same bucket; what one learns is stored, by create-if-absent, before the message that taught it.
 */
export class IdentityDirectory {
  readonly #options: IdentityDirectoryOptions;
  readonly #bucketStream: string;
  readonly #contacts = new Map<string, string>();
  readonly #learning = new Map<string, Promise<void>>();
  #reader: Reader | undefined;

  constructor(options: IdentityDirectoryOptions) {
    this.#options = options;
    this.#bucketStream = kvStream(options.names.aliasesBucket);
  }

  async open(): Promise<void> {
    const { nc, names, log } = this.#options;
    const prefix = kvSubject(names.aliasesBucket, "");
    const { messages } = await streamState(nc, this.#bucketStream);
    let loaded = () => {};
    const allRead = messages === 0 ? undefined : new Promise<void>((resolve) => (loaded = resolve));
    this.#reader = await openReader(nc, {
      stream: this.#bucketStream,
      filterSubjects: [`${prefix}>`],
      lastPerSubject: true,
      log,
      onMessage: ({ subject, data, pending }) => {
        const id = unescapeToken(subject.slice(prefix.length));
        // Deleted keys come without a value.
        if (data.length === 0) this.#contacts.delete(id);
        else this.#contacts.set(id, Buffer.from(data).toString("utf8"));
        this.#options.size?.(this.#contacts.size);
        if (pending === 0) loaded();
      },
    });
    await allRead;
  }

  async stop(): Promise<void> {
    await this.#reader?.stop();
  }

  /**
   * The contact of an identity, at once when it is known; undefined when the identity holds no id. Throws
   * `TransientError` when something new cannot be stored.
   */
  resolve(identity: Identity, change?: IdentityChange): string | undefined | Promise<string | undefined> {
    const found = canonicalContact(identity, this.#lookup);
    if (found === undefined || (found.learn.length === 0 && change === undefined)) return found?.contact;
    return this.#settle(identity, change);
  }

  readonly #lookup = (id: string): string | undefined => this.#contacts.get(id);

  async #settle(identity: Identity, change: IdentityChange | undefined): Promise<string | undefined> {
    const found = canonicalContact(identity, this.#lookup);
    await Promise.all(found?.learn.map((alias) => this.#learn(alias)) ?? []);
    if (change !== undefined) await this.#follow(change);
    // Another gateway may have been first: then its answer is in memory now, and it counts.
    return canonicalContact(identity, this.#lookup)?.contact;
  }

  /** The new ids lead to the old chat, unless they have a contact already. */
  async #follow({ from, to }: IdentityChange): Promise<void> {
    const contact = await this.#settle(from, undefined);
    if (contact === undefined) return;
    const ids = [to.phone, to.waId, to.bsuid, to.parentBsuid].filter((id) => id !== undefined && id !== contact);
    const unknown = [...new Set(ids)].flatMap((id) => (id === undefined || this.#contacts.has(id) ? [] : [id]));
    await Promise.all(unknown.map((id) => this.#learn({ id, contact })));
  }

  #learn(alias: Alias): Promise<void> {
    const running = this.#learning.get(alias.id);
    if (running !== undefined) return running;
    const learning = this.#create(alias).finally(() => this.#learning.delete(alias.id));
    this.#learning.set(alias.id, learning);
    return learning;
  }

  async #create({ id, contact }: Alias): Promise<void> {
    const { nc, names, publisher } = this.#options;
    const subject = kvSubject(names.aliasesBucket, escapeToken(id));
    let expected = 0;
    for (let attempt = 1; attempt <= createAttempts; attempt++) {
      try {
        await publisher.publish(subject, contact, [["Nats-Expected-Last-Subject-Sequence", String(expected)]]);
        if (!this.#contacts.has(id)) this.#contacts.set(id, contact);
        return;
      } catch (failure) {
        if (!(failure instanceof JetStreamError) || failure.apiCode !== wrongLastSequence) throw failure;
      }
      const first = await getLast(nc, this.#bucketStream, subject);
      const winner = first && storedText(first);
      if (winner !== undefined) {
        this.#contacts.set(id, winner);
        return;
      }
      expected = first?.seq ?? 0;
    }
    throw new TransientError("nats.unavailable", "an alias changes faster than it can be stored");
  }
}
