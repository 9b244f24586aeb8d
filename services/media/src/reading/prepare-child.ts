import { readInChild } from "./read-in-child.ts";
import type { ReadTask } from "./read-task.ts";

/** What the children of a pool are for. Both steps of a scan take much memory, so they are two children's. */
export const childRoles = ["documents", "drawing", "photos", "voice"] as const;
export type ChildRole = (typeof childRoles)[number];

type Sample = { task: ReadTask; bytes: () => Uint8Array };

const pdf = () =>
  Buffer.from(
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n" +
      "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 32 32]>>endobj\ntrailer<</Root 1 0 R/Size 4>>",
  );
const samples: Record<ChildRole, readonly Sample[]> = {
  documents: [
    { task: { kind: "pdf" }, bytes: pdf },
    { task: { kind: "csv" }, bytes: () => Buffer.from("a,b\n1,2\n") },
    { task: { kind: "text" }, bytes: () => Buffer.from("a text") },
    { task: { kind: "fields" }, bytes: () => Buffer.from('[{"text":"TOTAL 48 EUR","confidence":1}]') },
  ],
  drawing: [{ task: { kind: "page" }, bytes: pdf }],
  photos: [{ task: { kind: "image" }, bytes: whitePng }],
  voice: [{ task: { kind: "opus" }, bytes: silentNote }],
};

/**
 * Reads something small of each kind, so that every library is loaded and every engine started: the time a file has is then
 * its own. Throws when something cannot be loaded, which is no file's fault.
 */
export async function prepareChild(role: string): Promise<void> {
  const wanted = childRoles.find((known) => known === role);
  if (wanted === undefined) return;
  if (wanted === "documents") await Promise.all([import("./read-docx.ts"), import("./read-xlsx.ts")]);
  for (const { task, bytes } of samples[wanted]) {
    const { status, reason } = await readInChild(task, bytes());
    if (status !== "ok") throw new Error(`the sample of ${task.kind} is ${status}: ${reason}`);
  }
}

/** 32 x 32 pixels. */
function whitePng(): Uint8Array {
  return Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAACAAAAAgCAMAAABEpIrGAAAAA1BMVEX///+nxBvIAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAEklEQVQ4y2NgGAWjYBSMAuwAAAQgAAFWu83mAAAAAElFTkSuQmCC",
    "base64",
  );
}

/** An Ogg Opus note of half a second of silence. */
function silentNote(): Uint8Array {
  const head = Buffer.from("OpusHead\x01\x01\0\0\x80\xbb\0\0\0\0\0", "latin1");
  const tags = Buffer.from("OpusTags\x06\0\0\0parley\0\0\0\0", "latin1");
  const packets = Array.from({ length: 25 }, () => Buffer.from([0xf8, 0xff, 0xfe]));
  return Buffer.concat([oggPage(0, 0, [head]), oggPage(1, 0, [tags]), oggPage(2, 24_000, packets)]);
}

/** One page; the decoder asks for no checksum. */
function oggPage(number: number, position: number, packets: readonly Buffer[]): Buffer {
  const header = Buffer.alloc(27 + packets.length);
  header.write("OggS", 0, "latin1");
  header[5] = number === 0 ? 2 : 0;
  header.writeBigInt64LE(BigInt(position), 6);
  header.writeUInt32LE(7, 14);
  header.writeUInt32LE(number, 18);
  header[26] = packets.length;
  for (const [at, packet] of packets.entries()) header.writeUInt8(packet.length, 27 + at);
  return Buffer.concat([header, ...packets]);
}
