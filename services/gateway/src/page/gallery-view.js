import { access, callJson, thumbnailPath } from "./api.js";
import { button, byId, contactOf, dayOf, element, shownContact, tell } from "./dom.js";
import { pictureOf } from "./file-source.js";
import { lengthOf, nameOf, senderOf } from "./file-words.js";
import { word } from "./words.js";

const pageSize = 60;
const typedMs = 250;
// New files come in bursts: an album, an order with its receipt.
const cameMs = 1500;

const gallery = { chat: undefined, items: [], nextCursor: undefined, asked: 0, busy: false };

/** The files of a chat, or of all, from the newest. */
export async function showFiles({ chat } = {}) {
  gallery.chat = chat;
  byId("of-chat").hidden = chat === undefined;
  if (chat !== undefined) byId("of-chat").replaceChildren(shownContact(contactOf(chat)), element("span", "", " ×"));
  await reload();
}

/** The files that are listed, for going from one to the next. */
export const listedFiles = () => gallery.items;

async function reload() {
  gallery.asked += 1;
  const asked = gallery.asked;
  byId("files").setAttribute("aria-busy", "true");
  try {
    const page = await ask();
    if (asked !== gallery.asked) return;
    Object.assign(gallery, { items: page.items, nextCursor: page.nextCursor });
    byId("files").replaceChildren(...page.items.map(cardOf));
    byId("shelf").scrollTop = 0;
    showEnd();
  } catch (failure) {
    if (asked === gallery.asked) showFailure(failure);
  }
  byId("files").removeAttribute("aria-busy");
}

/** The next page, below what is there. */
export async function showMore() {
  if (gallery.busy || gallery.nextCursor === undefined) return;
  gallery.busy = true;
  const asked = gallery.asked;
  try {
    const page = await ask(gallery.nextCursor);
    if (asked === gallery.asked) {
      gallery.items.push(...page.items);
      gallery.nextCursor = page.nextCursor;
      byId("files").append(...page.items.map(cardOf));
      showEnd();
    }
  } catch (failure) {
    byId("problem-files").textContent = failure.message;
  }
  gallery.busy = false;
}

function ask(cursor) {
  const query = new URLSearchParams({ limit: pageSize });
  const given = { chat: gallery.chat, type: byId("kind").value, q: byId("search").value.trim(), cursor };
  for (const [name, value] of Object.entries(given)) if (value) query.set(name, value);
  return callJson(`/api/gallery?${query}`);
}

function cardOf(file) {
  const name = nameOf(file);
  const state =
    file.status === "ok"
      ? ""
      : element("span", `chip ${file.status === "pending" ? "open" : "failed"}`, word.read[file.status] ?? file.status);
  const length = file.durationS === undefined ? "" : element("span", "length", lengthOf(file.durationS));
  const picture = element("span", "picture", pictureOf(thumbnailPath(file.id, file.status), ""), length);
  const about = element("small", "", senderOf(file), " · ", dayOf(file.sentAt));
  const card = element("button", "card", picture, element("strong", "", name), about, state);
  card.type = "button";
  card.title = name;
  card.dataset.id = file.id;
  card.onclick = () => tell("open-file", { id: file.id, file, listed: true });
  return element("li", "", card);
}

function showEnd() {
  byId("more").hidden = gallery.nextCursor === undefined;
  byId("problem-files").textContent = "";
  byId("counted").textContent =
    gallery.items.length === 0 ? "" : `${gallery.items.length}${gallery.nextCursor === undefined ? "" : "+"}`;
  const narrowed = byId("search").value.trim() !== "" || byId("kind").value !== "" || gallery.chat !== undefined;
  byId("no-files").hidden = gallery.items.length > 0;
  const [title, text] = narrowed ? [word.nothingFound, word.nothingFoundText] : [word.noFiles, word.noFilesText];
  byId("no-files").replaceChildren(element("strong", "", title), element("span", "", text));
}

function showFailure(failure) {
  gallery.items = [];
  gallery.nextCursor = undefined;
  byId("files").replaceChildren();
  byId("more").hidden = true;
  byId("counted").textContent = "";
  byId("no-files").hidden = false;
  const again = button("plain", word.again, () => void reload());
  const [title, text] = access.locked ? [word.lockedTitle, word.lockedText] : [word.filesFailed, failure.message];
  byId("no-files").replaceChildren(element("strong", "", title), element("span", "", text), access.locked ? "" : again);
}

/** Names the tools and lets them act. `isOpen`: whether anybody looks. */
export function openGallery(isOpen) {
  byId("search").placeholder = word.searchFiles;
  byId("search").setAttribute("aria-label", word.searchFiles);
  byId("kind").setAttribute("aria-label", word.allKinds);
  const kinds = Object.entries(word.kindsMany).map(([kind, name]) => new Option(name, kind));
  byId("kind").replaceChildren(new Option(word.allKinds, ""), ...kinds);
  byId("of-chat").title = word.allChats;
  byId("of-chat").onclick = () => void showFiles();
  byId("more").textContent = word.more;
  byId("more").onclick = () => void showMore();
  byId("kind").onchange = () => void reload();
  let typed;
  byId("search").oninput = () => {
    clearTimeout(typed);
    typed = setTimeout(() => void reload(), typedMs);
  };
  byId("find").onsubmit = (event) => {
    event.preventDefault();
    void reload();
  };
  new IntersectionObserver(([seen]) => seen.isIntersecting && void showMore(), { rootMargin: "600px" }).observe(
    byId("more"),
  );
  document.addEventListener("file-closed", ({ detail }) =>
    byId("files").querySelector(`[data-id="${detail}"]`)?.focus(),
  );
  let came;
  document.addEventListener("files-came", () => {
    clearTimeout(came);
    came = setTimeout(
      () => isOpen() && byId("shelf").scrollTop < 200 && gallery.items.length <= pageSize && void reload(),
      cameMs,
    );
  });
}
