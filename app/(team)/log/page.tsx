import type { Metadata, Viewport } from "next";
import { cache } from "react";
import { conversationView } from "@/components/conversations/conversation-view";
import { CustomerDue } from "@/components/customers/customer-due";
import { EarlierConversation } from "@/components/log/earlier-conversation";
import { followUpDays } from "@/components/log/follow-up-days";
import { LoggedNotice } from "@/components/log/logged-notice";
import { QuickLog } from "@/components/log/quick-log";
import { Notice } from "@/components/notice";
import { PageHeader } from "@/components/page-header";
import { TextLink } from "@/components/text-link";
import { db } from "@/db/client";
import { logConversationAction } from "@/lib/actions/conversations";
import { requireMember } from "@/lib/auth/require-member";
import { customerAddress } from "@/lib/customers/customer-address";
import { teamFormats } from "@/lib/format/team-formats";
import { followUpDates } from "@/lib/log/follow-up-date";
import { logParameters, openLogForm } from "@/lib/log/open-log-form";
import { readLogged } from "@/lib/log/read-logged";
import { mayCorrect, mayLog } from "@/lib/pipeline/permissions";
import { recordAt } from "@/lib/record-id";
import { oneParam, pickParams, type SearchParams } from "@/lib/search-params";

type LogPageProps = { searchParams: Promise<SearchParams> };

/** Read once for the title and the page; undefined: the form is shown. */
const loggedAt = cache((idText: string) =>
  recordAt(idText, async (id) => readLogged(db, id, await requireMember())),
);

const titleOf = ({ deletedAt }: { deletedAt: Date | null }) => (deletedAt ? "Taken back" : "Logged");

export async function generateMetadata({ searchParams }: LogPageProps): Promise<Metadata> {
  const logged = await loggedAt(oneParam(await searchParams, "logged"));
  return { title: logged ? titleOf(logged.row) : "Log a conversation" };
}

export const viewport: Viewport = { interactiveWidget: "resizes-content" };

/** What the address says, in its order: the form keeps a draft for each. */
function formAddress(params: SearchParams): string {
  const said = Object.keys(params).map((name) => [name, oneParam(params, name)]);
  return String(new URLSearchParams(said.filter(([, value]) => value !== "")));
}

/** Logs a conversation: three fields are enough. After logging it says what happened. */
export default async function LogPage({ searchParams }: LogPageProps) {
  const present = await requireMember();
  const params = await searchParams;
  const { member, team, today } = present;
  const logged = await loggedAt(oneParam(params, "logged"));
  if (logged) {
    const { row, next, due, sentence } = logged;
    return (
      <div className="mx-auto flex w-full max-w-2xl flex-col gap-4">
        <PageHeader title={titleOf(row)} />
        <LoggedNotice
          {...row}
          isTakenBack={row.deletedAt !== null}
          mayCorrect={mayCorrect(member, row)}
          next={next}
        >
          {sentence}
        </LoggedNotice>
        {due.length > 0 ? (
          <CustomerDue
            title="Still due. Did you keep it just now?"
            rows={due}
            today={today}
            formats={teamFormats(team)}
            actor={member}
          />
        ) : null}
      </div>
    );
  }
  if (!mayLog(member)) {
    return (
      <div className="mx-auto flex w-full max-w-2xl flex-col gap-4">
        <PageHeader title="Log a conversation" />
        <Notice>
          You read along as a viewer. To log conversations, ask an admin for the role of a member.{" "}
          <TextLink href="/">Back to the overview</TextLink>
        </Notice>
      </div>
    );
  }
  const asked = pickParams(params, logParameters);
  const { earlier, archived, form } = await openLogForm(db, asked, present, new Date());
  return (
    <div className="mx-auto flex w-full max-w-2xl flex-col gap-4">
      <PageHeader title={earlier ? "Log the follow-up" : "Log a conversation"} />
      {earlier ? (
        <EarlierConversation
          conversation={conversationView(earlier, { formats: teamFormats(team), actor: member, today })}
        />
      ) : null}
      {archived ? (
        <Notice>
          “{archived.name}” is archived. To log with it, restore it{" "}
          <TextLink href={customerAddress(archived.id)}>on its page</TextLink> first.
        </Notice>
      ) : null}
      <QuickLog
        action={logConversationAction}
        memberId={member.id}
        address={formAddress(params)}
        currency={team.currency}
        followUpDates={followUpDates(today)}
        followUpDays={followUpDays(today, team)}
        ownHolder="Me"
        {...form}
      />
    </div>
  );
}
