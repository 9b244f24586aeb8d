import { asJson, call, callJson, chatPath } from "./api.js";
import { mostTurns, state } from "./chat-state.js";
import { showChats } from "./chats-view.js";
import { byId, contactOf, tell } from "./dom.js";
import { draw, showTurns, toEnd } from "./turns-view.js";
import { word } from "./words.js";

/** Chooses a chat and shows what there is of it. */
export async function select(chat) {
  state.chat = chat;
  state.turns.clear();
  state.messages.clear();
  state.bot = undefined;
  state.botSetAt = 0;
  showChats();
  tell("chat-chosen");
  void loadMessages(chat).catch(() => undefined);
  void loadBot(chat).catch(() => undefined);
  const { items } = await callJson(chatPath(chat, "/timeline?limit=50"));
  if (state.chat !== chat) return;
  for (const turn of items) if (!state.turns.has(turn.turn)) state.turns.set(turn.turn, turn);
  showTurns();
  toEnd();
}

async function loadMessages(chat) {
  const { items } = await callJson(chatPath(chat, "/messages?limit=50"));
  if (state.chat !== chat) return;
  for (const message of items) if (!state.messages.has(message.n)) state.messages.set(message.n, message);
  draw();
}

// What a service keeps is written some seconds behind: what was just set here is believed for longer.
const botSettlesMs = 8000;
let botTimer;

async function loadBot(chat) {
  const { bot } = await callJson(chatPath(chat));
  if (state.chat !== chat || Date.now() - state.botSetAt < botSettlesMs) return;
  state.bot = bot;
  draw();
}

function botMayHaveChanged() {
  clearTimeout(botTimer);
  botTimer = setTimeout(() => state.chat && void loadBot(state.chat).catch(() => undefined), botSettlesMs + 500);
}

export function setBot(bot) {
  state.bot = bot;
  state.botSetAt = Date.now();
  botMayHaveChanged();
  draw();
}

/** Lets the assistant of the chosen chat answer again, or not. */
export async function switchBot(enabled) {
  const chat = state.chat;
  const body = JSON.stringify({ enabled, reason: enabled ? "" : word.pausedHere });
  await call(chatPath(chat, "/bot"), { method: "POST", headers: asJson, body });
  if (chat === state.chat) setBot(enabled ? { paused: false } : { paused: true, reason: word.pausedHere });
}

/** A message outside turns, as it was stored. */
export function takeMessage(message) {
  state.written.delete(message.requestId);
  if (message.chat !== state.chat) return;
  state.messages.set(message.n, message);
  if (state.messages.size > mostTurns) state.messages.delete(Math.min(...state.messages.keys()));
  botMayHaveChanged();
  draw();
}

/** A turn, as it was stored. */
export function takeTurn(turn) {
  const mine = state.sent.delete(turn.messageId);
  state.chatOf.set(turn.messageId, turn.chat);
  if (state.chatOf.size > 500) state.chatOf.delete(state.chatOf.keys().next().value);
  const known = state.chats.get(turn.chat);
  if (!known || known.turns <= turn.turn) state.chats.set(turn.chat, summaryOf(turn));
  if ((mine || state.chat === undefined) && turn.chat !== state.chat) void select(turn.chat).catch(() => undefined);
  else if (turn.chat === state.chat) {
    state.turns.set(turn.turn, turn);
    botMayHaveChanged();
  }
  if (state.turns.size > mostTurns) state.turns.delete(Math.min(...state.turns.keys()));
  if (state.chats.size > 500) state.chats.delete(state.chats.keys().next().value);
  draw();
}

function summaryOf({ chat, turn, text, type }) {
  const lastText = text?.slice(0, 160) ?? `[${type}]`;
  return { chat, contact: contactOf(chat), turns: turn, lastText, lastActivityAt: new Date().toISOString() };
}

export async function countLetters() {
  const { items } = await callJson("/api/dead-letters?status=open&limit=100");
  byId("letters").hidden = items.length === 0;
  byId("letters").textContent = word.letters(items.length);
}

/** All there is, after the page was opened or the connection was away. */
export async function load() {
  const { items } = await callJson("/api/chats?limit=100");
  state.chats = new Map(items.map((chat) => [chat.chat, chat]));
  showChats();
  await countLetters();
  if (!state.chat && items[0]) state.chat = items[0].chat;
  if (state.chat) await select(state.chat);
  else showTurns();
}
