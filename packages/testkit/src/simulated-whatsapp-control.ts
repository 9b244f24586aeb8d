import { z } from "zod";
import { Fault, type Faults } from "./simulated-whatsapp-faults.ts";
import { parseJson, type Reply } from "./simulated-whatsapp-http.ts";
import type { SentLog } from "./simulated-whatsapp-sent.ts";

/** A customer's text, in code and as the body of `POST /simulator/messages`. */
export const CustomerText = z.strictObject({
  /** Phone or BSUID. */
  from: z.string().min(1),
  text: z.string().min(1),
  account: z.string().min(1).optional(),
  /** Message id; a repeated one is a duplicate. */
  id: z.string().min(1).optional(),
  name: z.string().optional(),
  bsuid: z.string().optional(),
});
export type CustomerText = z.infer<typeof CustomerText>;

type Dependencies = {
  faults: Faults;
  sent: SentLog;
  stats: () => object;
  customerSays: (text: CustomerText) => Promise<string>;
  setWebhookUrl: (url: string) => Promise<void>;
};

const mostListed = 1000;

/** The HTTP controls for other processes, below `/simulator/`. Undefined for a path that is none of them. */
export function createControl({ faults, sent, stats, customerSays, setWebhookUrl }: Dependencies) {
  return async (method: string, url: URL, body: Buffer): Promise<Reply | undefined> => {
    switch (`${method} ${url.pathname}`) {
      case "GET /simulator/stats":
        return { status: 200, body: stats() };
      case "GET /simulator/sent": {
        const contact = url.searchParams.get("contact");
        const after = Number(url.searchParams.get("after") ?? 0);
        const items = (contact === null ? sent.all() : sent.to(contact)).filter(({ n }) => n > after);
        return { status: 200, body: { items: items.slice(0, mostListed) } };
      }
      case "POST /simulator/messages":
        return withBody(CustomerText, body, async (text) => ({ id: await customerSays(text) }));
      case "POST /simulator/faults":
        return withBody(Fault, body, async (fault) => {
          faults.add(fault);
          return { items: faults.list() };
        });
      case "DELETE /simulator/faults":
        faults.clear();
        return { status: 200, body: { items: [] } };
      case "POST /simulator/webhook":
        return withBody(z.strictObject({ url: z.url() }), body, async ({ url: next }) => {
          await setWebhookUrl(next);
          return { url: next };
        });
      default:
        return undefined;
    }
  };
}

async function withBody<T>(schema: z.ZodType<T>, body: Buffer, act: (value: T) => Promise<object>): Promise<Reply> {
  const read = schema.safeParse(parseJson(body));
  if (read.success) return { status: 200, body: await act(read.data) };
  const error = { code: "message.malformed", message: z.prettifyError(read.error) };
  return { status: 400, body: { error } };
}
