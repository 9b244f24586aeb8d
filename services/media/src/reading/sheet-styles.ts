import { readXml } from "./adapters/xml-events.ts";

// The built-in formats of dates and times (ECMA-376 part 1, 18.8.30).
const builtIn = [14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47];
const msPerDay = 86_400_000;
const epoch = Date.UTC(1899, 11, 30);

/** The cell styles (by index) whose numbers are days. */
export function dateStyles(part: Uint8Array | undefined): Set<number> {
  const styles = new Set<number>();
  if (part === undefined) return styles;
  const formats = new Set(builtIn);
  let [inCells, index] = [false, 0];
  readXml(part, {
    open: (name, attributes) => {
      if (name === "numFmt" && isDateFormat(attributes.formatCode ?? "")) formats.add(Number(attributes.numFmtId));
      if (name === "cellXfs") inCells = true;
      if (name !== "xf" || !inCells) return;
      if (formats.has(Number(attributes.numFmtId))) styles.add(index);
      index += 1;
    },
    close: (name) => {
      if (name === "cellXfs") inCells = false;
    },
    text: () => {},
  });
  return styles;
}

/** A day number as ISO date, with the time unless it is midnight; a time alone as hh:mm. */
export function dateText(days: number): string {
  const at = new Date(epoch + Math.round(days * msPerDay));
  if (days < 0 || Number.isNaN(at.getTime()) || at.getUTCFullYear() > 9999) return String(days);
  const [day = "", time = ""] = at.toISOString().slice(0, 16).split("T");
  if (days < 1) return time;
  return time === "00:00" ? day : `${day} ${time}`;
}

function isDateFormat(code: string): boolean {
  const bare = code.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]/g, "");
  return /[dyh]|m{1,4}/i.test(bare) && !/[#0?]/.test(bare);
}
