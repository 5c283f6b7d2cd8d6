/** A digit with what may stand between it and the next one of the same number. */
const digit = String.raw`\d[^\d/,;+&|\p{L}]*`;

/**
 * One number: nine digits or more behind the + or 00 of a country, else seven, as in "011 555 0100 / 082 555 0199";
 * fewer may be an area code, as in "+49 (0)35205/54321" or "0221/4710123".
 */
const foreign = String.raw`(?:\+\D*|00)(?:${digit}){9,}`;
const national = `(?!00)(?:${digit}){7,}`;

const extension = String.raw`[^\d\p{L}]*(?:ext(?:ension|n)?|x)[^\d\p{L}]*\d+`;

const oneNumber = new RegExp(`^(?:${foreign}|${national})(?:${extension})?`, "u");

/**
 * The `tel:` address of a phone number as people write it; undefined when it has too few digits to be called.
 * A national 0 in brackets after the country code goes; what follows `ext` or `x` is the extension. Of several
 * numbers it is the first.
 */
export function phoneAddress(phone: string): string | undefined {
  // A number copied from a phone's contacts stands between invisible marks of its direction, others behind a word.
  const plain = phone
    .replace(/\p{Cf}/gu, "")
    .toLowerCase()
    .replace(/^[^\d+]+/, "");
  const [first] = oneNumber.exec(plain) ?? [plain];
  const [number = "", inner = ""] = first.split(/ext|x/);
  const digits = number.startsWith("+")
    ? `+${number.replace(/\(0\)/, "").replace(/\D/g, "")}`
    : number.replace(/\D/g, "");
  if (digits.length < 3) return undefined;
  const dialled = inner.replace(/\D/g, "");
  return `tel:${digits}${dialled ? `;ext=${dialled}` : ""}`;
}
