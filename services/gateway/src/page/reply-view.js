import { simulator } from "./chat-state.js";
import { element, tell, timeOf } from "./dom.js";
import { pictureOf } from "./file-source.js";
import { word } from "./words.js";

const ladder = ["queued", "sent", "delivered", "read"];

/** A reply: its bubble, what can be tapped, and how far it has come. */
export function replyOf(reply, className = "us") {
  const options = reply.options ?? [];
  const lines = new Set(
    options.map(({ title, description }, at) => `${at + 1}. ${title}${description ? ` (${description})` : ""}`),
  );
  const body = reply.body.split("\n").filter((line) => !lines.has(line));
  const text =
    options.length === 0
      ? reply.body
      : body
          .join("\n")
          .replace(/\n{3,}/g, "\n\n")
          .trim();
  const made = [element("div", `bubble ${className}`, ...fileOf(reply), text)];
  if (options.length > 0) made.push(element("div", "options", ...options.map((option) => optionOf(reply, option))));
  return [...made, ladderOf(reply)];
}

/** What an image or a document shows above its caption. */
function fileOf({ kind, link, sha256 }) {
  if (kind !== "image" && kind !== "document") return [];
  const name = element("span", "file-kind", word.kinds[kind]);
  if (sha256 !== undefined) {
    const picture = pictureOf(`/api/files/${sha256}/thumbnail`, word.kinds[kind]);
    return [element("span", "reply-file", picture)];
  }
  if (!/^https:\/\//.test(link ?? "")) return [name];
  const anchor = element("a", "file-kind", word.kinds[kind], " ↗");
  anchor.href = link;
  anchor.target = "_blank";
  anchor.rel = "noreferrer noopener";
  return [anchor];
}

function optionOf(reply, option) {
  const made = element("button", "", option.title, option.description ? element("small", "", option.description) : "");
  made.type = "button";
  made.disabled = !simulator || reply.providerId === undefined;
  made.onclick = () => tell("tap", { option: option.id, title: option.title, message: reply.providerId });
  return made;
}

export function ladderOf(reply) {
  const line = element("div", "under us");
  const at = ladder.indexOf(reply.status === "sending" || reply.status === "unknown" ? "queued" : reply.status);
  if (at !== -1) {
    const steps = ladder.map((_, step) => element("i", step <= at ? "on" : ""));
    const shown = element("span", `ladder ${reply.status}`, ...steps);
    shown.title = ladder.map((step) => word.reply[step]).join(" › ");
    line.append(shown);
  }
  line.append(element("span", `state ${reply.status}`, word.reply[reply.status] ?? reply.status));
  const failure = reply.error ?? reply.fileError;
  if (failure) line.append(element("span", "", failure.message));
  if (reply.sentAt) line.append(element("span", "", timeOf(reply.sentAt)));
  return line;
}
