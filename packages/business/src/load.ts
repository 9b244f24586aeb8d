import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { CodedError } from "@parley/contract/errors";
import { isNode, LineCounter, parseDocument } from "yaml";
import { Business } from "./business.ts";
import { checkPictures } from "./check-pictures.ts";

type Path = readonly PropertyKey[];

/**
 * Reads the business file. Throws one `CodedError("config.invalid")` that lists every problem as
 * `<file>:<line> <where>: <what>`.
 */
export function loadBusiness(path: string): Business {
  return parseBusiness(readBusinessFile(path), path, dirname(path));
}

/** The text of the file; throws a `CodedError("config.invalid")` when there is none. */
export function readBusinessFile(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    throw new CodedError("config.invalid", `${path}: the business file cannot be read`, { cause });
  }
}

/** `name` stands in the messages for the file. With its `folder` the files it names are looked at, too. */
export function parseBusiness(yaml: string, name: string, folder?: string): Business {
  const { business, problems } = readBusiness(yaml, name, folder);
  if (business === undefined) {
    throw new CodedError("config.invalid", ["The business file is not usable:", ...problems].join("\n  "));
  }
  return business;
}

/** What `parseBusiness` reads, or the problems as lines; `lineOf` finds a place of the file again. */
export function readBusiness(
  yaml: string,
  name: string,
  folder?: string,
): { business?: Business; problems: string[]; lineOf: (path: Path) => number } {
  const lineCounter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter, prettyErrors: false });
  const lineOf = (path: Path): number => {
    // The deepest part of the path that is in the file: a missing key is reported at its parent.
    for (let depth = path.length; depth >= 0; depth--) {
      const node = document.getIn(path.slice(0, depth), true);
      if (isNode(node) && node.range) return lineCounter.linePos(node.range[0]).line;
    }
    return 1;
  };
  const broken = document.errors.map(({ message, pos }) => `${name}:${lineCounter.linePos(pos[0]).line} ${message}`);
  if (broken.length > 0) return { problems: broken, lineOf };
  let content: unknown;
  try {
    content = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    return { problems: [`${name}:1 ${error instanceof Error ? error.message : String(error)}`], lineOf };
  }
  const parsed = Business.safeParse(content);
  const problems: string[] = [];
  const complain = (path: Path, message: string) => {
    problems.push(`${name}:${lineOf(path)} ${path.join(".") || "(all)"}: ${message}`);
  };
  if (!parsed.success) for (const { path, message } of parsed.error.issues) complain(path, message);
  else if (folder !== undefined) checkPictures(parsed.data, folder, complain);
  return parsed.success && problems.length === 0 ? { business: parsed.data, problems, lineOf } : { problems, lineOf };
}
