export const imageTypes = ["image/jpeg", "image/png", "image/webp", "image/gif", "image/avif", "image/heic"] as const;
export type ImageType = (typeof imageTypes)[number];

/** What a picture's first 32 bytes say it is; undefined for anything else. */
export function imageTypeOf(bytes: Uint8Array): ImageType | undefined {
  const head = Buffer.from(bytes.subarray(0, 32)).toString("latin1");
  if (head.startsWith("\xff\xd8\xff")) return "image/jpeg";
  if (head.startsWith("\x89PNG\r\n\x1a\n")) return "image/png";
  if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) return "image/webp";
  if (/^GIF8[79]a/.test(head)) return "image/gif";
  const brand = head.startsWith("ftyp", 4) ? head.slice(8, 12) : "";
  if (/^avi[fs]$/.test(brand)) return "image/avif";
  return /^(?:hei[cxf]|hev[cx]|mif1)$/.test(brand) ? "image/heic" : undefined;
}
