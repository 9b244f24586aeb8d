// `npm test`: every kind of check as a step of its own. A failed step does not stop the later ones.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { installWhenNeeded } from "../packages/host/bin/install.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const reports = "test-results";

const steps = [
  { name: "formatting", ...check("biome", ["format", "."]) },
  { name: "lint", ...check("biome", ["lint", "--error-on-warnings", "."]) },
  { name: "types", ...check("tsc", []) },
  { name: "unit tests", ...tests("unit") },
  { name: "NATS tests", ...tests("nats") },
  { name: "system tests", ...tests("system") },
  { name: "chaos smoke", ...tests("chaos") },
];

await installWhenNeeded();
mkdirSync(root + reports, { recursive: true });
const results = steps.map(run);
console.log("");
for (const { name, passed, failed, skipped, seconds } of results) {
  const skips = skipped > 0 ? `, ${skipped} skipped` : "";
  console.log(
    `${failed > 0 ? "✗" : "✓"} ${name.padEnd(13)} ${seconds.padStart(6)} s  ${passed} passed, ${failed} failed${skips}`,
  );
}
const total = (count) => results.reduce((sum, result) => sum + result[count], 0);
console.log(`\n${total("passed")} passed, ${total("failed")} failed`);
process.exitCode = total("failed") > 0 ? 1 : 0;

/** A step that is one check: it counts as one. */
function check(command, args) {
  return { command, args, count: (ok) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 }) };
}

/** A step that runs one vitest project: it counts the tests. */
function tests(project) {
  const report = `${reports}/${project}.json`;
  const args = ["run", "--config", "test/vitest.config.ts", "--project", project, "--passWithNoTests"];
  args.push("--reporter=default", "--reporter=json", `--outputFile.json=${report}`);
  return { command: "vitest", args, report, count: (ok) => countTests(report, ok) };
}

function countTests(report, ok) {
  const none = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0 };
  const seen = existsSync(root + report) ? JSON.parse(readFileSync(root + report, "utf8")) : none;
  // A file that could not even be loaded fails the step without a failed test: it counts as one.
  const failed = ok ? seen.numFailedTests : Math.max(1, seen.numFailedTests);
  return { passed: seen.numPassedTests, failed, skipped: seen.numPendingTests };
}

function run({ name, command, args, report, count }) {
  console.log(`\n── ${name}`);
  if (report !== undefined) rmSync(root + report, { force: true });
  const startedAt = performance.now();
  const done = spawnSync(`${root}node_modules/.bin/${command}`, args, { cwd: root, stdio: ["ignore", 1, 2] });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  if (done.signal === "SIGINT" || done.signal === "SIGTERM") process.exit(1);
  console.log(`── ${name}: ${done.status === 0 ? "ok" : "FAILED"} in ${seconds} s`);
  return { name, seconds, ...count(done.status === 0) };
}
