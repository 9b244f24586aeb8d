import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CodedError } from "@parley/contract/errors";
import { expect, onTestFinished, test } from "vitest";
import { provideNatsServer, type Source } from "./nats-binary.ts";
import { findArchiveAddress } from "./nats-debian.ts";
import { compareVersions } from "./nats-version.ts";

const log = { info: () => undefined };

async function aMachine() {
  const home = await mkdtemp(join(tmpdir(), "parley-home-"));
  onTestFinished(() => rm(home, { recursive: true }));
  const bin = join(home, "bin");
  await mkdir(bin);
  return { env: { HOME: home, PATH: bin }, bin, cache: join(home, ".cache/parley/nats-server") };
}

async function aServer(directory: string, version: string): Promise<string> {
  const path = join(directory, "nats-server");
  await writeFile(path, `#!/bin/sh\necho "nats-server: v${version}"\n`);
  await chmod(path, 0o755);
  return path;
}

function aSource(name: Source["name"], version: string): Source {
  return { name, title: name, fetch: (directory) => aServer(directory, version) };
}

const offline: Source = {
  name: "release",
  title: "the official release",
  fetch: () => Promise.reject(new CodedError("dependency.unavailable", "no network")),
};

test("a server on PATH that is new enough is used", async () => {
  const { env, bin } = await aMachine();
  const path = await aServer(bin, "2.14.0");
  expect(await provideNatsServer({ env, log, sources: [] })).toEqual({ path, version: "2.14.0", from: "path" });
});

test("an old server on PATH gives way to a fetched one, which is kept for the next time", async () => {
  const { env, bin, cache } = await aMachine();
  await aServer(bin, "2.10.29");
  const fetched = await provideNatsServer({ env, log, sources: [offline, aSource("debian", "2.15.1")] });
  expect(fetched).toEqual({ path: join(cache, "2.15.1/nats-server"), version: "2.15.1", from: "debian" });
  expect(await provideNatsServer({ env, log, sources: [] })).toEqual({ ...fetched, from: "cache" });
});

test("two processes that fetch at the same time both get a whole server", async () => {
  const { env, cache } = await aMachine();
  const fetching = [1, 2].map(() => provideNatsServer({ env, log, sources: [aSource("release", "2.14.5")] }));
  const [first, second] = await Promise.all(fetching);
  expect(first?.path).toBe(second?.path);
  expect(await readdir(cache)).toEqual(["2.14.5"]);
});

test("where none can be had, the message says what was tried and how to install one", async () => {
  const { env, bin } = await aMachine();
  await aServer(bin, "2.9.3");
  const providing = provideNatsServer({ env, log, sources: [offline, aSource("debian", "2.10.0")] });
  await expect(providing).rejects.toThrow(
    /2\.9\.3 is older[\s\S]*no network[\s\S]*2\.10\.0 is too old[\s\S]*brew[\s\S]*docker[\s\S]*releases/,
  );
});

test("versions compare by number, not by letter", () => {
  expect(compareVersions("2.9.25", "2.14.0")).toBeLessThan(0);
});

test("the archive is the one that apt uses already, in either format", () => {
  expect(findArchiveAddress("# http://x/debian\nURIs: http://mirror.example/debian\nSuites: trixie")).toBe(
    "http://mirror.example/debian",
  );
  expect(findArchiveAddress("deb [signed-by=/k] https://deb.debian.org/debian/ bookworm main")).toBe(
    "https://deb.debian.org/debian",
  );
  expect(findArchiveAddress("deb http://deb.debian.org/debian-security bookworm main")).toBeUndefined();
});
