import { expect, test } from "vitest";
import { commandWords, filledIn } from "./command-line.ts";

test("words are parted by spaces, kept together by quotes, and mean nothing else", () => {
  expect(commandWords(`whisper -m "my model.bin" '{audio}' $(id) ; ls`)).toEqual([
    ...["whisper", "-m", "my model.bin", "{audio}", "$(id)", ";", "ls"],
  ]);
});

test("a name in braces becomes its value, an unknown one stays, a value is not read again", () => {
  expect(filledIn("--in={image}:{page}", { image: "/tmp/{page}" })).toBe("--in=/tmp/{page}:{page}");
});
