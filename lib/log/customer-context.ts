import type { Database } from "@/db/client";
import { type CustomerDeal, listNamedDeals } from "@/db/queries/customer-deals";
import { type Contact, listContacts } from "@/db/queries/customers";
import { getSurvivingCustomer } from "@/db/queries/surviving-customer";
import { type ConversationRow, getTimelineRow } from "@/db/queries/timeline";
import type { TeamFormats } from "@/lib/format/team-formats";
import type { LocalDate } from "@/lib/pipeline/local-date";
import { dealCalled } from "./deal-called";
import { dealChoices } from "./deal-choices";
import { type DealPreview, previewDeal } from "./preview-deal";

/** What the form shows of its customer: contacts and deals to choose, and the deal that would be joined. */
export type CustomerContext = {
  customerId: number;
  customer: string;
  contacts: { id: number; name: string; role: string }[];
  deals: { id: number; label: string; isOpen: boolean }[];
  /** By the joining rule; null while no stage is chosen. */
  preview: DealPreview | null;
};

type Asked = {
  customerId: number;
  stageId: number | null;
  occurredAt: Date;
  hasAmount: boolean;
  /** The deal that is said, which stays among those one chooses from; null: none is. */
  saidDealId: number | null;
  /** The conversation's own id when it is being corrected. */
  conversationId: number | null;
};

/** A deal in words: `Fleet tyres, Demo given, R 800`, one without a name `Deal of 3 May 2026, Won`. */
export function dealLabel(
  { stage, amount, ...deal }: Pick<CustomerDeal, "name" | "openedOn" | "stage" | "amount">,
  formats: TeamFormats,
): string {
  return [dealCalled(deal, formats), stage, amount === null ? "" : formats.money(amount)]
    .filter(Boolean)
    .join(", ");
}

/** The contacts to choose from; the one a conversation was held with stays among them once archived. */
function withKept(
  contacts: readonly Contact[],
  said: ConversationRow | undefined,
): CustomerContext["contacts"] {
  const choices = contacts.map(({ id, name, role }) => ({ id, name, role }));
  const { contactId = null, withWhom = null } = said ?? {};
  if (contactId === null || withWhom === null || choices.some(({ id }) => id === contactId)) return choices;
  return [...choices, { id: contactId, name: withWhom, role: "" }];
}

/** What the form shows of a customer; undefined when there is no such customer. Writes nothing. */
export async function readCustomerContext(
  db: Database,
  { formats, today, saidDealId, ...asked }: Asked & { formats: TeamFormats; today: LocalDate },
): Promise<CustomerContext | undefined> {
  const customer = await getSurvivingCustomer(db, asked.customerId);
  if (!customer) return undefined;
  const [contacts, said, deals, preview] = await Promise.all([
    listContacts(db, customer.id),
    asked.conversationId === null ? undefined : getTimelineRow(db, asked.conversationId),
    listNamedDeals(db, customer.id, today),
    previewDeal(db, { ...asked, customerId: customer.id }),
  ]);
  const choices = deals.map((deal) => ({
    id: deal.id,
    label: dealLabel(deal, formats),
    isOpen: deal.outcome === "open",
  }));
  const decided = preview && preview.act !== "new" ? preview.dealId : null;
  return {
    customerId: customer.id,
    customer: customer.name,
    contacts: withKept(contacts, said),
    deals: dealChoices(choices, [saidDealId, said?.dealId, decided]),
    preview,
  };
}
