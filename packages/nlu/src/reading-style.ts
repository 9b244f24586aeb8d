/**
 * How widely entities are read, for a business or a data set that marks them otherwise than the default (the default is what agents need:
 * one value for one decision). Absent switches leave the default.
 */
export type ReadingStyle = {
  datetime?: DatetimeStyle;
  amounts?: AmountStyle;
};

export type DatetimeStyle = {
  /** Day and hour of one moment are one entity ("9pm tomorrow", the default) or two; a part of day then stays out beside an hour. */
  parts?: "joined" | "apart";
  /** Lengths of time ("for 20 minutes", "in an hour") are `duration` (the default) or, as in alarm clocks, a `datetime`. */
  lengths?: "duration" | "datetime";
  /** "in 20 minutes", "dentro de 2 horas": a `duration` (the default) or the `datetime` it leads to. */
  distances?: "duration" | "datetime";
  /** Also times without a date: "now", "later", "current", "sunset", "overnight", "all day". Their value is the words. */
  vague?: boolean;
  /**
   * Also what almanacs and business calendars name: quarters, decades, bare years, numbered weeks, movable feasts, edges of any period.
   * `fromNow`: "the last 3 months" end with the message and edges are halves; `aligned`: they end with a whole month, edges are thirds.
   */
  periods?: "fromNow" | "aligned";
  /** Also what comes back, with its hour as one entity: "daily", "every 5 minutes", "8pm each night". */
  repeats?: boolean;
};

export type AmountStyle = {
  /** Also fractions, powers, dozens and numbers inside other amounts: plain `number`, not only what is counted. */
  mathematics?: boolean;
  /** People, boxes and other containers are counted (`number`) and no unit of measure. */
  counters?: "quantity" | "number";
  /** Places relative to others ("last", "next", "penultimate") are an `ordinal`, too. */
  relativeOrdinals?: boolean;
  /** "pounds", "libras" without more are `money`, not weight. */
  pounds?: "weight" | "money";
  /** An amount next to a word of paying is `money` (the default) or needs a sign, code or name. */
  bareMoney?: boolean;
  /** Also currencies and percent signs without an amount: "the dollar". */
  unitsAlone?: boolean;
};
