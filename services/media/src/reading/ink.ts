import type { GreyPicture } from "./adapters/pictures.ts";

/** A connected spot of dark (or, on dark ground, light) pixels: the first and last column and row, and how many pixels. */
export type Spot = { left: number; top: number; right: number; bottom: number; pixels: number };

const dark = 1;
const light = 2;
// Against the mean of what is around it, so that shadows and coloured paper make no difference.
const darkBelow = 0.85;
const lightAbove = 1.25;
const windowsAside = 60;

/** The spots that stand out from the ground around them: letters, lines, dust, and whatever else is in a picture. */
export function findSpots(picture: GreyPicture): Spot[] {
  const { width, height } = picture;
  const ink = inkOf(picture);
  const spots: Spot[] = [];
  for (let at = 0; at < ink.length; at += 1) {
    const kind = ink[at];
    if (kind === dark || kind === light) spots.push(takeSpot(ink, { at, kind, width, height }));
  }
  return spots;
}

/** Takes the pixels of one spot out of the ink. */
function takeSpot(
  ink: Uint8Array,
  { at, kind, width, height }: { at: number; kind: number; width: number; height: number },
) {
  const spot = { left: width, top: height, right: 0, bottom: 0, pixels: 0 };
  const open = [at];
  ink[at] = 0;
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const x = place % width;
    const y = (place - x) / width;
    spot.pixels += 1;
    spot.left = Math.min(spot.left, x);
    spot.right = Math.max(spot.right, x);
    spot.top = Math.min(spot.top, y);
    spot.bottom = Math.max(spot.bottom, y);
    for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row += 1) {
      for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column += 1) {
        const next = row * width + column;
        if (ink[next] !== kind) continue;
        ink[next] = 0;
        open.push(next);
      }
    }
  }
  return spot;
}

function inkOf({ pixels, width, height }: GreyPicture): Uint8Array {
  const radius = Math.max(8, Math.round(Math.max(width, height) / windowsAside));
  const sums = sumsOf({ pixels, width, height });
  const sumAt = (x: number, y: number) => sums[y * (width + 1) + x] ?? 0;
  const ink = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const [top, bottom] = [Math.max(0, y - radius), Math.min(height, y + radius + 1)];
    for (let x = 0; x < width; x += 1) {
      const [left, right] = [Math.max(0, x - radius), Math.min(width, x + radius + 1)];
      const sum = sumAt(right, bottom) - sumAt(right, top) - sumAt(left, bottom) + sumAt(left, top);
      const value = (pixels[y * width + x] ?? 0) * (right - left) * (bottom - top);
      if (value < sum * darkBelow) ink[y * width + x] = dark;
      else if (value > sum * lightAbove) ink[y * width + x] = light;
    }
  }
  return ink;
}

/** The sum of all pixels above and left of each place, so that any window's sum takes four look-ups. */
function sumsOf({ pixels, width, height }: GreyPicture): Float64Array {
  const sums = new Float64Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y += 1) {
    let row = 0;
    for (let x = 0; x < width; x += 1) {
      row += pixels[y * width + x] ?? 0;
      sums[(y + 1) * (width + 1) + x + 1] = (sums[y * (width + 1) + x + 1] ?? 0) + row;
    }
  }
  return sums;
}
