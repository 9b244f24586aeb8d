import { maxImageBytes } from "@parley/whatsapp/file-limits";
import type { Business } from "./business.ts";
import { isLink } from "./catalog.ts";
import type { Complain } from "./check-meaning.ts";
import { findBelow, imageTypeIn } from "./files.ts";

/** Pictures of the catalog that are files: each is there, below the business file's folder, and one that WhatsApp shows. */
export function checkPictures({ catalog }: Business, folder: string, complain: Complain): void {
  for (const [index, { image }] of catalog.items.entries()) {
    if (image === undefined || isLink(image)) continue;
    const problem = problemOf(folder, image);
    if (problem !== undefined) complain(["catalog", "items", index, "image"], problem);
  }
}

function problemOf(folder: string, image: string): string | undefined {
  const found = findBelow(folder, image);
  if (found === undefined) return `there is no file "${image}" below the folder of this file`;
  if (found.sizeBytes > maxImageBytes)
    return `"${image}" has ${found.sizeBytes} bytes, at most ${maxImageBytes} are shown`;
  const type = imageTypeIn(found.path);
  if (type === undefined || type === "image/heic") return `"${image}" is no picture (JPEG, PNG, WebP, GIF or AVIF)`;
  return undefined;
}
