import { wordMark } from "../word-marks.ts";
import { phraseStarts } from "./phrases.ts";
import { distanceStarts } from "./read-distance.ts";
import { partStarts } from "./read-part.ts";
import { periodStarts } from "./read-period.ts";
import { spanStarts } from "./read-span.ts";
import { weekStarts } from "./read-week.ts";
import { months, ordinalDays, smallNumbers, weekdayPlurals, weekdays } from "./words.ts";

const others =
  "an another otra otro half quarter qtr desde entre between de cuarto media medio par hora ase hase antes despues dsps luego pasadas a before b4 after no starting as fortnight reyes".split(
    " ",
  );

const dateStarts: ReadonlySet<string> = new Set([
  ...phraseStarts,
  ...distanceStarts,
  ...partStarts,
  ...weekStarts,
  ...periodStarts,
  ...spanStarts,
  ...months.keys(),
  ...ordinalDays.keys(),
  ...smallNumbers.keys(),
  ...weekdayPlurals.keys(),
  ...weekdays.keys(),
  ...others,
]);

/** Words at which a date, a time or a length of time may begin; nothing is tried elsewhere. */
export const beginsDate = wordMark((word) => dateStarts.has(word));
