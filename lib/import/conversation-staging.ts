/**
 * The columns in which a conversations file is staged: those of a `ConversationRow`, and the member whose e-mail stands
 * for the employee (`employee_id`), who then has no key.
 */
export const conversationStaging = {
  reference: "text",
  customer: "text",
  customer_key: "text",
  occurred_at: "timestamptz(3)",
  date_only: "boolean",
  local_date: "date",
  employee: "text",
  employee_key: "text",
  employee_id: "bigint",
  stage_id: "bigint",
  deal: "text",
  deal_key: "text",
  amount: "numeric(19, 4)",
  topic: "text",
  topic_key: "text",
  channel: "text",
  channel_key: "text",
  contact: "text",
  contact_key: "text",
  note: "text",
  follow_up_on: "date",
  completed: "boolean",
  completed_at: "timestamptz(3)",
  duration_minutes: "integer",
} as const;
