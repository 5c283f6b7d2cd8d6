/**
 * The `tel:` address of a phone number as people write it; undefined when it has too few digits to be called.
 * A national 0 in brackets after the country code goes; what follows `ext` or `x` is the extension.
 */
export function phoneAddress(phone: string): string | undefined {
  const [number = "", extension = ""] = phone.toLowerCase().split(/\s*(?:ext\.?|x)\s*/);
  const digits = number.trim().startsWith("+")
    ? `+${number.replace(/\(0\)/, "").replace(/\D/g, "")}`
    : number.replace(/\D/g, "");
  if (digits.length < 3) return undefined;
  const inner = extension.replace(/\D/g, "");
  return `tel:${digits}${inner ? `;ext=${inner}` : ""}`;
}
