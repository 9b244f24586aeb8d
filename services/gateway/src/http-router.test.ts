import { expect, test } from "vitest";
import { plainText } from "./http-request.ts";
import { createRouter } from "./http-router.ts";

const handle = () => plainText(200, "");
const router = createRouter([
  { method: "GET", path: "/webhook", handle },
  { method: "POST", path: "/webhook", handle },
  { method: "GET", path: "/api/chats/:chat/timeline", handle },
]);

test("a path leads to its route, with its segments decoded", () => {
  expect(router("POST", "/webhook").route.method).toBe("POST");
  expect(router("HEAD", "/webhook").route.method).toBe("GET");
  expect(router("GET", "/api/chats/1%7E2/timeline").params).toEqual({ chat: "1~2" });
});

test("an unknown path is 404, a known one with another method 405, a broken escape 400", () => {
  expect(() => router("GET", "/nothing")).toThrow(expect.objectContaining({ status: 404 }));
  expect(() => router("GET", "/api/chats//timeline")).toThrow(expect.objectContaining({ status: 404 }));
  expect(() => router("DELETE", "/webhook")).toThrow(
    expect.objectContaining({ status: 405, headers: { allow: "GET, POST" } }),
  );
  expect(() => router("GET", "/api/chats/%zz/timeline")).toThrow(expect.objectContaining({ status: 400 }));
});
