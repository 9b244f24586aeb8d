import { ReadAnswer } from "../reading/read-task.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import type { DecodedNote } from "./transcribe-note.ts";
import { samplesOf } from "./wav.ts";

// Ten minutes of sound take some four seconds of a busy machine.
const timeoutMs = 30_000;

/** Decodes notes in a child of `pool`: the file is hostile until it has become samples. */
export function decodeNotes(pool: Pick<Sandbox, "run">) {
  return async (bytes: Uint8Array, signal?: AbortSignal): Promise<DecodedNote> => {
    const ending = await pool.run({ task: { kind: "opus" }, bytes, timeoutMs }, signal);
    switch (ending.kind) {
      case "done": {
        const { data: answer } = ReadAnswer.safeParse(ending.answer);
        if (answer === undefined) return { status: "corrupt", reason: "an answer of unknown form" };
        if (answer.status !== "ok") return { status: answer.status, reason: answer.reason ?? "not decoded" };
        if (ending.bytes.byteLength < 2) return { status: "corrupt", reason: "no sound in it" };
        return { status: "ok", samples: samplesOf(ending.bytes) };
      }
      case "failed":
      case "died":
        return { status: "corrupt", reason: ending.reason };
      case "memory":
        return { status: "memory", reason: "more than a child may take" };
      case "unavailable":
        return { status: "timeout", reason: ending.reason };
      case "timeout":
      case "busy":
      case "aborted":
        return { status: "timeout", reason: `decoding ended as ${ending.kind}` };
    }
  };
}
