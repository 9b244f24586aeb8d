import { parseArgs } from "node:util";
import { isChatId } from "@parley/contract/ids";
import type { Command, Terminal } from "../command.ts";

const usage = "<account>~<contact> [--url <gateway>]";
const timeoutMs = 10_000;

export const forget: Command = {
  name: "forget",
  usage,
  summary:
    "delete what is kept of a chat: state, timeline, files, dead letters (PARLEY_API_TOKEN, if the gateway has one)",
  run: (args, terminal) => {
    const { chat, url } = read(args, terminal.gatewayUrl);
    if (chat === undefined || url === undefined) {
      terminal.complain(`Usage: parley forget ${usage}`);
      return 2;
    }
    return ask(chat, url, terminal);
  },
};

function read(args: readonly string[], standardUrl: string): { chat?: string; url?: string } {
  try {
    const options = { url: { type: "string", default: standardUrl } } as const;
    const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options });
    const [chat] = positionals;
    if (chat === undefined || positionals.length > 1 || !isChatId(chat) || !URL.canParse(values.url)) return {};
    return { chat, url: values.url };
  } catch {
    return {};
  }
}

async function ask(chat: string, url: string, { print, complain, apiToken }: Terminal): Promise<number> {
  const headers: Record<string, string> = apiToken === undefined ? {} : { authorization: `Bearer ${apiToken}` };
  let status: number;
  try {
    const path = new URL(`/api/chats/${encodeURIComponent(chat)}`, url);
    status = (await fetch(path, { method: "DELETE", headers, signal: AbortSignal.timeout(timeoutMs) })).status;
  } catch {
    complain(`No answer from the gateway at ${url}: is it running there? (--url names another)`);
    return 1;
  }
  if (status === 202) {
    print("The chat is being forgotten: what is under way in it ends first. Asked again, 404 says that it is done.");
    return 0;
  }
  complain(reasonOf(status));
  return 1;
}

function reasonOf(status: number): string {
  switch (status) {
    case 404:
      return "There is no such chat: it is unknown, or forgotten already.";
    case 401:
    case 403:
      return "The gateway wants another token: set PARLEY_API_TOKEN to the gateway's.";
    case 503:
      return "The gateway could not store the request: try again when NATS is back.";
    default:
      return `The gateway answered ${status}.`;
  }
}
