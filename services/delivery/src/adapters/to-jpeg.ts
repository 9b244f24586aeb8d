import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { PermanentError, TransientError } from "@parley/contract/errors";
import { maxImageBytes } from "@parley/whatsapp/file-limits";
import type { ToJpeg } from "../files/fit-file.ts";

const program = fileURLToPath(new URL("./to-jpeg-child.mjs", import.meta.url));
const timeoutMs = 20_000;

/** sharp in a child with an empty environment, killed when its time is over. A child that cannot be started is a `TransientError`. */
export const toJpeg: ToJpeg = (bytes) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--max-old-space-size=256", program], {
      env: {},
      stdio: ["pipe", "pipe", "ignore"],
      timeout: timeoutMs,
      killSignal: "SIGKILL",
    });
    const chunks: Buffer[] = [];
    let size = 0;
    child.on("error", (cause) => {
      reject(new TransientError("dependency.unavailable", "the picture could not be turned into JPEG", { cause }));
    });
    child.stdout.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxImageBytes) child.kill("SIGKILL");
      else chunks.push(chunk);
    });
    child.on("close", (code) => {
      if (size > maxImageBytes) reject(new PermanentError("media.too-large", "the picture is too large as JPEG, too"));
      else if (code === 0 && size > 0) resolve(Buffer.concat(chunks));
      else reject(new PermanentError("media.corrupt", "the picture cannot be read"));
    });
    // A child that dies early closes its end: what it was of no interest any more.
    child.stdin.on("error", () => undefined);
    child.stdin.end(bytes);
  });
