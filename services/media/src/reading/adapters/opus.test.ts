import { expect, test } from "vitest";
import { readOpus } from "./opus.ts";

/** One Ogg page of the stream; the decoder asks for no checksum. */
function page(number: number, position: number, packets: readonly Buffer[]): Buffer {
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

type Note = { packets?: number; channels?: number; position?: number };

/** A note of so many packets of 20 ms, all silence, of a head with so many channels. */
function aNote({ packets = 50, channels = 1, position = packets * 960 }: Note = {}): Buffer {
  const head = Buffer.from("OpusHead\x01\x01\0\0\x80\xbb\0\0\0\0\0", "latin1");
  head[9] = channels;
  const tags = Buffer.from("OpusTags\x04\0\0\0test\0\0\0\0", "latin1");
  const silence = Buffer.from([0xf8, 0xff, 0xfe]);
  const pages = [page(0, 0, [head]), page(1, 0, [tags])];
  for (let from = 0; from < packets; from += 200) {
    const count = Math.min(200, packets - from);
    pages.push(
      page(pages.length, from + count === packets ? position : (from + count) * 960, Array(count).fill(silence)),
    );
  }
  return Buffer.concat(pages);
}

test("a note becomes 16,000 samples a second of two bytes", async () => {
  const { status, durationS, samples } = await readOpus(aNote({ packets: 500 }));
  expect({ status, bytes: samples?.byteLength }).toEqual({ status: "ok", bytes: (durationS ?? 0) * 32_000 });
  expect(durationS).toBeCloseTo(10, 1);
});

test("a note that says it is longer than ten minutes is not decoded", async () => {
  const note = aNote({ position: 48_000 * 601 });
  expect(await readOpus(note)).toEqual({ status: "too_large", reason: "longer than 600 s" });
});

test.each([
  ["nothing", Buffer.alloc(0), "corrupt"],
  ["only the magic", Buffer.from("OggS"), "unsupported"],
  ["a WAV", Buffer.from("RIFF\0\0\0\0WAVEfmt "), "corrupt"],
  ["only the head", aNote().subarray(0, 47), "corrupt"],
  ["five channels", aNote({ channels: 5 }), "unsupported"],
  ["no channel", aNote({ channels: 0 }), "unsupported"],
])("%s ends typed", async (_, bytes, status) => {
  expect(await readOpus(bytes)).toMatchObject({ status });
});
