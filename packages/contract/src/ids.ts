import { createHash } from "node:crypto";
import { PermanentError } from "./errors.ts";

/** One account with one contact or group: `<account>~<contact>`, both escaped, together one subject token. */
export type ChatId = string;
/** `<chat>:<n>`, n from 1. */
export type TurnId = string;
/** `<turn id>/<n>`, n from 1: one thing the outside sees. Travels as `biz_opaque_callback_data`. */
export type EffectId = string;

const plain = /^[A-Za-z0-9_-]+$/;

/** Makes any text safe inside a subject token and a KV key: other bytes become `=XX` (UTF-8, upper-case hex). */
export function escapeToken(text: string): string {
  if (plain.test(text)) return text;
  let escaped = "";
  for (const byte of Buffer.from(text, "utf8")) {
    const char = String.fromCharCode(byte);
    escaped += plain.test(char) ? char : `=${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  }
  return escaped;
}

/** Undoes `escapeToken`. */
export function unescapeToken(token: string): string {
  if (!token.includes("=")) return token;
  const bytes: number[] = [];
  for (let i = 0; i < token.length; i++) {
    if (token[i] === "=") {
      bytes.push(Number.parseInt(token.slice(i + 1, i + 3), 16));
      i += 2;
    } else bytes.push(token.charCodeAt(i));
  }
  return Buffer.from(bytes).toString("utf8");
}

export function chatId(account: string, contact: string): ChatId {
  if (account === "" || contact === "") {
    throw new PermanentError("message.malformed", "a chat needs an account and a contact");
  }
  return `${escapeToken(account)}~${escapeToken(contact)}`;
}

const chatPattern = /^[A-Za-z0-9_=-]{1,256}~[A-Za-z0-9_=-]{1,512}$/;

/** True for text that has the form of a chat id (it may still be unknown). */
export function isChatId(text: string): boolean {
  return chatPattern.test(text);
}

/** The account and contact of a chat, unescaped. Throws `PermanentError("message.malformed")`. */
export function parseChatId(chat: ChatId): { account: string; contact: string } {
  if (!isChatId(chat)) throw new PermanentError("message.malformed", "not a chat id: want <account>~<contact>");
  const at = chat.indexOf("~");
  return { account: unescapeToken(chat.slice(0, at)), contact: unescapeToken(chat.slice(at + 1)) };
}

export function turnId(chat: ChatId, turn: number): TurnId {
  return `${chat}:${turn}`;
}

export function effectId(turn: TurnId, n: number): EffectId {
  return `${turn}/${n}`;
}

const effectPattern = /^([A-Za-z0-9_=~-]+):(\d{1,15})\/(\d{1,9})$/;

/** The parts of an effect id, or undefined when the text is not one of ours. */
export function parseEffectId(text: string): { chat: ChatId; turn: number; n: number } | undefined {
  const match = effectPattern.exec(text);
  const chat = match?.[1];
  if (!chat || !isChatId(chat)) return undefined;
  return { chat, turn: Number(match[2]), n: Number(match[3]) };
}

/** A provider id as one fixed-length token (128 bit): ids hold dots, slashes and phone numbers. */
export function providerIdHash(providerId: string): string {
  return createHash("sha256").update(providerId).digest("base64url").slice(0, 22);
}
