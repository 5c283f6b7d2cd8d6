import type { Metadata } from "next";
import { BackLink } from "@/components/back-link";
import { ConversationActions } from "@/components/conversations/conversation-actions";
import { ConversationFacts } from "@/components/conversations/conversation-facts";
import { ConversationHistory } from "@/components/conversations/conversation-history";
import { conversationView } from "@/components/conversations/conversation-view";
import { SavedNotice } from "@/components/conversations/saved-notice";
import { SnoozeList } from "@/components/follow-ups/snooze-list";
import { NothingHere } from "@/components/nothing-here";
import { PageHeader } from "@/components/page-header";
import { TextLink } from "@/components/text-link";
import { db } from "@/db/client";
import { listSnoozes } from "@/db/queries/snoozes";
import { listVersions } from "@/db/queries/timeline";
import { requireMember } from "@/lib/auth/require-member";
import { customerAddress } from "@/lib/customers/customer-address";
import { dayAndTime } from "@/lib/format/moment-in-words";
import { teamFormats } from "@/lib/format/team-formats";
import { isJustDone } from "@/lib/is-just-done";
import { loadConversation } from "@/lib/log/load-conversation";
import { versionsInWords } from "@/lib/log/said-in-words";
import { talkInTitle } from "@/lib/log/talk-in-title";
import { versionHistory } from "@/lib/log/version-history";
import { mayLog } from "@/lib/pipeline/permissions";
import { oneParam, type SearchParams } from "@/lib/search-params";

type ConversationPageProps = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: ConversationPageProps): Promise<Metadata> {
  const { team } = await requireMember();
  const row = await loadConversation(db, (await params).id);
  return { title: row ? `Conversation with ${talkInTitle(row, team)}` : "Not found" };
}

/** One conversation: what was said, what became of it, and what can be done about it. */
export default async function ConversationPage({ params, searchParams }: ConversationPageProps) {
  const { member, team, today } = await requireMember();
  const row = await loadConversation(db, (await params).id);
  if (!row) return <NothingHere />;
  const { id } = row;
  const [versions, snoozes] = await Promise.all([listVersions(db, id), listSnoozes(db, id)]);
  const formats = teamFormats(team);
  const { timeZone } = team;
  const saved = versionsInWords(versions, formats, timeZone);
  const newest = saved.at(-1);
  if (!newest) return <NothingHere />;

  const conversation = conversationView(row, { formats, actor: member, today });
  const recordedAt = dayAndTime(row.recordedAt, timeZone, formats);
  const isDeleted = row.deletedAt !== null;
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-4">
      <BackLink href={customerAddress(row.customerId)}>{row.customer}</BackLink>
      <PageHeader title={`Conversation with ${row.customer}`} lead={`${conversation.when}, ${row.heldBy}`} />
      <SavedNotice
        id={id}
        version={row.version}
        act={newest.act}
        savedBy={newest.savedBy}
        isDeleted={isDeleted}
        isJustSaved={isJustDone(
          { key: newest.version, byId: newest.savedById, at: newest.savedAt },
          { doneParam: oneParam(await searchParams, "saved"), memberId: member.id, now: new Date() },
        )}
        mayCorrect={conversation.mayCorrect}
      />
      {row.followsUpId === null ? null : (
        <p className="text-muted">
          Follows up on{" "}
          <TextLink href={`/conversations/${row.followsUpId}`}>an earlier conversation</TextLink>
        </p>
      )}
      <ConversationFacts
        conversation={conversation}
        customer={row.customer}
        dealId={newest.dealId}
        said={newest.said}
        recorded={`${row.importId === null ? "Recorded" : "Imported"} by ${row.recordedBy}, ${recordedAt}`}
      />
      <SnoozeList snoozes={snoozes} formats={formats} timeZone={timeZone} />
      <ConversationActions
        conversation={conversation}
        isDeleted={isDeleted}
        lastAct={newest.act}
        mayLog={mayLog(member)}
      />
      <ConversationHistory
        lines={versionHistory(saved)}
        formats={formats}
        timeZone={timeZone}
        restorable={conversation.mayCorrect ? { id, version: row.version } : null}
      />
    </div>
  );
}
