// A picture on standard input, a JPEG on standard output. A process of its own: what customers sent may take it down.
import { readFileSync, writeSync } from "node:fs";
import sharp from "sharp";

const longestSide = 2560;
sharp.cache(false);
sharp.concurrency(1);
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: [
    "VipsForeignLoadJpeg",
    "VipsForeignLoadPng",
    "VipsForeignLoadWebp",
    "VipsForeignLoadNsgif",
    "VipsForeignLoadHeif",
  ],
});
const jpeg = await sharp(readFileSync(0), { limitInputPixels: 50e6, failOn: "error" })
  .timeout({ seconds: 10 })
  .rotate()
  .resize({ width: longestSide, height: longestSide, fit: "inside", withoutEnlargement: true })
  .flatten({ background: "#ffffff" })
  .jpeg({ quality: 82, mozjpeg: true })
  .toBuffer();
for (let at = 0; at < jpeg.length; ) at += writeSync(1, jpeg, at);
