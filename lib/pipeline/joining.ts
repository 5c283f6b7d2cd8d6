import type { Outcome } from "./outcome";

/** A sales conversation of a customer as the rule sees it. `outcome` is that of its stage today. */
export type DealTalk = { dealId: number; outcome: Outcome };

/** The sales conversation that looks for its deal; no deal was named. */
export type NextTalk = { outcome: Outcome; hasAmount: boolean };

function openDealTalkedAboutLast(earlier: readonly DealTalk[]): number | undefined {
  const settled = new Set<number>();
  for (const { dealId, outcome } of earlier.toReversed()) {
    if (outcome === "open" && !settled.has(dealId)) return dealId;
    settled.add(dealId);
  }
  return undefined;
}

/**
 * Which of the customer's deals a sales conversation joins when nobody says which (domain.md, "Which deal
 * a sales conversation joins").
 *
 * @param earlier the customer's sales conversations before it, of all deals, named or not, by
 * (`occurredAt`, order of logging). A deal stands as its last one among them says.
 * @param later the customer's sales conversations after it, in the same order.
 * @returns the deal's id, or "new".
 *
 * Examples: Proposal sent 20 April, Won 3 May (1,000), Won 9 May without an amount joins the won deal (a
 * thank-you call); Won 9 May with an amount is a repeat order, "new"; Demo given 9 June is "new".
 */
export function joinDeal(
  earlier: readonly DealTalk[],
  later: readonly DealTalk[],
  next: NextTalk,
): number | "new" {
  const latest = earlier.at(-1);
  if (!latest) return later[0]?.dealId ?? "new";
  const open = openDealTalkedAboutLast(earlier);
  if (open !== undefined) return open;
  if (next.outcome === "open") return "new";
  return next.outcome === "won" && next.hasAmount ? "new" : latest.dealId;
}

/**
 * Whether a person is to be asked which deal: the sale is closed, the customer had deals before, and none of
 * them is open. A new sale, or the earlier one? The rule alone would decide by the amount (see joinDeal).
 */
export function isDealInDoubt(
  earlier: readonly DealTalk[],
  later: readonly DealTalk[],
  next: NextTalk,
): boolean {
  if (next.outcome === "open" || earlier.length === 0) return false;
  return joinDeal(earlier, later, { outcome: "open", hasAmount: false }) === "new";
}
