import { jsonrepair } from "jsonrepair";

/** The object a model wrote, also when it is only almost JSON, in a code fence or between words; undefined when there is none. */
export function readJson(text: string): unknown {
  const exact = parse(text);
  if (exact !== undefined) return exact;
  const said = afterThinking(text);
  const start = said.indexOf("{");
  // An object that does not end was cut off. To complete it would turn half an answer into a whole one.
  const end = said.lastIndexOf("}");
  if (start === -1 || end < start) return undefined;
  const object = said.slice(start, end + 1);
  return parse(object) ?? repaired(object);
}

/** Some servers leave a model's thoughts in its answer. */
function afterThinking(text: string): string {
  const mark = "</think>";
  const at = text.lastIndexOf(mark);
  return at === -1 ? text : text.slice(at + mark.length);
}

function repaired(text: string): unknown {
  try {
    return JSON.parse(jsonrepair(text));
  } catch {
    return undefined; // not to be repaired
  }
}

/** The value, or undefined when the text is no JSON. */
export function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
