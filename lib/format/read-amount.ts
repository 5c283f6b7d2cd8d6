import { maxAmountDigits, parseAmount } from "@/lib/pipeline/money";
import type { FormatSettings } from "./team-formats";

type Writing = {
  groups: readonly string[];
  decimals: readonly string[];
  digits: ReadonlyMap<string, string>;
};

/** Why a text is no amount: a minus, more digits than are kept, too many decimals, wrong groups, or no number at all. */
export type AmountProblem = "minus" | "digits" | "decimals" | "grouping" | "no number";

type AmountRead = { amount: string; problem?: undefined } | { amount?: undefined; problem: AmountProblem };

const plainMarks = new Map([
  ["’", "'"],
  ["−", "-"],
]);

/** `￥１，２５０` as `¥1,250`; not all that NFKC folds, or `10³` would be 103. */
const inUsualWidth = (text: string) => text.replace(/[\uff00-\uffef]/g, (form) => form.normalize("NFKC"));

/** In plain marks: in the usual width, any space as one, and no marks of direction. */
function plainly(text: string): string {
  const plain = [...inUsualWidth(text)].map((mark) => plainMarks.get(mark) ?? mark).join("");
  return plain
    .replace(/[\u200e\u200f\u061c]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** The locale's marks in money, then those in plain numbers: Austria writes `€ 1.250,50` and `1 250,50`. */
function writingOf(locale: string, currency: string): Writing {
  const money = { style: "currency", currency, minimumFractionDigits: 1 } as const;
  const parts = [money, {}].flatMap((style) =>
    new Intl.NumberFormat(locale, { useGrouping: true, ...style }).formatToParts(12_345_678.5),
  );
  const marks = (kind: string) =>
    parts.flatMap(({ type, value }) => (type === kind ? [plainly(value) || " "] : []));
  const own = new Intl.NumberFormat(locale, { useGrouping: false }).format(9_876_543_210);
  return {
    groups: [...new Set([...marks("group"), " "])],
    decimals: [...new Set(marks("decimal"))],
    digits: new Map([...own].map((digit, index) => [digit, String(9 - index)])),
  };
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** The currency's signs as the locale writes them, and its code: `R`, `ZAR`. */
function signsOf(locale: string, currency: string): string[] {
  const signs = (["symbol", "narrowSymbol", "code"] as const).map((currencyDisplay) =>
    new Intl.NumberFormat(locale, { style: "currency", currency, currencyDisplay })
      .formatToParts(1)
      .flatMap(({ type, value }) => (type === "currency" ? [plainly(value)] : [])),
  );
  return [...new Set(signs.flat())];
}

/** The text without the currency's sign or code before or after it, a minus at either end told apart. */
function withoutSign(text: string, signs: readonly string[]): { number: string; isMinus: boolean } {
  const sign = signs.map(escaped).join("|");
  const match = new RegExp(`^(-?) ?(?:(?:${sign}) ?)?(-?)(.*?)(-?)(?: ?(?:${sign}))?(-?)$`, "iu").exec(text);
  const [, before, inside, number = text, behind, after] = match ?? [];
  return { number: number.trim(), isMinus: Boolean(before || inside || behind || after) };
}

/** Groups of three. */
const inThrees = (mark: string) => new RegExp(`^\\d{1,3}(?:${escaped(mark)}\\d{3})+$`);

/** As in India: of two before the last three. */
const inTwos = (mark: string) => new RegExp(`^\\d{1,2}(?:${escaped(mark)}\\d{2})*${escaped(mark)}\\d{3}$`);

const isGrouped = (whole: string, mark: string) =>
  inThrees(mark).test(whole) || (mark !== " " && inTwos(mark).test(whole));

/** Where the decimals begin: at the mark, or at a point that cannot be a thousands separator; -1: none. */
function decimalsAt(number: string, decimal: string, groups: readonly string[]): number {
  const own = number.lastIndexOf(decimal);
  return own === -1 && !(groups.includes(".") && isGrouped(number, ".")) ? number.lastIndexOf(".") : own;
}

/** Whether it is digits with marks between them, rightly or wrongly placed. */
function isNumber(text: string, { groups, decimals }: Writing): boolean {
  const spaced = [...groups, ...decimals].reduce((rest, mark) => rest.replaceAll(mark, " "), text);
  return /^\d[\d., ]*$/.test(spaced);
}

function readWith(
  decimal: string,
  number: string,
  { groups, currencyDigits }: { groups: readonly string[]; currencyDigits: number },
): AmountRead {
  const cut = decimalsAt(number, decimal, groups);
  const [whole, fraction] = cut === -1 ? [number, ""] : [number.slice(0, cut), number.slice(cut + 1)];
  const mark = groups.find((each) => each !== number[cut] && isGrouped(whole, each));
  const digits = mark === undefined ? whole : whole.replaceAll(mark, "");
  if (!/^\d+$/.test(digits) || !/^\d*$/.test(fraction)) return { problem: "grouping" };
  if (fraction.length > currencyDigits) return { problem: "decimals" };
  if (digits.replace(/^0+(?=\d)/, "").length > maxAmountDigits) return { problem: "digits" };
  const amount = parseAmount(cut === -1 ? digits : `${digits}.${fraction}`, currencyDigits);
  return amount === undefined ? { problem: "no number" } : { amount };
}

/**
 * An amount as somebody of this locale writes it: with its decimal mark, with or without its thousands separators
 * (`1.250,50` in de-DE, `1,25,000.50` in hi-IN, `1 250,50` in en-ZA; spaces between groups of three everywhere),
 * in its digits, in any width (`１２５０`), and with or without the team's currency before or behind it (`R 1 250,50`,
 * `1250 ZAR`). Where the locale writes money with marks of its own, those and the plain ones count (`1.250,50` and
 * `1 250,50` in de-AT). A decimal point is taken everywhere where it cannot be a thousands separator. What could mean
 * two amounts is read as the locale does, and refused where it has both (`1,250` in en-GE with three digits).
 *
 * @returns an exact decimal string such as "1250.50", or why the text is no such amount.
 */
export function readAmount(
  text: string,
  { locale, currency, currencyDigits }: Pick<FormatSettings, "locale" | "currency" | "currencyDigits">,
): AmountRead {
  const writing = writingOf(locale, currency);
  const inDigits = [...plainly(text)].map((mark) => writing.digits.get(mark) ?? mark).join("");
  const { number, isMinus } = withoutSign(inDigits, signsOf(locale, currency));
  if (!isNumber(number, writing)) return { problem: "no number" };
  if (isMinus) return { problem: "minus" };
  const { groups, decimals } = writing;
  const reads = decimals.map((decimal) => readWith(decimal, number, { groups, currencyDigits }));
  const [amount, another] = new Set(reads.flatMap((read) => read.amount ?? []));
  if (another !== undefined) return { problem: "grouping" };
  return amount === undefined ? (reads[0] ?? { problem: "no number" }) : { amount };
}
