/** What is wrong with a conversation that is being logged or corrected, where more than one place says so. */
export const logProblems = {
  viewer: "Viewers read; ask an admin for the role of a member to log.",
  conversationGone: "This conversation is no longer there.",
  conversationDeleted: "This conversation is deleted. Undo that first.",
  mayNotChange: "Only who held or recorded this conversation, or an admin, can change it.",
  whichCustomer: "Which customer is meant? Choose one, or add a new one.",
  /** Asked where the joining rule cannot tell. */
  newSaleOrEarlier: "Is this a new sale, or does it belong to the earlier one?",
  amountWithoutStage:
    "An amount belongs to a sale: choose the stage it has reached, or leave the amount out.",
  inTheFuture: "This lies in the future. Log what was said, and put the plan into the follow-up date.",
} as const;
