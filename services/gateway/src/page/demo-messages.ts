import { z } from "zod";
import { badRequest, HttpError, notFound } from "../http-error.ts";
import { type Handler, json, readJson } from "../http-request.ts";

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
    if (simulator === undefined) throw new HttpError(404, "not-found", "no simulated WhatsApp is in use");
    const message = DemoMessage.safeParse(await readJson(request));
    if (!message.success) throw badRequest("not a message", z.flattenError(message.error).fieldErrors);
    // It answers once its webhook got its 200.
    const path = "option" in message.data ? "/simulator/taps" : "/simulator/messages";
    const response = await fetch(new URL(path, simulator), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(message.data),
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
    }).catch((cause: unknown) => {
      throw new HttpError(503, "dependency.unavailable", "the simulated WhatsApp does not answer", { cause });
    });
    if (response.status === 404) throw notFound("no message to this customer has the option");
    const answer = SimulatorAnswer.safeParse(await response.json().catch(() => undefined));
    if (!response.ok || !answer.success) {
      throw new HttpError(503, "dependency.unavailable", `the simulated WhatsApp answers ${response.status}`);
    }
    return json(202, { messageId: answer.data.id });
  };
}
