/** The columns of the sales conversation analysis after the stage, with what each counts in plain words. */
export const analysisColumns = [
  {
    term: "In Process",
    text: "Sales conversations of the period at this stage. Two conversations with one customer count 2. At won and lost stages 0.",
  },
  { term: "Still open", text: "The part of In Process whose deal is open at the end of the as-of day." },
  {
    term: "Customers",
    text: "Different customers of this row's conversations, also at won and lost stages.",
  },
  {
    term: "Won",
    text: "Different customers with such a conversation on a deal that is won at the end of the as-of day: “Demo given: Won 2” says that of those shown a demo, two bought.",
  },
  { term: "Lost", text: "The same for deals that are lost then." },
  {
    term: "Deals won",
    text: "Different deals that are won then and have such a conversation. More than Won where a customer bought more than once.",
  },
  { term: "Deals lost", text: "The same for deals that are lost then." },
  { term: "Win %", text: "Deals won ÷ (Deals won + Deals lost) of this row; “–” when neither has any." },
] as const;
