import { z } from "zod";
import { badRequest, HttpError, notFound } from "../http-error.ts";
import { type Handler, type HttpAnswer, json, readJson } from "../http-request.ts";

/** What somebody does on the demo page: who the customer is, and what they say or which option they tap. */
const customer = {
  from: z.string().regex(/^\d{7,15}$/, "digits of a phone number"),
  name: z.string().min(1).max(100).optional(),
};
const DemoText = z.strictObject({ ...customer, text: z.string().min(1).max(4_096) });
const DemoTap = z.strictObject({
  ...customer,
  option: z.string().min(1).max(256),
  message: z.string().min(1).max(200).optional(),
});
const DemoMessage = z.union([DemoText, DemoTap]);

const timeoutMs = 5_000;
const SimulatorAnswer = z.object({ id: z.string() });

/** `POST /demo/messages`: a customer writes or taps, through the simulated WhatsApp. 404 when a real one is used. */
export function sendDemoMessage(simulator: string | undefined): Handler {
  return async (request) => {
    const url = orNotFound(simulator);
    const message = DemoMessage.safeParse(await readJson(request));
    if (!message.success) throw badRequest("not a message", z.flattenError(message.error).fieldErrors);
    const path = "option" in message.data ? "/simulator/taps" : "/simulator/messages";
    const headers = { "content-type": "application/json" };
    return askSimulator(new URL(path, url), { headers, body: JSON.stringify(message.data) });
  };
}

const text = (most: number) => z.string().min(1).max(most).optional();
const DemoFile = z.strictObject({ ...customer, type: text(100), filename: text(240), caption: text(1_024) });
// WhatsApp's own bound for voice notes and videos; its documents may be larger, but a demo holds them in memory.
const maxFileBytes = 16_000_000;
const binary = "application/octet-stream";

/** `POST /demo/files`: a customer sends the body as a file, the query says who and what. 413 above 16 MB. */
export function sendDemoFile(simulator: string | undefined): Handler {
  return async (request) => {
    const url = new URL("/simulator/files", orNotFound(simulator));
    // Not a type that another site's form could send without being asked.
    if (request.headers["content-type"] !== binary) {
      throw new HttpError(415, "message.malformed", `the body must be ${binary}; its own type goes into ?type=`);
    }
    const file = DemoFile.safeParse(Object.fromEntries(request.query));
    if (!file.success) throw badRequest("not a file", z.flattenError(file.error).fieldErrors);
    const body = await request.body(maxFileBytes);
    if (body.length === 0) throw badRequest("the file is empty");
    for (const [name, value] of Object.entries(file.data)) if (value !== undefined) url.searchParams.set(name, value);
    return askSimulator(url, { headers: { "content-type": binary }, body: new Uint8Array(body) });
  };
}

function orNotFound(simulator: string | undefined): string {
  if (simulator === undefined) throw notFound("no simulated WhatsApp is in use");
  return simulator;
}

/** It answers once its webhook got its 200. */
async function askSimulator(url: URL, asked: Pick<RequestInit, "headers" | "body">): Promise<HttpAnswer> {
  const signal = AbortSignal.timeout(timeoutMs);
  const response = await fetch(url, { method: "POST", redirect: "error", signal, ...asked }).catch((cause: unknown) => {
    throw new HttpError(503, "dependency.unavailable", "the simulated WhatsApp does not answer", { cause });
  });
  if (response.status === 404) throw notFound("no message to this customer has the option");
  const answer = SimulatorAnswer.safeParse(await response.json().catch(() => undefined));
  if (!response.ok || !answer.success) {
    throw new HttpError(503, "dependency.unavailable", `the simulated WhatsApp answers ${response.status}`);
  }
  return json(202, { messageId: answer.data.id });
}
