import { type ErrorCode, PermanentError, TransientError } from "@parley/contract/errors";
import type { Reply } from "@parley/contract/reply";
import type { SendOutcome } from "@parley/whatsapp/graph-api";
import type { UploadOutcome } from "@parley/whatsapp/graph-upload";
import { describe, expect, test } from "vitest";
import { aFile, uploadsWith } from "./files/files.fixture.ts";
import type { SourceFile } from "./files/source-file.ts";
import { type Sendable, sendWithFiles } from "./send-with-files.ts";

const picture: Reply = { kind: "image", source: { path: "cake.png" }, caption: "Cake: $5", replyTo: "wamid.1" };
const signal = new AbortController().signal;
const refused = (graphCode: number, code: ErrorCode = "whatsapp.rejected"): SendOutcome => {
  return { kind: "rejected", retry: false, code, graphCode, message: `${graphCode}: no` };
};

type Given = {
  sends?: SendOutcome[];
  outcomes?: UploadOutcome[];
  open?: () => Promise<SourceFile>;
  patienceMs?: number;
};

function aSender({ sends = [], outcomes = [], open = async () => aFile(), patienceMs = 5_000 }: Given = {}) {
  const { uploads, uploaded, observed, log } = uploadsWith({ outcomes });
  const sent: Sendable["reply"][] = [];
  const send = sendWithFiles({
    send: async ({ reply }) => {
      sent.push(reply);
      return sends.shift() ?? { kind: "accepted", providerId: `out.${sent.length}` };
    },
    open,
    uploads,
    log,
    patienceMs,
  });
  const reply = (what: Reply = picture) =>
    send({ account: "100", contact: "5215500000001", reply: what, effect: "a~1:1/1" }, signal);
  return { reply, sent, uploaded, observed };
}

test("a picture is uploaded, then sent by its id; the next time the id is known", async () => {
  const { reply, sent, uploaded } = aSender();
  expect(await reply()).toEqual({ kind: "accepted", providerId: "out.1" });
  await reply();
  const byId = { kind: "image", mediaId: "media.1", caption: "Cake: $5", replyTo: "wamid.1" };
  expect(sent).toEqual([byId, byId]);
  expect(uploaded).toHaveLength(1);
});

test("texts and links are sent as they are", async () => {
  const { reply, sent, uploaded } = aSender();
  const replies: Reply[] = [
    { kind: "text", body: "hola" },
    { kind: "image", link: "https://files.test/a.png" },
  ];
  for (const one of replies) await reply(one);
  expect(sent).toEqual(replies);
  expect(uploaded).toEqual([]);
});

describe("an id that WhatsApp no longer knows", () => {
  test.each([100, 131009, 131052, 131053])("refused with %i, the file is uploaded once more and sent", async (code) => {
    const { reply, sent, uploaded, observed } = aSender({
      sends: [{ kind: "accepted", providerId: "x" }, refused(code)],
    });
    await reply();
    expect(await reply()).toMatchObject({ kind: "accepted" });
    expect(sent).toMatchObject([{ mediaId: "media.1" }, { mediaId: "media.1" }, { mediaId: "media.2" }]);
    expect(uploaded).toHaveLength(2);
    expect(observed).toEqual(["uploaded", "cached", "expired", "uploaded"]);
  });

  test("a file refused again leaves its caption as a text: it is not uploaded for ever", async () => {
    const { reply, sent, uploaded } = aSender({
      sends: [{ kind: "accepted", providerId: "x" }, refused(100), refused(100)],
    });
    await reply();
    expect(await reply()).toMatchObject({ kind: "accepted", fileError: { code: "whatsapp.rejected" } });
    expect(sent.slice(1)).toMatchObject([
      { mediaId: "media.1" },
      { mediaId: "media.2" },
      { kind: "text", body: "Cake: $5", replyTo: "wamid.1" },
    ]);
    expect(uploaded).toHaveLength(2);
  });
});

describe("a file that cannot be sent", () => {
  const gone = () => Promise.reject(new PermanentError("media.gone", "no such file"));

  test("leaves its caption as a text, and says why", async () => {
    const { reply, sent } = aSender({ open: gone });
    expect(await reply()).toMatchObject({
      kind: "accepted",
      fileError: { code: "media.gone", message: "no such file" },
    });
    expect(sent).toEqual([{ kind: "text", body: "Cake: $5", replyTo: "wamid.1" }]);
  });

  test("without a caption fails with its code", async () => {
    const { reply, sent } = aSender({ open: gone });
    const bare: Reply = { kind: "image", source: { path: "cake.png" } };
    expect(await reply(bare)).toMatchObject({ kind: "rejected", code: "media.gone" });
    expect(sent).toEqual([]);
  });

  test("for a bug of ours leaves its caption, too", async () => {
    const { reply } = aSender({ open: () => Promise.reject(new TypeError("a bug")) });
    expect(await reply()).toMatchObject({ kind: "accepted", fileError: { code: "handler.failed" } });
  });

  test("as WhatsApp refuses the upload, leaves its caption", async () => {
    const outcomes: UploadOutcome[] = [
      { kind: "rejected", retry: false, code: "whatsapp.rejected", graphCode: 100, message: "100: type" },
    ];
    expect(await aSender({ outcomes }).reply()).toMatchObject({
      kind: "accepted",
      fileError: { message: "100: type" },
    });
  });

  test("because of the customer or the window fails as any reply", async () => {
    const windowClosed = refused(131047, "whatsapp.window-closed");
    const { reply, sent } = aSender({ sends: [windowClosed] });
    expect(await reply()).toEqual(windowClosed);
    expect(sent).toHaveLength(1);
  });
});

describe("a WhatsApp or a store that is not there now", () => {
  test.each<[string, UploadOutcome]>([
    ["unavailable", { kind: "unavailable", message: "503" }],
    ["throttled", { kind: "throttled", scope: "number", graphCode: 4, retryAfterMs: 900 }],
    ["blocked", { kind: "blocked", code: "whatsapp.unauthorized", graphCode: 190, message: "token" }],
  ])("%s: nothing is sent, and the reply is tried again", async (_, outcome) => {
    const { reply, sent } = aSender({ outcomes: [outcome] });
    expect(await reply()).toMatchObject(outcome);
    expect(sent).toEqual([]);
    expect(await reply()).toMatchObject({ kind: outcome.kind === "throttled" ? "throttled" : "accepted" });
  });

  test("a store that does not answer is no doubt about the send", async () => {
    const open = () => Promise.reject(new TransientError("nats.unavailable", "no answer"));
    expect(await aSender({ open }).reply()).toEqual({ kind: "unavailable", message: "no answer" });
  });

  test("a file that takes too long is left to go on, and the reply is tried again", async () => {
    const { reply, sent } = aSender({ open: () => new Promise(() => {}), patienceMs: 5 });
    expect(await reply()).toMatchObject({ kind: "unavailable" });
    expect(sent).toEqual([]);
  });
});
