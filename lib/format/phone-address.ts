/**
 * Seven digits or more, as in "011 555 0100 / 082 555 0199", or nine behind the + or 00 of a country; fewer may be an
 * area code, as in "0221/4710123" or "+49 (0)35205/54321". What may follow is the extension.
 */
const oneNumber =
  /^(?:(?:\+\D*|00)(?:\d[^\d/,;+&|\p{L}]*){9,}|(?!00)(?:\d[^\d/,;+&|\p{L}]*){7,})(?:[^\d\p{L}]*(?:ext(?:ension|n)?|x)[^\d\p{L}]*\d+)?/u;

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
  const [number = "", extension = ""] = first.split(/ext|x/);
  const digits = number.startsWith("+")
    ? `+${number.replace(/\(0\)/, "").replace(/\D/g, "")}`
    : number.replace(/\D/g, "");
  if (digits.length < 3) return undefined;
  const inner = extension.replace(/\D/g, "");
  return `tel:${digits}${inner ? `;ext=${inner}` : ""}`;
}
