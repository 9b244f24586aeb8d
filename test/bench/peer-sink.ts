import { fstatSync, openSync, readSync, writeSync } from "node:fs";

export type Effect = { chatId: string; seq: number; id: string; turn: number };

/**
 * The effects' file, written to before the effect's record is committed: after a crash or a takeover the line may be there although the
 * message comes again. So whoever appends looks first when the message may have been run before (`redelivered`), or when somebody else
 * has written meanwhile: a frozen owner that wakes up finds the lines of its successor. Left open: being frozen between look and write.
 */
export function openSink(path: string) {
  const file = openSync(path, "a+");
  const seen = new Set<string>();
  const buffer = Buffer.alloc(1 << 18);
  let lookedTo = 0;
  let rest = "";
  let ownEnd = 0;

  const look = () => {
    for (;;) {
      const bytes = readSync(file, buffer, 0, buffer.length, lookedTo);
      if (bytes === 0) return;
      lookedTo += bytes;
      const lines = (rest + buffer.toString("latin1", 0, bytes)).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        const written: { id: string; drop?: boolean } = JSON.parse(line);
        if (written.drop !== true) seen.add(written.id);
      }
    }
  };
  const write = (line: object) => {
    ownEnd += writeSync(file, `${JSON.stringify(line)}\n`);
  };
  const at = () => performance.timeOrigin + performance.now();

  return {
    effect(effect: Effect, redelivered: boolean): void {
      const size = fstatSync(file).size;
      if (redelivered || size !== ownEnd) {
        look();
        ownEnd = size;
      }
      if (seen.has(effect.id)) return;
      write({ ...effect, at: at() });
    },
    drop(chatId: string, id: string): void {
      write({ chatId, id, at: at(), drop: true });
    },
  };
}
