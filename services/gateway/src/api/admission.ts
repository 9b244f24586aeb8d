import { isLoopback } from "../config.ts";
import { HttpError } from "../http-error.ts";
import type { HttpRequest } from "../http-request.ts";
import { sameText } from "../webhook.ts";

export type AdmissionOptions = {
  /** The bearer token; without one only this machine may ask. */
  token: string | undefined;
  limit: (client: string) => void;
};

/**
 * Guards `/api` and `/demo`: rate, then the bearer token in constant time. Without a token the gateway listens on loopback only, and
 * the Host must say so too, or a web page could reach it through a name of its own that points here (DNS rebinding).
 * Webhooks are not limited by address: Meta sends thousands a second from few, and behind a proxy everyone has the same.
 */
export function admission({ token, limit }: AdmissionOptions): (request: HttpRequest) => void {
  return (request) => {
    if (!request.path.startsWith("/api/") && !request.path.startsWith("/demo/")) return;
    limit(request.client);
    if (token === undefined) {
      const host = (request.headers.host ?? "").replace(/:\d+$/, "");
      if (!isLoopback(host)) throw new HttpError(403, "forbidden", "without PARLEY_API_TOKEN only localhost may ask");
      return;
    }
    const given = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? "")?.[1];
    if (given === undefined || !sameText(given, token)) {
      throw new HttpError(401, "unauthorized", "wants Authorization: Bearer <PARLEY_API_TOKEN>", {
        headers: { "www-authenticate": 'Bearer realm="parley"' },
      });
    }
  };
}
