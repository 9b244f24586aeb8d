import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Handler } from "../http-request.ts";

/** `GET /`: one page without anything from elsewhere. Its script and style are allowed by hash, and nothing else is. */
export function servePage({ simulator }: { simulator: boolean }): Handler {
  const file = readFileSync(new URL("./index.html", import.meta.url), "utf8");
  const page = file.replace('data-simulator="no"', `data-simulator="${simulator ? "yes" : "no"}"`);
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(page, "script")}`,
    `style-src ${hashOf(page, "style")}`,
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
  const headers = { "content-security-policy": policy, "referrer-policy": "no-referrer" };
  return () => ({ status: 200, contentType: "text/html; charset=utf-8", body: page, headers });
}

function hashOf(page: string, tag: "script" | "style"): string {
  const content = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(page)?.[1] ?? "";
  return `'sha256-${createHash("sha256").update(content).digest("base64")}'`;
}
