import { z } from "zod";
import { Week } from "./hours.ts";
import { NumberPrefix } from "./ordering.ts";
import { Label, Name } from "./translated.ts";

export const bookingSlots = ["people", "service", "date", "time", "name", "phone", "email", "notes"] as const;
export type BookingSlot = (typeof bookingSlots)[number];

/** Something that can be booked: a table, an appointment. */
export const Booking = z.strictObject({
  id: Name,
  /** As in "to book …": "una mesa", "a table". */
  name: Label,
  /** Other words for it: "lugar", "reservation". */
  aliases: z.array(z.string().trim().min(1).max(100)).max(50).default([]),
  numberPrefix: NumberPrefix.default("R"),
  /** What is asked, in this order. */
  slots: z.array(z.enum(bookingSlots)).min(1).max(bookingSlots.length).default(["date", "time", "name"]),
  /** Bookings start at opening time and every so many minutes after it. */
  slotMinutes: z
    .int()
    .min(5)
    .max(24 * 60)
    .default(30),
  /** How long one holds its place; `slotMinutes` if absent. */
  lastsMinutes: z
    .int()
    .min(5)
    .max(7 * 24 * 60)
    .optional(),
  /** How many people at a time if `people` is asked, how many bookings otherwise. Absent: no limit. */
  capacityPerSlot: z.int().positive().max(100_000).optional(),
  minPeople: z.int().positive().default(1),
  maxPeople: z.int().positive().max(10_000).default(20),
  /** The least time from now to a booking's start. */
  noticeMinutes: z
    .int()
    .nonnegative()
    .max(60 * 24 * 90)
    .default(60),
  /** How far ahead one may book. */
  horizonDays: z.int().positive().max(730).default(60),
  /** When bookings start and end, if not the opening hours; holidays count as for the shop. */
  hours: Week.optional(),
  /** Catalog items to choose from when `service` is asked. */
  services: z.array(z.string()).max(200).default([]),
});
export type Booking = z.infer<typeof Booking>;
