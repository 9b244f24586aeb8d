/** Weighted sum of the digits of `text`; weights are matched from the left. */
export function weightedSum(text: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * Number(text.charAt(at)), 0);
}

/** Luhn's check over all digits of `text`, the last being the check digit. */
export function luhn(text: string): boolean {
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) {
    const digit = Number(text.charAt(text.length - 1 - at));
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** ISO 7064 mod 11,10, as in German VAT ids. */
export function mod11With10(text: string): boolean {
  let product = 10;
  for (const digit of text.slice(0, -1)) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (2 * sum) % 11;
  }
  return (11 - product) % 10 === Number(text.at(-1));
}

/** Remainder of a long decimal number, letters counted as 10..35. */
export function longRemainder(text: string, modulus: number): number {
  let rest = 0;
  for (const char of text) {
    const value = Number.parseInt(char, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % modulus;
  }
  return rest;
}
