import type { Columns } from "./heading";

const columns = {
  required: ["customer", "date"],
  optional: [
    "employee",
    "stage",
    "deal",
    "amount",
    "about",
    "how",
    "with_whom",
    "note",
    "follow_up_on",
    "completed",
    "duration_minutes",
    "reference",
  ],
  names: ["customer", "employee", "stage", "deal", "about", "how", "with_whom"],
} as const;

export type ConversationColumn = (typeof columns.required | typeof columns.optional)[number];

/** The columns of a conversations file. */
export const conversationColumns: Columns<ConversationColumn> = columns;
