import { simulator } from "./chat-state.js";
import { showChats } from "./chats-view.js";
import { failed, openComposer, showComposer, tap, write } from "./composer.js";
import { select, switchBot } from "./conversation.js";
import { byId, hear } from "./dom.js";
import { openViewer, showFile } from "./file-view.js";
import { listedFiles, openGallery, showFiles } from "./gallery-view.js";
import { keepListening } from "./live.js";
import { showTurns } from "./turns-view.js";
import { word } from "./words.js";

const inGallery = () => document.body.classList.contains("gallery");

function showView(gallery) {
  document.body.classList.toggle("gallery", gallery);
  byId("to-chats").setAttribute("aria-current", gallery ? "false" : "page");
  byId("to-gallery").setAttribute("aria-current", gallery ? "page" : "false");
  history.replaceState(undefined, "", gallery ? "#gallery" : location.pathname);
}

function neighboursOf(id) {
  const files = listedFiles();
  const at = files.findIndex((file) => file.id === id);
  const neighbour = (file) => file && { id: file.id, file, listed: true };
  return at === -1 ? {} : { previous: neighbour(files[at - 1]), next: neighbour(files[at + 1]) };
}

hear("choose-chat", (chat) => {
  showView(false);
  void select(chat).catch(() => undefined);
});
hear("show-files", (of) => {
  showView(true);
  void showFiles(of);
});
hear("open-file", (file) => void showFile(file, file.listed ? neighboursOf(file.id) : {}));
hear("switch-bot", (enabled) => void switchBot(enabled).catch(failed));
hear("say", (text) => void write(text));
hear("tap", (option) => void tap(option));
hear("access", showComposer);
hear("chat-chosen", showComposer);
hear("unlock", () => void keepListening());
hear("connected", () => inGallery() && void showFiles({ chat: undefined }));

byId("about").textContent = simulator ? word.demo : word.about;
byId("to-chats").textContent = word.chats;
byId("to-gallery").textContent = word.gallery;
byId("to-chats").onclick = () => showView(false);
byId("to-gallery").onclick = () => {
  showView(true);
  void showFiles();
};
openComposer();
openGallery(inGallery);
openViewer();
showView(location.hash === "#gallery");
showChats();
showTurns();
void keepListening();
