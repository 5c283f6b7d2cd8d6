import type { Metadata } from "next";
import { BackLink } from "@/components/back-link";
import { MoveConversationForm } from "@/components/deals/move-conversation-form";
import { NothingHere } from "@/components/nothing-here";
import { Notice } from "@/components/notice";
import { PageHeader } from "@/components/page-header";
import { TextLink } from "@/components/text-link";
import { Card } from "@/components/tremor/card";
import { db } from "@/db/client";
import { requireMember } from "@/lib/auth/require-member";
import { readDealAmongOthers } from "@/lib/deals/read-deal-page";
import { loadConversation } from "@/lib/log/load-conversation";
import { talkInTitle } from "@/lib/log/talk-in-title";
import { pageAddress } from "@/lib/page-address";
import { logProblems } from "@/lib/wording/log-problems";

type MovePageProps = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: MovePageProps): Promise<Metadata> {
  const { team } = await requireMember();
  const row = await loadConversation(db, (await params).id);
  return { title: row ? `Move a conversation with ${talkInTitle(row, team)}` : "Not found" };
}

/** Puts a conversation on another deal, after one has seen what that changes. */
export default async function MoveConversationPage({ params }: MovePageProps) {
  const present = await requireMember();
  const row = await loadConversation(db, (await params).id);
  if (!row) return <NothingHere />;
  const deal = row.dealId === null ? undefined : await readDealAmongOthers(db, row.dealId, present);
  const why = row.deletedAt
    ? logProblems.conversationDeleted
    : !deal
      ? "This conversation is on no deal: it carries no stage."
      : deal.mayChange
        ? undefined
        : "Only an admin, or the member who owns the deal, can move it.";
  return (
    <div className="mx-auto flex w-full max-w-2xl flex-col gap-4">
      <BackLink href={pageAddress(`/conversations/${row.id}`)}>Conversation</BackLink>
      <PageHeader title="Move to another deal" lead={`A conversation with ${row.customer}`} />
      {deal ? (
        <p>
          It is on <TextLink href={pageAddress(`/deals/${deal.id}`)}>{deal.called}</TextLink> now.
        </p>
      ) : null}
      {why ? <Notice>{why}</Notice> : null}
      {deal && !why ? (
        <Card>
          <MoveConversationForm conversationId={row.id} others={deal.others} />
        </Card>
      ) : null}
    </div>
  );
}
