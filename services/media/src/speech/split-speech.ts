import { sampleRate } from "./wav.ts";

/** A stretch of a note: its samples and where it begins, seconds. */
export type Stretch = { startS: number; samples: Int16Array };

/** Longest stretch given to an engine at once, and how far before its end a pause is looked for, seconds. */
export const maxStretchS = 120;
const searchS = 20;
const frame = sampleRate / 50;
const framesOfPause = 15;
// -60 dB of full scale: the noise of a telephone lies well above it.
const silentLevel = 33;

/** Cuts a long note into stretches of at most two minutes, each cut in the quietest 300 ms near its end. */
export function splitSpeech(samples: Int16Array): Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  while (from < samples.length) {
    const rest = samples.length - from;
    const end =
      rest <= maxStretchS * sampleRate ? samples.length : quietestCut(samples, from + maxStretchS * sampleRate);
    stretches.push({ startS: from / sampleRate, samples: samples.subarray(from, end) });
    from = end;
  }
  return stretches;
}

/** Nothing that an engine could hear: it would make something up. */
export function isSilent(samples: Int16Array): boolean {
  for (let at = 0; at < samples.length; at += frame) if (levelOf(samples, at) > silentLevel) return false;
  return true;
}

function quietestCut(samples: Int16Array, latest: number): number {
  const first = latest - searchS * sampleRate;
  const levels: number[] = [];
  for (let at = first; at + frame <= latest; at += frame) levels.push(levelOf(samples, at));
  let [best, quietest] = [levels.length - framesOfPause, Number.POSITIVE_INFINITY];
  // From the end, so that of equal pauses the later one makes the longer stretch.
  for (let start = levels.length - framesOfPause; start >= 0; start--) {
    const level = Math.max(...levels.slice(start, start + framesOfPause));
    if (level < quietest) [best, quietest] = [start, level];
  }
  return first + (best + Math.floor(framesOfPause / 2)) * frame;
}

/** Root mean square of one frame of 20 ms. */
function levelOf(samples: Int16Array, from: number): number {
  const end = Math.min(from + frame, samples.length);
  let sum = 0;
  for (let at = from; at < end; at++) sum += (samples[at] ?? 0) ** 2;
  return Math.sqrt(sum / Math.max(1, end - from));
}
