export type DecodedText = { text: string; encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" };

// The signs of Windows-1252 at 80 to 9F; Node 20 decodes them as the control characters of Latin-1.
const windowsSigns = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

/**
 * Text in UTF-8, UTF-16 (with its mark) or Windows-1252; undefined for what is not text. `cut`: the bytes are the
 * beginning of a longer file, so a character at their end may be half.
 */
export function decodeText(bytes: Uint8Array, { cut = false } = {}): DecodedText | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return checked(decode(bytes, "utf-16le", cut), "utf-16le");
  if (first === 0xfe && second === 0xff) return checked(decode(bytes, "utf-16be", cut), "utf-16be");
  if (bytes.includes(0)) return undefined;
  const utf8 = decode(bytes, "utf-8", cut);
  if (utf8 !== undefined) return checked(utf8, "utf-8");
  const latin = decode(bytes, "windows-1252", cut);
  return checked(latin?.replaceAll(/[\x80-\x9f]/g, windowsSign), "windows-1252");
}

function decode(bytes: Uint8Array, encoding: DecodedText["encoding"], cut: boolean): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: cut });
  } catch {
    return undefined;
  }
}

function windowsSign(control: string): string {
  return windowsSigns[control.charCodeAt(0) - 0x80] ?? control;
}

function checked(text: string | undefined, encoding: DecodedText["encoding"]): DecodedText | undefined {
  if (text === undefined) return undefined;
  for (let at = 0; at < text.length; at += 1) if (isBinary(text.charCodeAt(at))) return undefined;
  return { text, encoding };
}

/** Text has tabs, line ends, form feeds and escapes; the other control characters are a sign of a binary file. */
function isBinary(code: number): boolean {
  return code < 32 && !(code >= 9 && code <= 13) && code !== 26 && code !== 27;
}
