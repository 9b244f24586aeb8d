import { expect, test } from "vitest";
import { admission } from "./admission.ts";

const request = (path: string, headers: Record<string, string>) => ({
  method: "GET",
  path,
  headers,
  params: {},
  query: new URLSearchParams(),
  client: "127.0.0.1",
  body: async () => Buffer.alloc(0),
});
const limit = () => {};

test("with a token only its bearer may ask", () => {
  const admit = admission({ token: "0123456789abcdef", limit });
  const refused = expect.objectContaining({ status: 401 });
  expect(() => admit(request("/api/chats", {}))).toThrow(refused);
  expect(() => admit(request("/api/chats", { authorization: "Bearer 0123456789abcdeF" }))).toThrow(refused);
  admit(request("/api/chats", { authorization: "Bearer 0123456789abcdef" }));
  admit(request("/webhook", {}));
});

test("without a token a name that points here from outside is refused", () => {
  const admit = admission({ token: undefined, limit });
  admit(request("/api/chats", { host: "localhost:8080" }));
  admit(request("/api/chats", { host: "[::1]:8080" }));
  expect(() => admit(request("/api/chats", { host: "evil.example:8080" }))).toThrow(
    expect.objectContaining({ status: 403 }),
  );
});
