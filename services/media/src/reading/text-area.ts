import type { GreyPicture } from "./adapters/pictures.ts";
import { findSpots, type Spot } from "./ink.ts";

/** A part of a picture, in shares of its width and height (0..1). */
export type PictureArea = { left: number; top: number; width: number; height: number };

/** Where the letters of a picture are, with some margin, and how its lines run. */
export type TextPlace = { area: PictureArea; lines: "across" | "sideways" | "unclear" };

// Fewer letters may be the pattern of a cloth.
const fewestLetters = 12;
const mostSpots = 20_000;
// How far apart letters of one line may be, and those of one word, in heights of a letter.
const reach = 2.5;
const wordReach = 0.5;
const clearly = 2;
const margin = 2;

/**
 * Where the text of a picture is: the letters that stand beside others of their size. Undefined when hardly any are found.
 * Dust and stray lines do not count.
 */
export function findText(picture: GreyPicture): TextPlace | undefined {
  const spots = findSpots(picture).filter((spot) => isLetter(spot, picture));
  if (spots.length > mostSpots) return undefined;
  const turned = spots.map(turnedSpot);
  const [across, down] = [wordPairs(spots), wordPairs(turned)];
  const sideways = down > clearly * across;
  const letters = besideOthers(sideways ? turned : spots);
  if (letters.length < fewestLetters) return undefined;
  const lines = sideways ? "sideways" : across > clearly * down ? "across" : "unclear";
  return { area: areaOf(sideways ? letters.map(turnedSpot) : letters, picture), lines };
}

function areaOf(letters: readonly Spot[], picture: GreyPicture): PictureArea {
  const sizes = letters.map((letter) => Math.min(heightOf(letter), widthOf(letter))).sort((a, b) => a - b);
  const around = margin * (sizes[sizes.length >> 1] ?? 0);
  const edges = { left: picture.width, top: picture.height, right: 0, bottom: 0 };
  for (const letter of letters) {
    edges.left = Math.min(edges.left, letter.left - around);
    edges.top = Math.min(edges.top, letter.top - around);
    edges.right = Math.max(edges.right, letter.right + around);
    edges.bottom = Math.max(edges.bottom, letter.bottom + around);
  }
  const left = Math.max(0, edges.left / picture.width);
  const top = Math.max(0, edges.top / picture.height);
  return {
    ...{ left, top },
    width: Math.min(1, edges.right / picture.width) - left,
    height: Math.min(1, edges.bottom / picture.height) - top,
  };
}

function isLetter(spot: Spot, picture: GreyPicture): boolean {
  const [short, long] = [Math.min(widthOf(spot), heightOf(spot)), Math.max(widthOf(spot), heightOf(spot))];
  return long >= 5 && long <= Math.max(picture.width, picture.height) / 10 && long <= short * 12 && spot.pixels >= 8;
}

/** Spots with at least two of like size beside them on their line. */
function besideOthers(spots: readonly Spot[]): Spot[] {
  const neighbours = new Map<Spot, number>();
  eachPair(spots, reach, (one, other) => {
    neighbours.set(one, (neighbours.get(one) ?? 0) + 1);
    neighbours.set(other, (neighbours.get(other) ?? 0) + 1);
  });
  return spots.filter((spot) => (neighbours.get(spot) ?? 0) >= 2);
}

/** How many letters stand as close to their right neighbour as letters of a word do. */
function wordPairs(spots: readonly Spot[]): number {
  let pairs = 0;
  eachPair(spots, wordReach, () => {
    pairs += 1;
  });
  return pairs;
}

/** Every two spots of like size on one line, the left one first, with at most `far` heights between them. */
function eachPair(spots: readonly Spot[], far: number, found: (one: Spot, other: Spot) => void): void {
  const sorted = spots.toSorted((a, b) => a.left - b.left);
  for (const [at, spot] of sorted.entries()) {
    const end = spot.right + far * heightOf(spot);
    for (let to = at + 1; to < sorted.length; to += 1) {
      const other = sorted[to];
      if (other === undefined || other.left > end) break;
      if (onOneLine(spot, other)) found(spot, other);
    }
  }
}

function onOneLine(spot: Spot, other: Spot): boolean {
  const [small, large] = [Math.min(heightOf(spot), heightOf(other)), Math.max(heightOf(spot), heightOf(other))];
  const shared = Math.min(spot.bottom, other.bottom) - Math.max(spot.top, other.top);
  return other.left > spot.left && large <= 2 * small && shared >= small / 2;
}

const heightOf = ({ top, bottom }: Spot) => bottom - top + 1;
const widthOf = ({ left, right }: Spot) => right - left + 1;
const turnedSpot = ({ left, top, right, bottom, pixels }: Spot): Spot => ({
  ...{ left: top, top: left, right: bottom, bottom: right },
  pixels,
});
