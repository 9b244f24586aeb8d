/** What the clock on the wall shows: the day and the minutes since midnight. */
export type LocalTime = { day: number; minute: number };

const quarterMs = 900_000;
const mostZones = 500;
const zones = new Map<string, { format: Intl.DateTimeFormat; quarter: number; offsetMinutes: number }>();

/** Local time of a zone. Throws `RangeError` for a zone nobody knows. */
export function localTime(atMs: number, timeZone: string): LocalTime {
  const zone = zones.get(timeZone) ?? addZone(timeZone);
  // Zones change their offset at full quarters of an hour only, so that most messages cost no formatting at all.
  const quarter = Math.floor(atMs / quarterMs);
  if (zone.quarter !== quarter) {
    zone.offsetMinutes = offsetAt(zone.format, quarter * quarterMs);
    zone.quarter = quarter;
  }
  const minutes = Math.floor(atMs / 60_000) + zone.offsetMinutes;
  return { day: Math.floor(minutes / 1440), minute: ((minutes % 1440) + 1440) % 1440 };
}

function addZone(timeZone: string) {
  if (zones.size >= mostZones) zones.clear();
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });
  const zone = { format, quarter: Number.NaN, offsetMinutes: 0 };
  zones.set(timeZone, zone);
  return zone;
}

function offsetAt(format: Intl.DateTimeFormat, atMs: number): number {
  return Math.round((Date.parse(`${format.format(atMs).replace(" ", "T")}Z`) - atMs) / 60_000);
}
