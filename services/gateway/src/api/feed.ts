import type { Log } from "@parley/actor/actor";
import { DeadLetter } from "@parley/contract/dead-letter";
import { openReader, type ReadMessage } from "@parley/jetstream/reader";
import { streamState } from "@parley/jetstream/stream-info";
import type { ChatDirectory } from "./chat-directory.ts";
import type { DeadLetterDirectory } from "./dead-letter-directory.ts";
import type { EventHub } from "./event-hub.ts";
import { readJsonValue, type Store } from "./store.ts";

export type FeedOptions = {
  store: Store;
  chats: ChatDirectory;
  letters: DeadLetterDirectory;
  hub: EventHub;
  log: Log;
};

// About 100 MB to read at a start. Chats without an entry among these are listed from their session pages.
const lookBack = 50_000;

/** Follows the timeline and the dead letters: into the directories, and, what is new, to those who listen for events. */
export async function openFeed(options: FeedOptions): Promise<{ stop(): Promise<void> }> {
  const { nc, names } = options.store;
  const [timeline, letters] = await Promise.all([
    streamState(nc, names.timelineStream),
    streamState(nc, names.deadLettersStream),
  ]);
  const readers = await Promise.all([
    openReader(nc, {
      stream: names.timelineStream,
      filterSubjects: [`${names.prefix}.timeline.>`],
      startSeq: Math.max(1, timeline.last_seq - lookBack),
      onMessage: (message) => takeTurn(options, message, message.seq > timeline.last_seq),
      log: options.log,
    }),
    openReader(nc, {
      stream: names.deadLettersStream,
      filterSubjects: [`${names.prefix}.dead-letters.>`],
      lastPerSubject: true,
      onMessage: (message) => takeLetter(options, message, message.seq > letters.last_seq),
      log: options.log,
    }),
  ]);
  return {
    async stop() {
      await Promise.all(readers.map((reader) => reader.stop()));
    },
  };
}

/** `<prefix>.timeline.<pp>.<chat>.<turn>`, or `….<chat>.messages.<n>` for what was written outside turns. */
function takeTurn({ chats, hub }: FeedOptions, { subject, seq, timeMs, data }: ReadMessage, isNew: boolean): void {
  const [, , , chat, turn] = subject.split(".");
  if (chat === undefined || turn === undefined) return;
  if (data.length === 0) {
    if (turn !== "messages") chats.forget(chat, Number(turn));
    return;
  }
  const known = chats.get(chat)?.turn;
  const event = turn === "messages" ? "message" : "turn";
  if (event === "turn") chats.take(chat, Number(turn), { seq, timeMs });
  else if (known !== undefined) chats.take(chat, known, { seq, timeMs });
  if (isNew && hub.clients > 0) hub.broadcast(event, chat, Buffer.from(data).toString("utf8"));
}

function takeLetter({ letters, hub }: FeedOptions, { subject, seq, data }: ReadMessage, isNew: boolean): void {
  const id = subject.slice(subject.lastIndexOf(".") + 1);
  const letter = DeadLetter.safeParse(readJsonValue({ data, headers: undefined }));
  if (!letter.success) {
    letters.forget(id);
    return;
  }
  letters.take(letter.data, subject, seq);
  if (isNew) hub.broadcast("dead-letter", letter.data.key, JSON.stringify(letter.data));
}
