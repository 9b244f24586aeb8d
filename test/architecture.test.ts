import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import * as z from "zod";

const root = fileURLToPath(new URL("../", import.meta.url));
// Each package may use those before it.
const order = [
  "contract",
  "actor",
  "telemetry",
  "jetstream",
  "host",
  "whatsapp",
  "nlu",
  "business",
  "llm",
  "testkit",
  "cli",
];
const services = directoriesIn("services");
// A vendor's package is imported by the packages that own it, in a service only below adapters/; prom-client in its
// metrics.ts, too.
const owners: Record<string, readonly string[]> = {
  msgpackr: ["packages/contract", "packages/jetstream"],
  pino: ["packages/telemetry"],
  "prom-client": ["packages/telemetry"],
  "@nats-io": ["packages/jetstream", "packages/testkit", "test"],
  tsx: ["packages/host", "packages/cli"],
};
const notVendors = ["zod", "vitest", "yaml"];
// The composition roots, programs and tests; everybody else is given what he needs.
const readsEnvironment = /(^|\/)main\.ts$|\/bin\/|\.test\.ts$|^test\/|^packages\/testkit\//;

describe("declared dependencies", () => {
  test("every package has its place in the order", () => {
    expect(order).toEqual(expect.arrayContaining(directoriesIn("packages")));
  });
  test.each(directoriesIn("packages"))("packages/%s depends only on packages above it", (name) => {
    expect(order.slice(0, order.indexOf(name))).toEqual(expect.arrayContaining(ownDependencies(`packages/${name}`)));
  });
  test.each(services.filter((name) => name !== "standalone"))(
    "services/%s depends on packages, never on a service",
    (name) => {
      const allowed = order.filter((packageName) => packageName !== "testkit");
      expect(allowed).toEqual(expect.arrayContaining(ownDependencies(`services/${name}`)));
    },
  );
  test("only the tests and the one process that composes all services depend on services", () => {
    const composed = [...order, ...services.map((name) => `${name}-service`)];
    expect(composed).toEqual(expect.arrayContaining(ownDependencies("services/standalone")));
    expect(composed).toEqual(expect.arrayContaining(ownDependencies("test")));
  });
});

describe.each(workspaces())("%s", (workspace) => {
  const files = sourceFiles(workspace);

  test("no relative import leaves it", () => {
    const leaving = files.flatMap(({ path, imports }) =>
      imports
        .filter((target) => target.startsWith("."))
        .filter((target) => relative(workspace, relative(root, resolve(root, dirname(path), target))).startsWith(".."))
        .map((target) => `${path} imports ${target}`),
    );
    expect(leaving).toEqual([]);
  });

  test("a vendor's package is imported only where it belongs", () => {
    const misplaced = files.flatMap(({ path, imports }) =>
      imports.filter((target) => !mayImport(workspace, path, target)).map((target) => `${path} imports ${target}`),
    );
    expect(misplaced).toEqual([]);
  });

  test("only main.ts, programs and tests read the environment", () => {
    const readers = files.filter(({ path, source }) => !readsEnvironment.test(path) && source.includes("process.env"));
    expect(readers.map(({ path }) => path)).toEqual([]);
  });
});

function mayImport(workspace: string, path: string, target: string): boolean {
  if (/^(\.|node:|@parley\/)/.test(target) || path.endsWith(".test.ts")) return true;
  if (workspace.startsWith("services/") && path.includes("/adapters/")) return true;
  if (workspace.startsWith("services/") && target === "prom-client") return path.endsWith("/metrics.ts");
  const vendor = Object.keys(owners).find((name) => target === name || target.startsWith(`${name}/`));
  if (vendor !== undefined) return owners[vendor]?.includes(workspace) ?? false;
  if (notVendors.some((name) => target === name || target.startsWith(`${name}/`))) return true;
  return !workspace.startsWith("services/");
}

function workspaces(): string[] {
  return [
    ...directoriesIn("packages").map((name) => `packages/${name}`),
    ...services.map((name) => `services/${name}`),
  ];
}

function directoriesIn(folder: string): string[] {
  return readdirSync(join(root, folder)).filter((name) => existsSync(join(root, folder, name, "package.json")));
}

function ownDependencies(workspace: string): string[] {
  const manifest = z
    .object({ dependencies: z.record(z.string(), z.string()).optional() })
    .parse(JSON.parse(readFileSync(join(root, workspace, "package.json"), "utf8")));
  return Object.keys(manifest.dependencies ?? {})
    .filter((name) => name.startsWith("@parley/"))
    .map((name) => name.slice("@parley/".length));
}

type SourceFile = { path: string; source: string; imports: string[] };

function sourceFiles(workspace: string): SourceFile[] {
  return readdirSync(join(root, workspace), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(ts|tsx|mjs)$/.test(name) && !name.includes("node_modules"))
    .map((name) => {
      const path = join(workspace, name);
      const source = readFileSync(join(root, path), "utf8");
      return { path, source, imports: importsOf(source) };
    });
}

function importsOf(source: string): string[] {
  const statements = source.matchAll(/^\s*(?:import|export)\b[^;"']*?\bfrom\s+["']([^"']+)["']/gm);
  const bare = source.matchAll(/(?:^\s*import\s+|\bimport\(\s*)["']([^"']+)["']/gm);
  return [...statements, ...bare].flatMap(([, target]) => (target === undefined ? [] : [target]));
}
