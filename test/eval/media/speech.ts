import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ReadAnswer } from "@parley/media-service/reading/read-task";
import { probeIsolation } from "@parley/media-service/sandbox/isolation";
import { openSandbox } from "@parley/media-service/sandbox/sandbox";
import type { Figure } from "../figure.ts";

export type HostileNote = { name: string; bytes: Uint8Array };
export type SpeechReport = {
  figures: Figure[];
  audioS: number;
  wallS: number;
  peakRssMb: number;
  hostile: { name: string; status: string; reason: string | undefined }[];
};

const typed = new Set(["ok", "corrupt", "unsupported", "too_large", "memory", "timeout"]);

/** Decodes the Ogg files of `folder` in a child, as the service does, and then broken forms of them. */
export async function speechFigures(folder: string): Promise<SpeechReport> {
  const pool = openSandbox({
    program: new URL(import.meta.resolve("@parley/media-service/reading/child-main")),
    isolation: await probeIsolation(),
    ...{ maxRssBytes: 512_000_000, maxHeapMb: 384, watchEveryMs: 50, startTimeoutMs: 30_000 },
    ...{ children: 1, maxWaiting: 100, recycleAfter: 1_000, idleMs: 60_000 },
  });
  const decode = async (bytes: Uint8Array) => {
    const ending = await pool.run({ task: { kind: "opus" }, bytes, timeoutMs: 30_000 });
    const { data: answer } = ReadAnswer.safeParse(ending.kind === "done" ? ending.answer : undefined);
    return { status: answer?.status ?? ending.kind, reason: answer?.reason, durationS: answer?.durationS ?? 0 };
  };
  try {
    const notes = readdirSync(folder)
      .filter((name) => name.endsWith(".ogg"))
      .map((name) => readFileSync(join(folder, name)));
    const [first] = notes;
    if (first === undefined) throw new Error(`no voice notes in ${folder}`);
    // The first one pays for the start of the process and of the decoder.
    await decode(first);
    let [audioS, read] = [0, 0];
    const startedAt = performance.now();
    for (const note of notes) {
      const { status, durationS } = await decode(note);
      audioS += durationS;
      read += status === "ok" ? 1 : 0;
    }
    const wallS = (performance.now() - startedAt) / 1_000;
    const hostile: SpeechReport["hostile"] = [];
    for (const { name, bytes } of hostileNotes(first)) {
      const { status, reason } = await decode(bytes);
      hostile.push({ name, status, reason });
    }
    const ended = hostile.filter(({ status }) => typed.has(status)).length;
    const figures: Figure[] = [
      { id: "A1", measure: "Opus decoding, times real time", value: audioS / wallS, goal: 50 },
      { id: "A2", measure: "voice notes decoded, %", value: (100 * read) / notes.length, goal: 100 },
      { id: "A3", measure: "hostile notes that end typed, %", value: (100 * ended) / hostile.length, goal: 100 },
    ];
    return { figures, audioS, wallS, peakRssMb: pool.peakRssBytes() / 1e6, hostile };
  } finally {
    await pool.stop();
  }
}

/** What a stranger might send instead of a note, made from a real one; the same on every run. */
export function hostileNotes(note: Uint8Array): HostileNote[] {
  const changed = (change: (bytes: Uint8Array) => void) => {
    const bytes = new Uint8Array(note);
    change(bytes);
    return bytes;
  };
  const noise = noiseOf(20_000);
  const flipped = (every: number) =>
    changed((bytes) => {
      for (let at = 200; at < bytes.length; at += every) bytes[at] = (bytes[at] ?? 0) ^ 0xff;
    });
  const head = Buffer.from(note).indexOf("OpusHead");
  return [
    { name: "only the magic", bytes: Buffer.from("OggS") },
    { name: "noise", bytes: noise },
    { name: "noise after the magic", bytes: Buffer.concat([Buffer.from("OggS"), noise]) },
    { name: "header only", bytes: note.subarray(0, 100) },
    { name: "cut in half", bytes: note.subarray(0, note.length / 2) },
    { name: "every 64th byte flipped", bytes: flipped(64) },
    { name: "every 1,000th byte flipped", bytes: flipped(1_000) },
    { name: "noise in its middle", bytes: changed((bytes) => bytes.set(noise.subarray(0, 2_000), 2_000)) },
    { name: "255 channels", bytes: changed((bytes) => bytes.fill(255, head + 9, head + 10)) },
    { name: "no channel", bytes: changed((bytes) => bytes.fill(0, head + 9, head + 10)) },
    { name: "mapping family 255", bytes: changed((bytes) => bytes.fill(255, head + 18, head + 19)) },
    { name: "Vorbis inside", bytes: changed((bytes) => bytes.set(Buffer.from("\x01vorbis\0"), head)) },
    { name: "zeros after the head", bytes: changed((bytes) => bytes.fill(0, 300)) },
    { name: "the note eighty times", bytes: Buffer.concat(Array.from({ length: 80 }, () => note)) },
    { name: "hours of empty packets", bytes: emptyPackets(note, 4_000) },
  ];
}

/** The pages with the head and the tags, then pages of 255 one-byte packets of 60 ms each, none the last. */
function emptyPackets(note: Uint8Array, pages: number): Uint8Array {
  const bytes = Buffer.from(note);
  const second = bytes.indexOf("OggS", 4);
  const third = bytes.indexOf("OggS", second + 4);
  const serial = bytes.subarray(14, 18);
  const made = Array.from({ length: pages }, (_, page) => {
    const header = Buffer.alloc(27 + 255);
    header.write("OggS", 0, "latin1");
    serial.copy(header, 14);
    header.writeUInt32LE(page + 2, 18);
    header[26] = 255;
    header.fill(1, 27);
    // Configuration 3 with one frame: 60 ms of SILK.
    return Buffer.concat([header, Buffer.alloc(255, 0x18)]);
  });
  return Buffer.concat([bytes.subarray(0, third), ...made]);
}

function noiseOf(length: number): Uint8Array {
  let state = 12_345;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state >> 16;
  });
}
