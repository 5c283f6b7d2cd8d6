import { parseAmount } from "@/lib/pipeline/money";

type Writing = { group: string; decimal: string; digits: ReadonlyMap<string, string> };

function writingOf(locale: string): Writing {
  const parts = new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(12_345_678.5);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? "";
  const own = new Intl.NumberFormat(locale, { useGrouping: false }).format(9_876_543_210);
  return {
    group: part("group"),
    decimal: part("decimal"),
    digits: new Map([...own].map((digit, index) => [digit, String(9 - index)])),
  };
}

const spaces = /[\s\u00a0\u202f]/g;

/** Groups of three, or as in India of two before the last three. */
const grouped = (mark: string) =>
  new RegExp(`^\\d{1,3}(\\${mark}\\d{3})+$|^\\d{1,2}(\\${mark}\\d{2})*\\${mark}\\d{3}$`);

/**
 * An amount as somebody of this locale writes it: with its decimal mark, with or without its thousands separators
 * (`1.250,50` in de-DE, `1,25,000.50` in hi-IN, `1 250,50` in en-ZA) and in its digits. A decimal point is taken
 * everywhere where it cannot be a thousands separator. What could mean two amounts is read as the locale does.
 *
 * @returns an exact decimal string such as "1250.50"; undefined when the text is no such amount.
 */
export function readAmount(text: string, locale: string, currencyDigits: number): string | undefined {
  const { group, decimal, digits } = writingOf(locale);
  const plain = [...text.trim().replace(spaces, "")].map((mark) => digits.get(mark) ?? mark).join("");
  const mark = group.replace(spaces, "").replace("’", "'");
  const straight = plain.replaceAll("’", "'");
  const cut = straight.lastIndexOf(decimal);
  const [whole, fraction] = cut === -1 ? [straight, ""] : [straight.slice(0, cut), straight.slice(cut + 1)];
  if (mark !== "" && grouped(mark).test(whole) && /^\d*$/.test(fraction)) {
    const number = whole.replaceAll(mark, "");
    return parseAmount(cut === -1 ? number : `${number}.${fraction}`, currencyDigits);
  }
  return parseAmount(straight, currencyDigits, { decimalComma: decimal === "," });
}
