import { language } from "./words.js";

export const byId = (id) => document.getElementById(id);

/** Content is text or elements, never markup. */
export function element(tag, className, ...content) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...content.filter((part) => part !== undefined && part !== ""));
  return made;
}

export function button(className, label, act, ...content) {
  const made = element("button", className, ...(content.length > 0 ? content : [label]));
  made.type = "button";
  if (content.length > 0) {
    made.setAttribute("aria-label", label);
    made.title = label;
  }
  made.onclick = act;
  return made;
}

/** Something happened here that others care about: the parts of the page know each other by events only. */
export function tell(name, detail) {
  document.dispatchEvent(new CustomEvent(name, { detail }));
}

export function hear(name, act) {
  document.addEventListener(name, ({ detail }) => act(detail));
}

/** The second half of a chat's id, as it was before it was escaped. */
export const contactOf = (chat) => decodeURIComponent((chat.split("~")[1] ?? "").replaceAll("=", "%"));
export const shownContact = (contact) => (/^\d{7,15}$/.test(contact) ? `+${contact}` : contact);
export const faceOf = (contact) => element("span", "face", contact.slice(-2));
export const timeOf = (at) => new Date(at).toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit" });

/** Without the year when it is this one. */
export function dayOf(at) {
  const day = new Date(at);
  const year = day.getFullYear() === new Date().getFullYear() ? undefined : "numeric";
  return day.toLocaleDateString(language, { day: "numeric", month: "short", year });
}
