import { callJson, filePath } from "./api.js";
import { button, byId, dayOf, element, tell, timeOf } from "./dom.js";
import { fieldsOf, transcriptOf } from "./file-findings.js";
import { sourceOf } from "./file-source.js";
import { lengthOf, nameOf, senderOf, sizeOf } from "./file-words.js";
import { word } from "./words.js";

const shownPictures = new Set(["image/jpeg", "image/png", "image/webp", "image/gif", "image/avif"]);
const justSavedMs = 3000;
let shown;

/** Opens a file over the page. `file`: what the list knows of it; the whole is asked for. */
export async function showFile({ id, file }, neighbours) {
  shown = id;
  const viewer = byId("viewer");
  fill(barOf(file ?? { kind: "document", caption: "…" }, neighbours), element("p", "quiet", "…"));
  if (!viewer.open) viewer.showModal();
  const entry = await loadEntry(id).catch((failure) => failure);
  if (shown !== id || !viewer.open) return;
  if (entry instanceof Error)
    return fill(barOf({ kind: "document" }, neighbours), element("p", "quiet", entry.message));
  const player = await playerOf(entry);
  if (shown !== id) return;
  const about = element("div", "about", ...aboutOf(entry, player));
  fill(barOf(entry, neighbours), element("div", "stage", player), about);
}

/** What was focused goes with what it was part of; keys must not go to the page below. */
function fill(...content) {
  const viewer = byId("viewer");
  viewer.replaceChildren(...content);
  if (viewer.open && !viewer.contains(document.activeElement)) viewer.focus();
}

// The entry is written right behind the turn that shows the file.
async function loadEntry(id) {
  for (let tries = 1; ; tries += 1) {
    const entry = await callJson(filePath(id)).catch((failure) => failure);
    if (!(entry instanceof Error)) return entry;
    if (entry.status !== 404 || tries === 3) throw entry;
    await new Promise((resolve) => setTimeout(resolve, justSavedMs / 3));
  }
}

function barOf(entry, { previous, next }) {
  const name = Object.assign(element("h2", "", nameOf(entry)), { id: "viewer-name" });
  const step = (label, sign, to) => {
    const made = button("step", label, () => to && tell("open-file", to), sign);
    made.disabled = to === undefined;
    return made;
  };
  const around = previous || next ? [step(word.previous, "‹", previous), step(word.next, "›", next)] : [];
  return element(
    "header",
    "bar",
    name,
    ...around,
    button("step", word.close, () => byId("viewer").close(), "×"),
  );
}

/** The file itself, as far as a browser shows it without running anything of it. */
async function playerOf(entry) {
  const type = entry.mimeType.split(";")[0].trim();
  const path = filePath(entry.id, "/content");
  const isPicture = shownPictures.has(type);
  const plays = /^(audio|video)\//.exec(type)?.[1];
  const none = () => element("p", "quiet", entry.sha256 === undefined ? word.noBytes : word.notShown);
  if (entry.sha256 === undefined || (!isPicture && plays === undefined && type !== "application/pdf")) return none();
  const source = await sourceOf(path).catch(() => undefined);
  if (source === undefined) return element("p", "quiet", word.noBytes);
  const player = element(isPicture ? "img" : (plays ?? "iframe"));
  player.onerror = () => player.replaceWith(none());
  if (isPicture) player.alt = nameOf(entry);
  else if (plays === undefined) player.title = nameOf(entry);
  else player.controls = true;
  player.src = source;
  return player;
}

function aboutOf(entry, player) {
  const { kind, status, tags, caption, text, fields } = entry;
  const chips = element("div", "under", element("span", "chip main", word.kinds[kind] ?? kind));
  if (status !== "ok") chips.append(element("span", "chip failed", word.read[status] ?? status));
  for (const tag of tags) chips.append(element("span", "chip", tag.replaceAll("_", " ")));
  const parts = [chips];
  if (caption) parts.push(element("p", "said", caption));
  if (fields !== undefined) parts.push(element("h3", "", word.fields), fieldsOf(fields));
  if (kind === "audio" && text) parts.push(element("h3", "", word.transcript), transcriptOf(entry, player));
  else if (text) parts.push(element("h3", "", word.recognised), element("pre", "", text));
  return [...parts, element("h3", "", word.details), factsOf(entry), actionsOf(entry)];
}

function factsOf(entry) {
  const { sentAt, mimeType, bytes, pages, width, height, durationS } = entry;
  const facts = {
    customer: senderOf(entry),
    sentAt: `${dayOf(sentAt)}, ${timeOf(sentAt)}`,
    type: mimeType,
    size: bytes > 0 && sizeOf(bytes),
    pages,
    pixels: width && height && `${width} × ${height}`,
    duration: durationS !== undefined && lengthOf(durationS),
  };
  const known = Object.entries(facts).filter(([, fact]) => fact);
  return element(
    "dl",
    "",
    ...known.flatMap(([name, fact]) => [element("dt", "", word.facts[name]), element("dd", "", String(fact))]),
  );
}

function actionsOf(entry) {
  const chat = button("plain", word.showChat, () => {
    byId("viewer").close();
    tell("choose-chat", entry.chat);
  });
  if (entry.sha256 === undefined) return element("div", "actions", chat);
  const save = button("plain", word.save, async () => {
    const link = element("a");
    link.href = await sourceOf(filePath(entry.id, "/content"));
    link.download = nameOf(entry);
    link.click();
  });
  return element("div", "actions", save, chat);
}

/** Closing ends what plays; the arrow keys go from file to file unless something else wants them. */
export function openViewer() {
  const viewer = byId("viewer");
  viewer.onclose = () => {
    tell("file-closed", shown);
    shown = undefined;
    fill();
  };
  viewer.onclick = ({ target }) => target === viewer && viewer.close();
  viewer.onkeydown = ({ key, target }) => {
    if (target.closest("audio, video, table, pre")) return;
    const at = ["ArrowLeft", "ArrowRight"].indexOf(key);
    if (at !== -1 && viewer.querySelectorAll(".step").length === 3) viewer.querySelectorAll(".step")[at].click();
  };
}
