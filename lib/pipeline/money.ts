/** The minor units of ISO 4217, list one, where they are not 2 digits. */
const otherDigits: ReadonlyMap<string, number> = new Map(
  [
    { digits: 0, codes: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF" },
    { digits: 3, codes: "BHD IQD JOD KWD LYD OMR TND" },
    { digits: 4, codes: "CLF UYW" },
  ].flatMap(({ digits, codes }) => codes.split(" ").map((code) => [code, digits] as const)),
);

/**
 * Digits after the decimal point that amounts of a currency have by ISO 4217 (USD 2, JPY 0, KWD 3). Not those of
 * Intl: they are what is in use (HUF 0), and change with the version of Node.
 * Undefined: no such currency.
 */
export function currencyDigits(currency: string): number | undefined {
  if (!Intl.supportedValuesOf("currency").includes(currency)) return undefined;
  return otherDigits.get(currency) ?? 2;
}

/** The most digits before the decimal point that an amount may have: a million of them still add up exactly. */
export const maxAmountDigits = 12;

const decimal = /^(\d+)(?:([.,])(\d+))?$/;

/**
 * An amount of money from text: digits with a decimal point (or, where a file allows it, a comma), at most
 * the currency's digits after it; no sign, no thousands separators.
 *
 * @returns an exact decimal string such as "1250.50"; undefined when the text is no such amount.
 */
export function parseAmount(
  text: string,
  digits: number,
  { decimalComma = false }: { decimalComma?: boolean } = {},
): string | undefined {
  const [, whole = "", mark, fraction = ""] = decimal.exec(text.trim()) ?? [];
  if (whole === "" || fraction.length > digits || (mark === "," && !decimalComma)) return undefined;
  const number = whole.replace(/^0+(?=\d)/, "");
  if (number.length > maxAmountDigits) return undefined;
  return fraction === "" ? number : `${number}.${fraction}`;
}

/** A sum of money written with the currency's digits: ("1250.5000", 2) is "1250.50". Never rounds off a digit that counts. */
export function moneyText(amount: string, digits: number): string {
  const [whole = "0", fraction = ""] = amount.split(".");
  const kept = fraction.replace(/0+$/, "").padEnd(digits, "0");
  return kept === "" ? whole : `${whole}.${kept}`;
}
