import { readAmount } from "@/lib/format/read-amount";
import type { FormatSettings } from "@/lib/format/team-formats";
import { amountProblem } from "@/lib/wording/amount-problem";
import type { LogValues } from "./log-values";

/** What of the team decides how an amount is read. */
export type AmountSettings = Pick<FormatSettings, "locale" | "currency" | "currencyDigits">;

/** The amount the form says, null for none, and what is wrong with it, in the same words on the device and on the server. */
export function amountSaid(
  { amount, stage }: Pick<LogValues, "amount" | "stage">,
  team: AmountSettings,
): { amount: string | null; problem?: string } {
  if (amount === "") return { amount: null };
  const read = readAmount(amount, team);
  const misplaced =
    stage === ""
      ? "An amount belongs to a sale: choose the stage it has reached, or leave the amount out."
      : undefined;
  return {
    amount: read.amount ?? null,
    problem: misplaced ?? (read.problem && amountProblem(read.problem, team)),
  };
}
