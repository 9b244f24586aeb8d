import { badRequest } from "../http-error.ts";
import type { HttpRequest } from "../http-request.ts";

const maxLimit = 200;
const standardLimit = 50;

export type Page<T> = { items: T[]; nextCursor?: string };

/** `?limit`, 1 to 200, 50 when absent. Throws 400. */
export function limitOf({ query }: Pick<HttpRequest, "query">): number {
  const text = query.get("limit");
  if (text === null) return standardLimit;
  const limit = Number(text);
  if (!/^\d{1,6}$/.test(text) || limit < 1) throw badRequest("limit is a number from 1 to 200");
  return Math.min(limit, maxLimit);
}

/** `?cursor` of a list that runs down a number; items below it are wanted. Throws 400. */
export function numberCursorOf({ query }: Pick<HttpRequest, "query">): number | undefined {
  const text = query.get("cursor");
  if (text === null) return undefined;
  if (!/^\d{1,15}$/.test(text)) throw badRequest("cursor is not one of ours");
  return Number(text);
}

/** `?name`, at most 200 characters; undefined when absent or empty. Throws 400. */
export function filterOf({ query }: Pick<HttpRequest, "query">, name: string): string | undefined {
  const text = query.get(name);
  if (text === null || text === "") return undefined;
  if (text.length > 200) throw badRequest(`${name} is too long`);
  return text;
}
