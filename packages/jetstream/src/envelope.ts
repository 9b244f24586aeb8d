import { decode, encode } from "@parley/contract/codec";
import type { Message, Trace } from "@parley/contract/message";

/** A place in a source: stream sequence and index in that message's batch, as one number that sorts. */
export const slotsPerMessage = 4096;
export function positionOf(seq: number, index: number): number {
  return seq * slotsPerMessage + index;
}
export function seqOf(position: number): number {
  return Math.floor(position / slotsPerMessage);
}

/** A message on its way to an actor. In an inbox batch and in a journal's section for a reader. */
export type Envelope = {
  key: string;
  message: Message;
  trace: Trace;
  /** Cross-key messages: the sender's partition (`<service>.<pp>`) and its journal position, for dedupe by the receiver. */
  from?: string | undefined;
  fromPosition?: number | undefined;
  /** A fired timer: its name and the record number that set it. */
  timer?: readonly [name: string, setBy: number] | undefined;
};

type Wire = [key: string, message: Message, trace: WireTrace, ...rest: unknown[]];
type WireTrace = [originMs: number, ...stages: Array<string | number>];

/** A batch as msgpack: `[[key, message, [originMs, stage, queuedMs, handledMs, …], from?, fromPosition?, timer?, setBy?], …]`. */
export function encodeBatch(envelopes: readonly Envelope[]): Uint8Array {
  return encode(envelopes.map(toWire));
}

export function encodeEnvelope(envelope: Envelope): Uint8Array {
  return encode(toWire(envelope));
}

function toWire(envelope: Envelope): Wire {
  const trace: WireTrace = [envelope.trace.originMs];
  for (const { stage, queuedMs, handledMs } of envelope.trace.stages) {
    trace.push(stage, Math.round(queuedMs * 1000), Math.round(handledMs * 1000));
  }
  if (envelope.timer) return [envelope.key, envelope.message, trace, null, null, envelope.timer[0], envelope.timer[1]];
  if (envelope.from !== undefined) {
    return [envelope.key, envelope.message, trace, envelope.from, envelope.fromPosition];
  }
  return [envelope.key, envelope.message, trace];
}

/** Throws `PermanentError("message.malformed")`; an element that is no envelope is left out as undefined. */
export function decodeBatch(bytes: Uint8Array): Array<Envelope | undefined> {
  const list = decode(bytes);
  return Array.isArray(list) ? list.map(fromWire) : [];
}

function fromWire(wire: unknown): Envelope | undefined {
  if (!Array.isArray(wire)) return undefined;
  const [key, message, trace, from, fromPosition, timer, setBy]: unknown[] = wire;
  if (typeof key !== "string" || !isMessage(message) || !Array.isArray(trace)) return undefined;
  const envelope: Envelope = { key, message, trace: readTrace(trace) };
  if (typeof from === "string" && typeof fromPosition === "number") {
    envelope.from = from;
    envelope.fromPosition = fromPosition;
  }
  if (typeof timer === "string" && typeof setBy === "number") envelope.timer = [timer, setBy];
  return envelope;
}

export function isMessage(value: unknown): value is Message {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

function readTrace(wire: unknown[]): Trace {
  const stages: Trace["stages"] = [];
  for (let i = 1; i + 2 < wire.length; i += 3) {
    stages.push({
      stage: String(wire[i]),
      queuedMs: Number(wire[i + 1]) / 1000,
      handledMs: Number(wire[i + 2]) / 1000,
    });
  }
  return { originMs: Number(wire[0]), stages };
}
