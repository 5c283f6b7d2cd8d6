/** Seven digits or more, as in "011 555 0100 / 082 555 0199"; fewer may be an area code, as in "0221/4710123". */
const oneNumber = /^\D*(?:\d[^\d/,;\p{L}]*){7,}(?:(?:ext\.?|x)\s*\d+)?/u;

/**
 * The `tel:` address of a phone number as people write it; undefined when it has too few digits to be called.
 * A national 0 in brackets after the country code goes; what follows `ext` or `x` is the extension. Of several
 * numbers it is the first.
 */
export function phoneAddress(phone: string): string | undefined {
  // A number copied from a phone's contacts stands between invisible marks of its direction.
  const plain = phone.replace(/\p{Cf}/gu, "").toLowerCase();
  // The x of a word before it, as in "Fax:", is of no extension.
  const written = plain.replace(/^[^\d+]+/, "");
  const [first] = oneNumber.exec(written) ?? [written];
  const [number = "", extension = ""] = first.split(/\s*(?:ext\.?|x)\s*/);
  const digits = /^\D*\+/.test(number)
    ? `+${number.replace(/\(0\)/, "").replace(/\D/g, "")}`
    : number.replace(/\D/g, "");
  if (digits.length < 3) return undefined;
  const inner = extension.replace(/\D/g, "");
  return `tel:${digits}${inner ? `;ext=${inner}` : ""}`;
}
