// Plain JavaScript without dependencies: it runs before anything is installed.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { withFileLock } from "../src/file-lock.mjs";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** Installs the workspace's dependencies when they are missing or differ from the lock file. */
export async function installWhenNeeded() {
  requireNode();
  if (isInstalled()) return;
  mkdirSync(`${root}.parley`, { recursive: true });
  await withFileLock(`${root}.parley/install.lock`, () => {
    if (!isInstalled()) install(); // else: the process we waited for has done it
  });
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Parley needs Node 20.19 or newer; this is ${process.version}.`);
  process.exit(1);
}

// Compares content, not times: a git checkout touches the lock file's time without changing what is wanted.
function isInstalled() {
  const installed = packagesOf("node_modules/.package-lock.json");
  if (installed === undefined) return false;
  return Object.entries(packagesOf("package-lock.json")).every(([path, wanted]) => {
    if (!path.includes("node_modules/") || wanted.optional || wanted.peer) return true;
    return installed[path]?.version === wanted.version && installed[path]?.link === wanted.link;
  });
}

function packagesOf(path) {
  return existsSync(root + path) ? JSON.parse(readFileSync(root + path, "utf8")).packages : undefined;
}

function install() {
  // `npm ci` empties node_modules first, under the feet of other services of this checkout: only for a first time.
  const command = existsSync(`${root}node_modules`) ? "install" : "ci";
  console.error(`Installing dependencies (npm ${command}) …`);
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  // --include=dev: the compiler and the test runner are wanted even where NODE_ENV=production is set.
  const options = ["--include=dev", "--no-fund", "--no-audit", "--loglevel=error"];
  const done = spawnSync(npm, [command, ...options], { cwd: root, stdio: ["ignore", 2, 2] });
  if (done.status === 0) return;
  const reason = done.error?.message ?? `exit ${done.status ?? done.signal}`;
  console.error(`npm could not install the dependencies: ${reason}.`);
  process.exit(1);
}
