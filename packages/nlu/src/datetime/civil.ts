/** A calendar date by its days since 1970-01-01, so that arithmetic needs no zone and no `Date`. */
export type DayNumber = number;

/** The day number of a date; days beyond the month's end run over into the next. */
export function dayNumber(year: number, month: number, day: number): DayNumber {
  // Howard Hinnant's days_from_civil: years begin in March, so that the leap day is the last one.
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Year, month (1 to 12) and day of the month. */
export function civil(number: DayNumber): { year: number; month: number; day: number } {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** Monday is 1, Sunday 7. */
export function weekdayOf(number: DayNumber): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

/** The Monday of the week a day is in. */
export function mondayOf(number: DayNumber): DayNumber {
  return number - weekdayOf(number) + 1;
}

export function daysInMonth(year: number, month: number): number {
  return month === 2
    ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31;
}

/** Month and year `shift` months away. */
export function monthAway(from: { year: number; month: number }, shift: number): { year: number; month: number } {
  const months = from.year * 12 + from.month - 1 + shift;
  return { year: Math.floor(months / 12), month: (((months % 12) + 12) % 12) + 1 };
}

/** The same day of the month `shift` months away, or that month's last day. */
export function addMonths(number: DayNumber, shift: number): DayNumber {
  const from = civil(number);
  const { year, month } = monthAway(from, shift);
  return dayNumber(year, month, Math.min(from.day, daysInMonth(year, month)));
}
