import { readFileSync, writeFileSync } from "node:fs";
import { serveJobs } from "./serve-jobs.ts";

const held: Uint8Array[] = [];

// What hostile files make of a reader, on demand.
serveJobs(async (task, bytes) => {
  switch (task) {
    case "environment":
      return {
        answer: { env: readFileSync("/proc/self/environ", "utf8").split("\0"), cwd: process.cwd(), pid: process.pid },
      };
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
});
