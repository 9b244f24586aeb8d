import { createHash } from "node:crypto";
import { type DestinationStream, type Logger, type LoggerOptions, pino, stdTimeFunctions } from "pino";

export type { Logger } from "pino";

/** pino's levels, and `silent`. */
export const logLevels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

export type LoggerSettings = { level?: LogLevel; destination?: DestinationStream };

// A second line of defence: nothing of this may be given to a logger in the first place.
const secretFields = [
  "text",
  "body",
  "caption",
  "payload",
  "phone",
  "waId",
  "from",
  "to",
  "contact",
  "chat",
  "chatId",
  "token",
  "authorization",
  "password",
  "secret",
  "apiKey",
];

/**
 * JSON lines for `service`: a constant sentence plus fields. Phone numbers and message texts never belong in them; a
 * chat is named by `chatHash`.
 */
export function createLogger(service: string, { level = "info", destination }: LoggerSettings = {}): Logger {
  const options: LoggerOptions = {
    level,
    base: { service },
    messageKey: "message",
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: { paths: secretFields.flatMap((field) => [field, `*.${field}`]), censor: "[redacted]" },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** Twelve characters that stand for a chat in logs: the same for the same chat, and no way back to its phone number. */
export function chatHash(chat: string): string {
  return createHash("sha256").update(`parley:${chat}`).digest("hex").slice(0, 12);
}
