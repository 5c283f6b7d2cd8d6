import type { Metadata, Viewport } from "next";
import { Link } from "@/components/link";
import { LinkPending } from "@/components/link-pending";
import { followUpDays } from "@/components/log/follow-up-days";
import { LogForm } from "@/components/log/log-form";
import { NothingHere } from "@/components/nothing-here";
import { Notice } from "@/components/notice";
import { PageHeader } from "@/components/page-header";
import { TextLink } from "@/components/text-link";
import { db } from "@/db/client";
import { correctConversationAction } from "@/lib/actions/conversations";
import { requireMember } from "@/lib/auth/require-member";
import { teamFormats } from "@/lib/format/team-formats";
import { choicesToCorrect } from "@/lib/log/choices-to-correct";
import { readCustomerContext } from "@/lib/log/customer-context";
import { followUpDates } from "@/lib/log/follow-up-date";
import { loadConversation } from "@/lib/log/load-conversation";
import { logValuesOf } from "@/lib/log/log-values";
import { talkInTitle } from "@/lib/log/talk-in-title";
import { mayCorrect } from "@/lib/pipeline/permissions";
import { logProblems } from "@/lib/wording/log-problems";

type CorrectPageProps = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: CorrectPageProps): Promise<Metadata> {
  const { team } = await requireMember();
  const row = await loadConversation(db, (await params).id);
  return { title: row ? `Correct a conversation with ${talkInTitle(row, team)}` : "Not found" };
}

export const viewport: Viewport = { interactiveWidget: "resizes-content" };

/** Corrects a conversation in the form it was logged with; what was there stays in its history. */
export default async function CorrectPage({ params }: CorrectPageProps) {
  const { member, team, today } = await requireMember();
  const row = await loadConversation(db, (await params).id);
  if (!row) return <NothingHere />;
  const { id, customerId, customer } = row;
  const may = mayCorrect(member, row);
  if (!may || row.deletedAt) {
    return (
      <div className="mx-auto flex w-full max-w-2xl flex-col gap-4">
        <PageHeader title="Correct a conversation" />
        <Notice>
          {may ? logProblems.conversationDeleted : logProblems.mayNotChange}{" "}
          <TextLink href={`/conversations/${id}`}>Back to the conversation</TextLink>
        </Notice>
      </div>
    );
  }
  const said = { ...row, occurredAt: row.at };
  const context = await readCustomerContext(db, {
    customerId,
    stageId: row.stageId,
    occurredAt: row.at,
    hasAmount: row.amount !== null,
    saidDealId: row.dealId,
    conversationId: id,
    formats: teamFormats(team),
    today,
  });
  return (
    <div className="mx-auto flex w-full max-w-2xl flex-col gap-4">
      <PageHeader
        title="Correct a conversation"
        lead="The customer stays. Was it another one? Delete this conversation and log it there."
        actions={
          <Link
            href={`/conversations/${id}`}
            className="touch-target relative inline-flex items-center font-medium text-accent hover:underline"
          >
            Cancel
            <LinkPending isUnderText />
          </Link>
        }
      />
      <LogForm
        action={correctConversationAction}
        values={logValuesOf(said, team)}
        corrected={{ id, version: row.version, dealId: row.dealId }}
        fixedCustomer={{ id: customerId, name: customer }}
        choices={await choicesToCorrect(db, row)}
        context={context ?? null}
        currency={team.currency}
        followUpDates={followUpDates(today)}
        followUpDays={followUpDays(today, team)}
        ownHolder="As it was"
      />
    </div>
  );
}
