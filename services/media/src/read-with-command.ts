import type { Pools, Unread } from "./read-document.ts";
import type { OcrCommand } from "./reading/ocr-command.ts";
import type { RecognisedText } from "./reading/tidy-line.ts";
import { textOf } from "./reading/tidy-line.ts";
import { runTask, type Unclocked } from "./run-task.ts";

type Photo = Pick<Unread, "bytes" | "signal">;

// As the embedded engine: below this it may be the wrong way up, which the program does not find out.
const doubtful = 0.6;

/** The lines of a photo as a program reads them, with its codes and thumbnail; or why it is better read otherwise. */
export async function readWithCommand(pools: Pools, command: OcrCommand, photo: Photo): Promise<Unclocked | string> {
  const copied = await runTask(pools.photos, { kind: "copy" }, photo);
  const { thumbnail: copy, ...about } = copied.result;
  if (copied.result.status !== "ok" || copy === undefined) return copied.result.reason ?? copied.result.status;
  const read = await linesOf(command, copy, photo.signal);
  if (typeof read === "string") return read;
  const small = await runTask(pools.photos, { kind: "thumbnail" }, photo);
  const { thumbnail } = small.result;
  const { lines } = read;
  return {
    ...{ ...about, status: "ok", text: textOf(lines), lines, engine: command.name },
    ...(thumbnail === undefined ? {} : { thumbnail }),
  };
}

/** What a program reads on a picture that is ready for reading; or why that is not believed. */
export async function linesOf(
  command: OcrCommand,
  png: Uint8Array,
  signal: AbortSignal | undefined,
): Promise<RecognisedText | string> {
  const read = await command.read(png, signal);
  if (read.kind === "failed") return `${command.name}: ${read.reason}`;
  return read.lines.length > 0 && read.confidence < doubtful ? `${command.name}: hardly readable` : read;
}
