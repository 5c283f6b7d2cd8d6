/** How long a customer took to become a prospect, in plain words. */
export const daysBeforePipelineDefinition =
  "Days from the day the account was opened to the customer's first sales conversation, of all its deals. Below 0: the conversation came first. “–”: the day is unknown, or there was none yet.";

const ofAmounts = [
  {
    term: "Value",
    text: "The amounts of the deals of those conversations, added up. A deal without an amount adds nothing.",
  },
  { term: "Amount", text: "The last amount given in any conversation of that deal." },
] as const;

const ofCustomers = [
  {
    term: "Customers",
    text: "Customers whose last sales conversation up to the as-of day is at this stage. Each counts once, so the stages add up to all of them.",
  },
  ...ofAmounts,
  {
    term: "Days in stage",
    text: "Whole days up to the as-of day since the deal of that conversation came to this stage. Where it left and came back, since it came back.",
  },
  { term: "Days before pipeline", text: daysBeforePipelineDefinition },
] as const;

/** What the numbers of the customers by stage count, in plain words; without amounts, where these are hidden. */
export function gridDefinitions(hidesAmounts: boolean): readonly { term: string; text: string }[] {
  return hidesAmounts
    ? ofCustomers.filter((one) => !ofAmounts.some(({ term }) => term === one.term))
    : ofCustomers;
}
