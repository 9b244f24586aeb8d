import { z } from "zod";
import { Fault, type Faults } from "./simulated-whatsapp-faults.ts";
import { SentFile } from "./simulated-whatsapp-files.ts";
import { parseJson, type Reply } from "./simulated-whatsapp-http.ts";
import type { FileStore } from "./simulated-whatsapp-media.ts";
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

/** A tap on an option of a message that was sent, in code and as the body of `POST /simulator/taps`. */
export const CustomerTap = CustomerText.omit({ text: true }).extend({
  option: z.string().min(1),
  /** The message with the option; the newest that has it when absent. */
  message: z.string().min(1).optional(),
});
export type CustomerTap = z.infer<typeof CustomerTap>;

type Dependencies = {
  faults: Faults;
  sent: SentLog;
  files: FileStore;
  stats: () => object;
  customerSays: (text: CustomerText) => Promise<string>;
  customerSendsFile: (file: SentFile, bytes: Uint8Array) => Promise<string>;
  /** Undefined when no message has the option. */
  customerTaps: (tap: CustomerTap) => Promise<string | undefined>;
  setWebhookUrl: (url: string) => Promise<void>;
};

const mostListed = 1000;
const noUpload: Reply = { status: 404, body: { error: { code: "not-found", message: "no such upload" } } };
const noOption: Reply = {
  status: 404,
  body: { error: { code: "not-found", message: "no message to this customer has the option" } },
};

/** The HTTP controls for other processes, below `/simulator/`. Undefined for a path that is none of them. */
export function createControl(dependencies: Dependencies) {
  const { faults, sent, files, stats, customerSays, customerSendsFile, customerTaps, setWebhookUrl } = dependencies;
  return async (method: string, url: URL, body: Buffer): Promise<Reply | undefined> => {
    const upload = /^\/simulator\/uploads\/(\d+)$/.exec(url.pathname)?.[1];
    if (upload !== undefined) return ofUpload(method, upload, files);
    switch (`${method} ${url.pathname}`) {
      case "GET /simulator/stats":
        return { status: 200, body: stats() };
      case "GET /simulator/sent": {
        const contact = url.searchParams.get("contact");
        const after = Number(url.searchParams.get("after") ?? 0);
        const items = (contact === null ? sent.all() : sent.to(contact)).filter(({ n }) => n > after);
        return { status: 200, body: { items: items.slice(0, mostListed) } };
      }
      case "GET /simulator/uploads":
        return { status: 200, body: { items: files.uploads() } };
      case "POST /simulator/messages":
        return withBody(CustomerText, body, async (text) => ({ id: await customerSays(text) }));
      case "POST /simulator/files": {
        const file = SentFile.safeParse(Object.fromEntries(url.searchParams));
        return file.success
          ? { status: 200, body: { id: await customerSendsFile(file.data, body) } }
          : malformed(file.error);
      }
      case "POST /simulator/taps":
        return withBody(CustomerTap, body, async (tap) => {
          const id = await customerTaps(tap);
          return id === undefined ? noOption : { id };
        });
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

/** `GET` gives the bytes of an upload, `DELETE` lets it expire. */
function ofUpload(method: string, id: string, files: FileStore): Reply | undefined {
  const file = files.get(id);
  if (file?.account === undefined) return noUpload;
  if (method === "GET") return { status: 200, body: file.bytes, headers: { "content-type": file.mimeType } };
  if (method !== "DELETE") return undefined;
  files.expire(id);
  return { status: 200, body: { id, expired: true } };
}

async function withBody<T>(
  schema: z.ZodType<T>,
  body: Buffer,
  act: (value: T) => Promise<object | Reply>,
): Promise<Reply> {
  const read = schema.safeParse(parseJson(body));
  if (read.success) {
    const answer = await act(read.data);
    return "status" in answer ? answer : { status: 200, body: answer };
  }
  return malformed(read.error);
}

function malformed(why: z.ZodError): Reply {
  return { status: 400, body: { error: { code: "message.malformed", message: z.prettifyError(why) } } };
}
