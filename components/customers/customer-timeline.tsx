import { ButtonLink } from "@/components/button-link";
import { ConversationCard } from "@/components/conversations/conversation-card";
import type { ConversationView } from "@/components/conversations/conversation-view";
import { CursorNotice } from "@/components/cursor-notice";
import { EmptyState } from "@/components/empty-state";
import { type AddressParams, pageAddress } from "@/lib/page-address";

type CustomerTimelineProps = {
  customer: { id: number; name: string };
  conversations: readonly ConversationView[];
  /** What the address asks to begin after; "": nothing. */
  asked: string;
  isNewest: boolean;
  /** Where the older ones begin; null: these are the oldest. */
  older: string | null;
  /** The customer's page, with what else its address says. */
  address: { path: string; params: AddressParams };
  mayLog: boolean;
};

/** What was said with the customer, the latest first. */
export function CustomerTimeline(props: CustomerTimelineProps) {
  const { customer, conversations, asked, isNewest, older, address, mayLog } = props;
  const hrefFor = (cursor: string | null) => pageAddress(address.path, { ...address.params, older: cursor });
  return (
    <section aria-labelledby="conversations-heading" className="flex flex-col gap-3">
      <h2 id="conversations-heading" className="font-semibold">
        Conversations
      </h2>
      <CursorNotice asked={asked} isFirst={isNewest} />
      {conversations.length === 0 ? (
        <EmptyState title="What is said with this customer appears here">
          <p className="text-muted">
            A call, a visit, an e-mail: log it with a stage when it is about a sale, and the pipeline follows.
          </p>
          {mayLog ? (
            <ButtonLink variant="primary" href={pageAddress("/log", { customer: String(customer.id) })}>
              Log the first conversation
            </ButtonLink>
          ) : null}
        </EmptyState>
      ) : (
        <ul className="flex flex-col gap-2">
          {conversations.map((conversation) => (
            <li key={conversation.id}>
              <ConversationCard conversation={conversation} customer={customer.name} />
            </li>
          ))}
        </ul>
      )}
      {isNewest && older === null ? null : (
        <nav aria-label="More conversations" className="flex justify-between gap-2">
          {isNewest ? <span /> : <ButtonLink href={hrefFor(null)}>Newest</ButtonLink>}
          {older === null ? <span /> : <ButtonLink href={hrefFor(older)}>Older</ButtonLink>}
        </nav>
      )}
    </section>
  );
}
