import { badRequest, HttpError, notFound } from "./http-error.ts";
import type { Handler } from "./http-request.ts";

export type Route = {
  method: "GET" | "POST" | "DELETE" | "PUT";
  /** Segments; `:name` takes one segment whatever it is. */
  path: string;
  handle: Handler;
};
export type Match = { route: Route; params: Readonly<Record<string, string>> };
export type Router = (method: string, path: string) => Match;

/** Finds a request's route. Throws 404 for an unknown path, 405 for a known one with another method, 400 for bad `%` escapes. */
export function createRouter(routes: readonly Route[]): Router {
  const exact = new Map<string, Match>();
  const patterns: Array<{ route: Route; segments: string[] }> = [];
  for (const route of routes) {
    if (route.path.includes(":")) patterns.push({ route, segments: route.path.split("/") });
    else exact.set(`${route.method} ${route.path}`, { route, params: {} });
  }
  return (asked, path) => {
    const method = asked === "HEAD" ? "GET" : asked;
    const found = exact.get(`${method} ${path}`);
    if (found) return found;
    const segments = path.split("/");
    for (const pattern of patterns) {
      if (pattern.route.method === method && fits(pattern.segments, segments)) {
        return { route: pattern.route, params: paramsOf(pattern.segments, segments) };
      }
    }
    throw refusal(routes, method, path);
  };
}

function fits(pattern: readonly string[], segments: readonly string[]): boolean {
  if (pattern.length !== segments.length) return false;
  return pattern.every((part, i) => (part.startsWith(":") ? segments[i] !== "" : part === segments[i]));
}

function paramsOf(pattern: readonly string[], segments: readonly string[]): Record<string, string> {
  const params: Record<string, string> = {};
  for (const [i, part] of pattern.entries()) {
    if (part.startsWith(":")) params[part.slice(1)] = decode(segments[i] ?? "");
  }
  return params;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw badRequest("the path holds a broken % escape");
  }
}

function refusal(routes: readonly Route[], method: string, path: string): HttpError {
  const segments = path.split("/");
  const others = routes.filter((route) => fits(route.path.split("/"), segments)).map((route) => route.method);
  if (others.length === 0) return notFound("there is nothing at this path");
  const allow = [...new Set(others)].join(", ");
  return new HttpError(405, "method-not-allowed", `${method} is not for this path`, { headers: { allow } });
}
