import { access } from "./api.js";
import { simulator, state } from "./chat-state.js";
import { showChats } from "./chats-view.js";
import { button, byId, element, tell } from "./dom.js";
import { showMessage, showTurn } from "./turn-view.js";
import { word } from "./words.js";

const tries = ["¿A qué hora abren?", "Do you deliver?", "Quiero hacer un pedido"];

/** The chosen chat, oldest first. */
export function showTurns() {
  const list = byId("turns");
  const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 120;
  const messages = [...state.messages.values()].sort((a, b) => a.n - b.n);
  const items = [];
  for (const turn of [...state.turns.values()].sort((a, b) => a.turn - b.turn)) {
    while (messages[0] && messages[0].requestedAt < turn.receivedAt) items.push(showMessage(messages.shift()));
    items.push(showTurn(turn));
  }
  items.push(...messages.map(showMessage));
  for (const text of state.sent.values()) {
    items.push(element("li", "", element("div", "bubble", text), element("div", "under", word.sending)));
  }
  for (const { chat, text } of state.written.values()) {
    if (chat !== state.chat) continue;
    items.push(element("li", "", element("div", "bubble us person", text), element("div", "under us", word.sending)));
  }
  list.replaceChildren(...(items.length ? items : [emptyState()]));
  if (atEnd) toEnd();
}

export function toEnd() {
  byId("turns").scrollTop = byId("turns").scrollHeight;
}

let drawing = false;
/** Once a frame, however many turns come. */
export function draw() {
  if (drawing) return;
  drawing = true;
  requestAnimationFrame(() => {
    drawing = false;
    showChats();
    showTurns();
  });
}

function emptyState() {
  const title = access.locked ? word.lockedTitle : word.emptyTitle;
  const text = access.locked ? word.lockedText : simulator ? word.empty : word.emptyReal;
  const mark = document.querySelector(".mark").cloneNode(true);
  const item = element("li", "empty", mark, element("strong", "", title), element("span", "", text));
  if (!simulator || access.locked) return item;
  item.append(element("div", "tries", ...tries.map((say) => button("", say, () => tell("say", say)))));
  return item;
}
