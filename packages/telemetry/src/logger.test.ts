import { expect, test } from "vitest";
import { chatHash, createLogger } from "./logger.ts";

function capture() {
  const lines: string[] = [];
  return { lines, log: createLogger("session", { destination: { write: (line: string) => void lines.push(line) } }) };
}

test("a log line is JSON with its service, level and sentence", () => {
  const { lines, log } = capture();
  log.info({ attempt: 2 }, "turn stored");
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({
    service: "session",
    level: "info",
    attempt: 2,
    message: "turn stored",
  });
});

test("a phone number or a text that somebody logs anyway is not written", () => {
  const { lines, log } = capture();
  log.warn({ phone: "+34600111222", message1: { text: "my secret", from: "34600111222" } }, "odd");
  expect(lines.join("")).not.toMatch(/600111222|my secret/);
});

test("a chat has the same short name in every log, without its phone number", () => {
  expect(chatHash("1555~34600111222")).toBe(chatHash("1555~34600111222"));
  expect(chatHash("1555~34600111222")).toMatch(/^[0-9a-f]{12}$/);
  expect(chatHash("1555~34600111223")).not.toBe(chatHash("1555~34600111222"));
});
