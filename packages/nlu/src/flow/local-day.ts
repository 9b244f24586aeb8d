import { civil } from "../datetime/civil.ts";
import { localTime } from "../datetime/local-clock.ts";

/** `YYYY-MM-DD` of a moment in a zone. */
export function localDay(atMs: number, timeZone: string): string {
  const { year, month, day } = civil(localTime(atMs, timeZone).day);
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
