import { startSimulatedTranscriber } from "@parley/testkit/simulated-transcriber";
import { expect, onTestFinished, test } from "vitest";
import { eventually, openInstallation } from "./installation.ts";

test("a voice note is listened to in the language its chat is written in, the first of a chat in any", async () => {
  const transcriber = await startSimulatedTranscriber();
  onTestFinished(() => transcriber.stop());
  const parley = await openInstallation({ env: { TRANSCRIBE_URL: transcriber.url } });
  onTestFinished(() => parley.stop());
  const heard = { kind: "text", text: "what time do you open tomorrow?", language: "english" } as const;
  transcriber.play(heard, heard);
  const ana = parley.customer("5215500000301");
  const luis = parley.customer("5215500000302");
  await ana.says("good morning, could you please tell me what kinds of bread you have today?");
  await ana.says("and would it be possible to have them delivered to my house this afternoon?");
  await ana.replies(2);
  // Intel writes its page a little after it has answered.
  await eventually(async () => {
    const { body } = await parley.request(`/api/chats/${encodeURIComponent(ana.chat)}`);
    return JSON.stringify(body);
  }).toContain('"en":');
  for (const [{ from }, end] of [
    [luis, "1"],
    [ana, "2"],
  ] as const) {
    const id = await parley.whatsapp.customerSends("audio", { from, bytes: aNote(end), mimeType: "audio/wav" });
    expect(await parley.ended(id)).toMatchObject({ processing: { media: { items: [{ status: "ok" }] } } });
  }
  expect(transcriber.requests.map(({ fields }) => fields.language)).toEqual([undefined, "en"]);
});

/** The beginning of a WAV: such a file goes to the engine as it is. */
function aNote(end: string): Buffer<ArrayBuffer> {
  return Buffer.from(`RIFF\0\0\0\0WAVEfmt ${end.repeat(100)}`, "latin1");
}
