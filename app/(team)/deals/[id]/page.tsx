import type { Metadata } from "next";
import { cache } from "react";
import { BackLink } from "@/components/back-link";
import { ButtonLink } from "@/components/button-link";
import { DealCard } from "@/components/customers/deal-card";
import { ChangeDealForms } from "@/components/deals/change-deal-forms";
import { DealHistory } from "@/components/deals/deal-history";
import { DealLinks } from "@/components/deals/deal-links";
import { NothingHere } from "@/components/nothing-here";
import { PageHeader } from "@/components/page-header";
import { moveAddress } from "@/components/stages/move-address";
import { TextLink } from "@/components/text-link";
import { Card } from "@/components/tremor/card";
import { db } from "@/db/client";
import { requireMember } from "@/lib/auth/require-member";
import { customerAddress } from "@/lib/customers/customer-address";
import { readDealPage } from "@/lib/deals/read-deal-page";
import { teamFormats } from "@/lib/format/team-formats";
import { mayLog } from "@/lib/pipeline/permissions";
import { recordAt } from "@/lib/record-id";

type DealPageProps = { params: Promise<{ id: string }> };

/** Read once for the title and the page. */
const dealAt = cache((idText: string) =>
  recordAt(idText, async (id) => readDealPage(db, id, await requireMember())),
);

export async function generateMetadata({ params }: DealPageProps): Promise<Metadata> {
  const deal = await dealAt((await params).id);
  return { title: deal ? `${deal.called}, ${deal.customer.name}` : "Not found" };
}

/** One deal: where it stands, its conversations, what was done to it and what can be done. */
export default async function DealPage({ params }: DealPageProps) {
  const present = await requireMember();
  const deal = await dealAt((await params).id);
  if (!deal) return <NothingHere />;
  const { customer, path, conversations } = deal;
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-4">
      <BackLink href={customerAddress(customer.id)}>{customer.name}</BackLink>
      <PageHeader
        title={deal.called}
        lead={`A deal with ${customer.name}`}
        actions={
          path?.outcome === "open" && mayLog(present.member) ? (
            <ButtonLink href={moveAddress({ customerId: customer.id, dealId: deal.id })} variant="primary">
              Log a conversation
            </ButtonLink>
          ) : null
        }
      />
      <Card className="p-0">
        <h2 className="sr-only">Where it stands</h2>
        {path ? (
          <ul>
            <DealCard deal={path} formats={teamFormats(present.team)} isOnItsPage />
          </ul>
        ) : (
          <p className="p-4 text-muted">
            No conversation is on this deal any more, so it is in no figure.
            {deal.wentTo.length > 0 ? (
              <>
                {" "}
                Its conversations went to <DealLinks deals={deal.wentTo} />.
              </>
            ) : null}
          </p>
        )}
      </Card>
      <section aria-labelledby="deal-conversations" className="flex flex-col gap-2">
        <h2 id="deal-conversations" className="font-semibold">
          Conversations
        </h2>
        <ul className="rounded-box border border-border bg-surface">
          {conversations.map(({ id, when, what, note, isCorrected }) => (
            <li key={id} className="border-border px-4 py-2.5 not-first:border-t">
              <TextLink href={`/conversations/${id}`} className="figures font-medium text-accent">
                {when}
              </TextLink>{" "}
              {what}
              {isCorrected ? <span className="text-label text-muted"> · corrected</span> : null}
              {note ? <p className="text-muted">{note}</p> : null}
            </li>
          ))}
        </ul>
      </section>
      {deal.mayChange ? null : (
        <p className="text-muted">Only an admin, or the member who owns this deal, can change it.</p>
      )}
      {deal.mayChange && path ? (
        <ChangeDealForms
          id={deal.id}
          name={deal.name}
          holders={deal.holders}
          others={deal.others}
          conversations={conversations}
          ownerId={deal.owner?.id}
          today={present.today}
        />
      ) : null}
      <DealHistory acts={deal.acts} mayChange={deal.mayChange} />
    </div>
  );
}
