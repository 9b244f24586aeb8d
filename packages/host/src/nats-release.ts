import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CodedError } from "@parley/contract/errors";
import { runCommand } from "./run-command.ts";

/** The pinned official release. */
export const releaseVersion = "2.14.5";

const sha256: Record<string, string> = {
  "linux-x64": "5e3b603d47c447bda1f77f9ac16dbf91c90aac4ff3681f8fbbc7201e4ed99355",
  "linux-arm64": "673a98d3faa79dde3f9ebf16d6dfac36a5f694e7ad2015e4954dd7939c85cd4c",
};
// An offline machine must reach the next way to get a server soon; a slow one may take as long as bytes keep coming.
const connectTimeoutMs = 4_000;
const stallTimeoutMs = 10_000;
const maxBytes = 64 * 1024 * 1024;

/** Downloads the pinned release into `directory`, checks it and unpacks it. Gives the binary's path; throws `CodedError`. */
export async function downloadRelease(
  directory: string,
  platform = `${process.platform}-${process.arch}`,
): Promise<string> {
  const wanted = sha256[platform];
  if (wanted === undefined) throw new CodedError("dependency.unavailable", `no pinned release for ${platform}`);
  const name = `nats-server-v${releaseVersion}-${platform.replace("x64", "amd64")}`;
  const archive = await download(
    `https://github.com/nats-io/nats-server/releases/download/v${releaseVersion}/${name}.tar.gz`,
  );
  const actual = createHash("sha256").update(archive).digest("hex");
  if (actual !== wanted)
    throw new CodedError("dependency.unavailable", `${name}.tar.gz has the wrong checksum ${actual}`);
  const file = join(directory, `${name}.tar.gz`);
  await writeFile(file, archive);
  const unpacked = await runCommand(["tar", "-xzf", file, "-C", directory], { timeoutMs: 60_000 });
  if (unpacked.code !== 0) throw new CodedError("dependency.unavailable", `tar: ${unpacked.stderr.trim()}`);
  return join(directory, name, "nats-server");
}

async function download(url: string): Promise<Buffer> {
  const stalled = new AbortController();
  let timer = setTimeout(() => stalled.abort(), connectTimeoutMs);
  const restart = () => {
    clearTimeout(timer);
    timer = setTimeout(() => stalled.abort(), stallTimeoutMs);
  };
  try {
    const response = await fetch(url, { signal: stalled.signal });
    if (!response.ok || response.body === null) {
      throw new CodedError("dependency.unavailable", `${url} answered ${response.status}`);
    }
    const chunks: Uint8Array[] = [];
    let sizeBytes = 0;
    for await (const chunk of response.body) {
      restart();
      sizeBytes += chunk.byteLength;
      if (sizeBytes > maxBytes)
        throw new CodedError("dependency.unavailable", `${url} is larger than ${maxBytes} bytes`);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } catch (failure) {
    if (failure instanceof CodedError) throw failure;
    throw new CodedError("dependency.unavailable", `${url} cannot be reached`, { cause: failure });
  } finally {
    clearTimeout(timer);
  }
}
