import { state } from "./chat-state.js";
import { button, byId, element, faceOf, shownContact, tell, timeOf } from "./dom.js";
import { word } from "./words.js";

/** The list of chats, and the line about the chosen one. */
export function showChats() {
  const newest = [...state.chats.values()].sort((a, b) => (a.lastActivityAt < b.lastActivityAt ? 1 : -1)).slice(0, 100);
  byId("chats").replaceChildren(...newest.map(chatOf));
  if (newest.length === 0) byId("chats").append(Object.assign(element("p", "", word.none), { id: "none" }));
  const chosen = state.chats.get(state.chat);
  byId("who").hidden = !chosen;
  if (!chosen) return;
  const name = element("div", "", element("strong", "", shownContact(chosen.contact)), stateOf(chosen));
  const files = button("", word.files, () => tell("show-files", { chat: chosen.chat }));
  byId("who").replaceChildren(faceOf(chosen.contact), name, files, ...switchOf());
}

function chatOf(chat) {
  const made = element(
    "button",
    "",
    faceOf(chat.contact),
    element("strong", "", shownContact(chat.contact)),
    element("time", "", timeOf(chat.lastActivityAt)),
    element("small", "", chat.lastText ?? word.status[chat.state] ?? " "),
  );
  made.setAttribute("aria-current", String(chat.chat === state.chat));
  made.onclick = () => tell("choose-chat", chat.chat);
  return made;
}

function stateOf(chat) {
  if (!state.bot?.paused) return element("small", "", word.turns(chat.turns));
  const { reason, until } = state.bot;
  return element("small", "paused", [word.paused, reason, until && `→ ${timeOf(until)}`].filter(Boolean).join(" · "));
}

function switchOf() {
  if (state.bot === undefined) return [];
  const paused = state.bot.paused;
  return [button("", paused ? word.resume : word.pause, () => tell("switch-bot", paused))];
}
