import { createServer } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { runCommand } from "../run-command.ts";

type Asked = { method: string | undefined; path: string | undefined; token: string | undefined };

/** A gateway that answers every request with this status. */
async function aGateway(status: number) {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    asked.push({ method: request.method, path: request.url, token: request.headers.authorization });
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { url: `http://127.0.0.1:${address.port}`, asked };
}

async function parley(args: string[], apiToken?: string) {
  const said: string[] = [];
  const write = (line: string) => void said.push(line);
  const terminal = { print: write, complain: write, businessFile: "", gatewayUrl: "http://127.0.0.1:1", apiToken };
  return { code: await runCommand(args, terminal), said: said.join("\n") };
}

test("a chat is asked to be forgotten at the gateway that is named, with the token", async () => {
  const { url, asked } = await aGateway(202);
  const { code, said } = await parley(["forget", "100~5215512345678", "--url", url], "secret");
  expect([code, said]).toEqual([0, expect.stringContaining("is being forgotten")]);
  expect(asked).toEqual([{ method: "DELETE", path: "/api/chats/100~5215512345678", token: "Bearer secret" }]);
});

test.each([
  [404, "no such chat"],
  [401, "PARLEY_API_TOKEN"],
  [503, "try again"],
  [500, "answered 500"],
])("an answer of %i is explained", async (status, words) => {
  const { url } = await aGateway(status);
  const { code, said } = await parley(["forget", "100~5215512345678", "--url", url]);
  expect([code, said]).toEqual([1, expect.stringContaining(words)]);
});

test("a gateway that cannot be reached is named", async () => {
  const { code, said } = await parley(["forget", "100~5215512345678"]);
  expect([code, said]).toEqual([1, expect.stringContaining("No answer from the gateway at http://127.0.0.1:1")]);
});

test.each([[[]], [["100"]], [["1~2", "3~4"]], [["1~2", "--url", "nowhere"]], [["1~2", "--force"]]])(
  "%j is no call of it",
  async (args) => {
    const { code, said } = await parley(["forget", ...args]);
    expect([code, said]).toEqual([2, expect.stringContaining("Usage: parley forget")]);
  },
);
