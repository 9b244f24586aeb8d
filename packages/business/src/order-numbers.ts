import type { Business } from "./business.ts";

/** How the numbers of orders, bookings and tickets look (`P-1042`, "p1042"), in RE2's syntax: the entity extractor knows them by it. */
export function orderNumberPatterns({ ordering, bookings, support }: Business): string[] {
  const prefixes = new Set([
    ordering.numberPrefix,
    support.numberPrefix,
    ...bookings.map((booking) => booking.numberPrefix),
  ]);
  // Folded texts are lower case; patterns do not mind.
  return [`#?\\b(?:${[...prefixes].join("|")})-?\\d{3,8}\\b`];
}
