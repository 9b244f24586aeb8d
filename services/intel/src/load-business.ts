import { readFileSync } from "node:fs";
import { CodedError } from "@parley/contract/errors";
import { isNode, LineCounter, parseDocument } from "yaml";
import { Business } from "./business.ts";

type Path = readonly PropertyKey[];

/**
 * Reads the business file. Throws one `CodedError("config.invalid")` that lists every problem as
 * `<file>:<line> <where>: <what>`.
 */
export function loadBusiness(path: string): Business {
  let yaml: string;
  try {
    yaml = readFileSync(path, "utf8");
  } catch (cause) {
    throw new CodedError("config.invalid", `${path}: the business file cannot be read`, { cause });
  }
  return parseBusiness(yaml, path);
}

/** `name` stands in the messages for the file. */
export function parseBusiness(yaml: string, name: string): Business {
  const lineCounter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter, prettyErrors: false });
  const broken = document.errors.map(({ message, pos }) => `${name}:${lineCounter.linePos(pos[0]).line} ${message}`);
  if (broken.length > 0) throw invalid(broken);
  const parsed = Business.safeParse(document.toJS({ maxAliasCount: 100 }));
  if (parsed.success) return parsed.data;
  const lineOf = (path: Path): number => {
    // The deepest part of the path that is in the file: a missing key is reported at its parent.
    for (let depth = path.length; depth >= 0; depth--) {
      const node = document.getIn(path.slice(0, depth), true);
      if (isNode(node) && node.range) return lineCounter.linePos(node.range[0]).line;
    }
    return 1;
  };
  throw invalid(
    parsed.error.issues.map(({ path, message }) => `${name}:${lineOf(path)} ${path.join(".") || "(all)"}: ${message}`),
  );
}

function invalid(problems: string[]): CodedError {
  return new CodedError("config.invalid", ["The business file is not usable:", ...problems].join("\n  "));
}
