import { hasDecimalComma } from "@/lib/format/decimal-comma";
import type { AmountProblem } from "@/lib/format/read-amount";
import { type FormatSettings, teamFormats } from "@/lib/format/team-formats";
import { maxAmountDigits } from "@/lib/pipeline/money";

/** What is wrong with an amount and how it is written, with examples as the team writes them. */
export function amountProblem(problem: AmountProblem, team: FormatSettings): string {
  const { currency, currencyDigits: digits, locale } = team;
  const example = digits === 0 ? "12500" : `12500${hasDecimalComma(locale) ? "," : "."}50`;
  const thousands = `“${teamFormats(team).count(12_500)}”`;
  const sentences: Record<AmountProblem, string> = {
    minus: `An amount cannot be negative: write it without a minus, such as ${example}.`,
    digits: `This is too large: an amount has at most ${maxAmountDigits} digits${digits === 0 ? "" : " before its decimals"}.`,
    decimals:
      digits === 0
        ? `An amount in ${currency} is a whole number, such as 12500. Thousands are written as in ${thousands}.`
        : `An amount in ${currency} has at most ${digits} decimals, such as ${example}. Thousands are written as in ${thousands}.`,
    grouping: `It is not clear which amount this is. Write its digits together, such as ${example}, or the thousands as in ${thousands}.`,
    "no number": `Write the amount in digits and in ${currency}, such as ${example}.`,
  };
  return sentences[problem];
}
