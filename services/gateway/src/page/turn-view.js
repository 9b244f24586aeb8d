import { thumbnailPath } from "./api.js";
import { button, element, tell, timeOf } from "./dom.js";
import { pictureOf } from "./file-source.js";
import { replyOf } from "./reply-view.js";
import { word } from "./words.js";

// Redrawn with each event; a picture that is there already must not be asked for again.
const thumbnails = new Map();
const mostThumbnails = 400;
const opened = new Set();

/** One message of the customer and all that became of it. */
export function showTurn(turn) {
  const item = element("li");
  const text = turn.text ?? `[${turn.type}]`;
  const files = (turn.processing.media?.items ?? []).map((media, at) => fileOf(turn, media, at + 1));
  item.append(...files);
  if (turn.text !== undefined || files.length === 0) {
    const kind = turn.text === undefined ? "kind" : "";
    item.append(element("div", `bubble ${kind} ${text.length > 1500 ? "long" : ""}`, text.slice(0, 20_000)));
  }
  item.append(understoodOf(turn));
  const failure = turn.processing.resilience?.error;
  if (failure) item.append(element("div", "failure", `${word.failed} (${failure.stage}): ${failure.message}`));
  for (const reply of turn.processing.delivery?.replies ?? []) item.append(...replyOf(reply));
  item.append(timingsOf(turn) ?? "");
  return item;
}

/** A message that belongs to no turn. */
export function showMessage(message) {
  const byPerson = message.origin === "operator";
  const item = element("li", "", ...replyOf(message, byPerson ? "us person" : "us"));
  if (byPerson) item.lastChild.prepend(element("span", "chip", word.person));
  return item;
}

function fileOf({ chat, turn }, media, n) {
  const id = `${chat}.${turn}.${n}`;
  const kind = word.kinds[media.kind] ?? word.file;
  const read = media.transcript ?? media.text;
  const about = element(
    "span",
    "about-file",
    element("strong", "", kind),
    media.status === "ok" ? "" : element("small", "chip open", word.read[media.status] ?? media.status),
    element("small", "", read?.slice(0, 160) ?? ""),
  );
  const made = button(
    "sent-file",
    `${word.open}: ${kind}`,
    () => tell("open-file", { id }),
    thumbnailOf(id, media),
    about,
  );
  return made;
}

function thumbnailOf(id, { status, kind }) {
  const key = `${id} ${status}`;
  const known = thumbnails.get(key) ?? pictureOf(thumbnailPath(id, status), word.kinds[kind] ?? word.file);
  thumbnails.delete(key);
  thumbnails.set(key, known);
  if (thumbnails.size > mostThumbnails) thumbnails.delete(thumbnails.keys().next().value);
  return known;
}

function understoodOf(turn) {
  const intel = turn.processing.intel ?? {};
  const line = element("div", "under");
  const add = (text, kind = "") => text && line.append(element("span", `chip ${kind}`, text));
  line.append(element("span", "", timeOf(turn.receivedAt)));
  if (turn.status !== "done") add(word.status[turn.status] ?? turn.status, turn.status);
  add(intel.intent && `${intel.intent.name} ${Math.round(intel.intent.confidence * 100)} %`, "main");
  add(intel.decision?.lane);
  add(intel.language?.code);
  add(intel.sentiment?.label);
  for (const entity of (intel.entities ?? []).slice(0, 6)) add(`${entity.type}: ${entity.text}`);
  return line;
}

function timingsOf(turn) {
  const { totalMs, ...stages } = turn.timings ?? {};
  const passed = Object.entries(stages).filter(([, time]) => typeof time === "object");
  if (passed.length === 0) return undefined;
  const row = (...cells) => element("tr", "", ...cells.map((cell, at) => element(at === 0 ? "th" : "td", "", cell)));
  const ms = (value) => `${value.toFixed(1)} ${word.ms}`;
  const rows = passed.map(([stage, time]) => row(stage, ms(time.queuedMs), ms(time.handledMs)));
  const table = element("table", "", row(word.stage, word.waited, word.worked), ...rows);
  if (typeof totalMs === "number") table.append(row(word.total, "", ms(totalMs)));
  const total = typeof totalMs === "number" ? `${Math.round(totalMs)} ${word.ms}` : "";
  const summary = element("summary", "", [`#${turn.turn}`, total].filter(Boolean).join(" · "));
  const details = element("details", "", summary, table);
  details.open = opened.has(turn.id);
  details.ontoggle = () => (details.open ? opened.add(turn.id) : opened.delete(turn.id));
  return details;
}
