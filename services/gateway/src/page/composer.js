import { access, asJson, call, callJson, chatPath, setToken } from "./api.js";
import { simulator, state } from "./chat-state.js";
import { select, setBot } from "./conversation.js";
import { byId, tell } from "./dom.js";
import { showTurns, toEnd } from "./turns-view.js";
import { word } from "./words.js";

/** Which forms stand below the chat, and as whom one writes. */
export function showComposer() {
  byId("lock").hidden = !access.locked;
  byId("write").hidden = access.locked || (!simulator && state.chat === undefined);
  byId("write").classList.toggle("team", state.team);
  byId("as").hidden = !simulator || state.chat === undefined;
  byId("as-customer").setAttribute("aria-pressed", String(!state.team));
  byId("as-team").setAttribute("aria-pressed", String(state.team));
  byId("attach").hidden = !simulator || state.team;
  for (const name of ["from", "name"]) byId(name).disabled = state.team;
  byId("text").placeholder = state.team ? word.teamHint : word.hint;
}

export function failed(failure) {
  byId("problem").textContent = failure instanceof TypeError ? word.notSent : failure.message;
  byId("problem").hidden = false;
}

/** The customer writes. */
export const write = (text) =>
  demo({ text }, text).catch((failure) => {
    failed(failure);
    byId("text").value = text;
  });

/** The customer taps an option of a message. */
export const tap = ({ option, title, message }) =>
  demo({ option, message }, title, state.chats.get(state.chat)?.contact).catch(failed);

async function demo(what, shown, from = byId("from").value) {
  const name = byId("name").value;
  const body = JSON.stringify({ from, ...what, ...(name ? { name } : {}) });
  await sent(shown, callJson("/demo/messages", { method: "POST", headers: asJson, body }));
}

/** The customer sends a file, with what is written as its caption. */
async function sendFile(file) {
  const about = { from: byId("from").value, name: byId("name").value, type: file.type, filename: file.name };
  const caption = byId("text").value.trim();
  byId("text").value = "";
  const query = new URLSearchParams({ ...about, caption });
  for (const [name, value] of [...query]) if (value === "") query.delete(name);
  const headers = { "content-type": "application/octet-stream" };
  try {
    await sent(
      [file.name, caption].filter(Boolean).join("\n"),
      callJson(`/demo/files?${query}`, { method: "POST", headers, body: file }),
    );
  } catch (failure) {
    failed(failure);
    byId("text").value = caption;
  }
}

async function sent(shown, asked) {
  byId("problem").hidden = true;
  const { messageId } = await asked;
  // The turn may have been faster than this answer.
  const chat = state.chatOf.get(messageId);
  if (chat === undefined) state.sent.set(messageId, shown);
  else if (chat !== state.chat) await select(chat);
  showTurns();
  toEnd();
}

async function writeAsTeam(text) {
  byId("problem").hidden = true;
  const chat = state.chat;
  const id = `page-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 12)}`;
  state.written.set(id, { chat, text });
  showTurns();
  toEnd();
  try {
    const body = JSON.stringify({ type: "text", text: { body: text } });
    await call(chatPath(chat, "/messages"), { method: "POST", headers: { ...asJson, "idempotency-key": id }, body });
    if (chat === state.chat && !state.bot?.paused) setBot({ paused: true, reason: "" });
  } catch (failure) {
    state.written.delete(id);
    failed(failure);
    byId("text").value = text;
    showTurns();
  }
}

/** Names the forms and lets them act. */
export function openComposer() {
  for (const team of [false, true]) {
    const choice = byId(team ? "as-team" : "as-customer");
    choice.textContent = team ? word.team : word.customer;
    choice.onclick = () => {
      state.team = team;
      showComposer();
      byId("text").focus();
    };
  }
  for (const name of ["from", "name", "text"]) byId(name).previousElementSibling.textContent = word[name];
  byId("lock").querySelector("button").textContent = word.open;
  byId("write").querySelector("[type=submit]").textContent = word.send;
  byId("attach").title = word.attach;
  byId("attach").setAttribute("aria-label", word.attach);
  byId("attach").onclick = () => byId("file").click();
  byId("file").onchange = () => {
    const [file] = byId("file").files;
    byId("file").value = "";
    if (file) void sendFile(file);
  };
  byId("lock").onsubmit = (event) => {
    event.preventDefault();
    setToken(byId("token").value);
    tell("unlock");
  };
  byId("write").onsubmit = (event) => {
    event.preventDefault();
    const text = byId("text").value.trim();
    byId("text").value = "";
    if (text) void (state.team && state.chat !== undefined ? writeAsTeam(text) : write(text));
  };
  showComposer();
}
