import { type Clock, systemClock } from "@parley/actor/clock";
import { maxTextLength } from "@parley/whatsapp/outgoing-message";
import { pairLane, type RateBucket } from "@parley/whatsapp/rate";

export type OutboxSettings = {
  /** A full bucket for one contact. */
  pair: RateBucket;
  /** Longer texts are split. */
  mostBodyChars: number;
  /** Replies of one chat that may wait; more fail at once. */
  mostQueued: number;
  /** Turns of one chat whose statuses are followed. */
  mostTurns: number;
  /** How long a status may take to tell whether a doubtful send went through, ms. */
  settleAfterMs: number;
  clock: Clock;
  /** Called with the time from a message's arrival to its turn's end, ms; for a histogram. */
  turnEnded: (totalMs: number) => void;
};

export const defaultSettings: OutboxSettings = {
  pair: pairLane(),
  mostBodyChars: maxTextLength,
  mostQueued: 200,
  mostTurns: 8,
  settleAfterMs: 8_000,
  clock: systemClock,
  turnEnded: () => {},
};
