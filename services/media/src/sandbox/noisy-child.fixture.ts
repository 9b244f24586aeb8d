import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { getPriority } from "node:os";
import { serveJobs } from "./serve-jobs.ts";

const held: Uint8Array[] = [];

// What a machine makes of the start of a reader: the role says what, then how long or where.
async function prepare(role: string): Promise<void> {
  const [how, detail = ""] = role.split(" ");
  if (how === "loads") for (const until = Date.now() + Number(detail); Date.now() < until; );
  if (how === "hangs") await new Promise(() => {});
  if (how === "lacks") throw new Error(`no ${detail}`);
  if (how === "dies-first" && !existsSync(detail)) {
    writeFileSync(detail, "");
    process.exit(4);
  }
}

// What hostile files make of a reader, on demand.
serveJobs(async (task, bytes) => {
  switch (task) {
    case "environment":
      return {
        answer: { env: readFileSync("/proc/self/environ", "utf8").split("\0"), cwd: process.cwd(), pid: process.pid },
      };
    case "priority":
      return { answer: readdirSync("/proc/self/task").map((thread) => getPriority(Number(thread))) };
    case "network":
      return { answer: await fetch("http://127.0.0.1:1/").catch((failure: Error) => failure.message) };
    case "loop":
      for (;;);
    case "memory":
      for (;;) {
        held.push(Buffer.alloc(10_000_000, 1));
        await new Promise((resolve) => setImmediate(resolve));
      }
    case "exit":
      return process.exit(3);
    case "throw":
      throw new Error("a broken file");
    case "garbage":
      writeFileSync(4, Buffer.alloc(64, 255));
      return { answer: "unheard" };
    default:
      return { answer: bytes.byteLength, bytes: bytes.subarray(0, 3) };
  }
}, prepare);
