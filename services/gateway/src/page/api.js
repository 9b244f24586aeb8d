import { tell } from "./dom.js";

/** The API token of this tab, and whether the gateway wants one that it was not given. */
export const access = { token: sessionStorage.getItem("token") ?? "", locked: false };

export function setToken(token) {
  access.token = token;
  sessionStorage.setItem("token", token);
}

/** Asks the gateway, with the token when there is one. Throws what it says when it refuses. */
export async function call(path, init = {}) {
  const headers = { ...init.headers, ...(access.token ? { authorization: `Bearer ${access.token}` } : {}) };
  const response = await fetch(path, { ...init, headers });
  access.locked = response.status === 401;
  tell("access");
  if (!response.ok) {
    const { error } = await response.json().catch(() => ({}));
    throw Object.assign(new Error(error?.message ?? `HTTP ${response.status}`), { status: response.status });
  }
  return response;
}

export const callJson = async (path, init) => (await call(path, init)).json();
export const asJson = { "content-type": "application/json" };
export const chatPath = (chat, rest = "") => `/api/chats/${encodeURIComponent(chat)}${rest}`;
export const filePath = (id, rest = "") => `/api/gallery/${encodeURIComponent(id)}${rest}`;
/** A file that is read at last has another picture than before; the browser would keep the first of an address. */
export const thumbnailPath = (id, status) => filePath(id, `/thumbnail?${status}`);
