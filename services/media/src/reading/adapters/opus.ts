import { OggOpusDecoder } from "ogg-opus-decoder";
import type { Read } from "../read-task.ts";

/** Longest note that is decoded, seconds, and the rate of the samples, Hz. */
export const maxNoteS = 600;
export const noteRate = 16_000;

// The option is there (whisper wants 16 kHz), the package's types leave it out.
const options = { sampleRate: noteRate, forceStereo: false };
// A page of empty packets stands for half a minute in 600 bytes: small slices bound what one step can unpack.
const sliceBytes = 4_096;

/**
 * Decodes a voice note to 16 kHz mono, signed 16 bit little endian. Runs in a child only: the decoder is fed whatever
 * came. Part of a note is not a note: a single broken packet ends as `corrupt`.
 */
export async function readOpus(bytes: Uint8Array): Promise<Read> {
  const refused = refusalOf(bytes);
  if (refused !== undefined) return refused;
  const decoder = new OggOpusDecoder(options);
  await decoder.ready;
  const pieces: Int16Array[] = [];
  let [total, broken] = [0, false];
  const take = ({ channelData, samplesDecoded, errors }: Decoded) => {
    broken ||= errors.length > 0;
    if (samplesDecoded > 0) pieces.push(monoOf(channelData, samplesDecoded));
    total += Math.max(0, samplesDecoded);
  };
  try {
    for (let at = 0; at < bytes.length && !broken && total <= maxNoteS * noteRate; at += sliceBytes) {
      take(await decoder.decode(bytes.subarray(at, at + sliceBytes)));
    }
    if (!broken && total <= maxNoteS * noteRate) take(await decoder.flush());
  } finally {
    decoder.free();
  }
  if (total > maxNoteS * noteRate) return { status: "too_large", reason: `longer than ${maxNoteS} s` };
  if (broken || total === 0)
    return { status: "corrupt", reason: broken ? "a packet that is no Opus" : "no sound in it" };
  return { status: "ok", durationS: total / noteRate, samples: joined(pieces, total) };
}

type Decoded = { channelData: Float32Array[]; samplesDecoded: number; errors: readonly unknown[] };

/** What can be judged before decoding: the first page holds the head of the stream. */
function refusalOf(bytes: Uint8Array): Read | undefined {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 512));
  if (start.toString("latin1", 0, 4) !== "OggS") return { status: "corrupt", reason: "no Ogg page at its start" };
  const head = start.indexOf("OpusHead");
  if (head < 0) return { status: "unsupported", reason: "Ogg, but not Opus" };
  const channels = start[head + 9] ?? 0;
  // Voice is mono or stereo; up to 255 channels are a way to ask for memory.
  if (channels < 1 || channels > 2) return { status: "unsupported", reason: `${channels} channels` };
  const shown = durationOf(bytes);
  return shown > maxNoteS ? { status: "too_large", reason: `longer than ${maxNoteS} s` } : undefined;
}

/** What the pages themselves say, seconds: the position on the last page that parses, in 1/48,000 s. */
function durationOf(bytes: Uint8Array): number {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const last = view.lastIndexOf("OggS");
  if (last < 0 || last + 14 > view.length) return 0;
  const position = view.readBigInt64LE(last + 6);
  return position > 0n ? Number(position) / 48_000 : 0;
}

function monoOf([first, second]: readonly Float32Array[], length: number): Int16Array {
  const mono = new Int16Array(Math.min(length, first?.length ?? 0));
  for (let at = 0; at < mono.length; at++) {
    const left = first?.[at] ?? 0;
    const level = second === undefined ? left : (left + (second[at] ?? 0)) / 2;
    mono[at] = Math.round(Math.max(-1, Math.min(1, level)) * 32_767);
  }
  return mono;
}

function joined(pieces: readonly Int16Array[], total: number): Uint8Array {
  const samples = new Int16Array(total);
  let at = 0;
  for (const piece of pieces) {
    samples.set(piece, at);
    at += piece.length;
  }
  return new Uint8Array(samples.buffer, 0, at * 2);
}
