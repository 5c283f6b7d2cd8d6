import { randomUUID } from "node:crypto";
import type { Metadata, Viewport } from "next";
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
import { getLastSale } from "@/db/queries/customer-choices";
import { isUnusedCustomer } from "@/db/queries/customers";
import { listFollowUps } from "@/db/queries/follow-ups";
import { getUsualLabels } from "@/db/queries/log-choices";
import { getSurvivingCustomer } from "@/db/queries/surviving-customer";
import { getTimelineRow } from "@/db/queries/timeline";
import { logConversationAction } from "@/lib/actions/conversations";
import { type Present, requireMember } from "@/lib/auth/require-member";
import { customerAddress } from "@/lib/customers/customer-address";
import { readStillDue } from "@/lib/follow-ups/read-still-due";
import { teamFormats } from "@/lib/format/team-formats";
import { askedDeal } from "@/lib/log/asked-deal";
import { channelReachedBy } from "@/lib/log/channel-reached-by";
import { readCustomerContext } from "@/lib/log/customer-context";
import { likelyShown, lookUpCustomers } from "@/lib/log/customer-said";
import { firstLogValues } from "@/lib/log/first-values";
import { followUpDates } from "@/lib/log/follow-up-date";
import { readLogChoices } from "@/lib/log/log-choices";
import { whatHappened } from "@/lib/log/what-happened";
import { mayCorrect, mayLog } from "@/lib/pipeline/permissions";
import { recordId } from "@/lib/record-id";
import { oneParam, type SearchParams } from "@/lib/search-params";
import { askedStage } from "@/lib/stages/asked-stage";

export const metadata: Metadata = { title: "Log a conversation" };

export const viewport: Viewport = { interactiveWidget: "resizes-content" };

/** After a follow-up the next of one's own that waits by today; else none. */
async function nextFollowUp({ member, today }: Present, followsUpId: number | null) {
  if (followsUpId === null) return undefined;
  const [next] = await listFollowUps(db, { today, due: "any", whose: member.id, limit: 1 });
  return next && next.remindOn <= today ? next : undefined;
}

async function readLogged(present: Present, id: number) {
  const { member, team, today } = present;
  const row = await getTimelineRow(db, id);
  if (!row || row.recordedById !== member.id) return undefined;
  const [next, due] = await Promise.all([
    nextFollowUp(present, row.followsUpId),
    readStillDue(db, row, present),
  ]);
  const isToCome = row.occurredOn > today;
  const lastSale = await getLastSale(db, row.customerId, isToCome ? row.occurredOn : today);
  const isCustomerUnused = row.deletedAt !== null && (await isUnusedCustomer(db, row.customerId));
  const around = { lastSale, today, isCustomerUnused };
  return { row, next, due, sentence: whatHappened(row, around, teamFormats(team)) };
}

async function readForm({ member, team, today }: Present, params: SearchParams) {
  const now = new Date();
  const formats = teamFormats(team);
  const found = await getTimelineRow(db, recordId(oneParam(params, "follows-up")) ?? 0);
  const earlier = found?.deletedAt ? undefined : found;
  const customer = await getSurvivingCustomer(
    db,
    earlier?.customerId ?? recordId(oneParam(params, "customer")) ?? 0,
  );
  const choices = await readLogChoices(db);
  const stage = askedStage(choices.stages, oneParam(params, "stage"));
  const named = oneParam(params, "deal");
  const place = {
    ...{ stageId: stage?.id ?? null, occurredAt: now, hasAmount: false, conversationId: null },
    saidDealId: recordId(named) ?? null,
  };
  const [likely, context] = await Promise.all([
    earlier
      ? []
      : lookUpCustomers(db, { search: "", memberId: member.id, limit: likelyShown, formats, today }),
    customer ? readCustomerContext(db, { ...place, customerId: customer.id, formats, today }) : undefined,
  ]);
  const reachedBy = channelReachedBy(oneParam(params, "how"), choices.channels);
  const contact = context?.contacts.find(({ id }) => String(id) === oneParam(params, "contact"));
  const followedUpId = earlier?.dealId ?? null;
  const deal = askedDeal(context, { named, followedUpId });
  const given = {
    customer,
    followsUpId: earlier?.id,
    stage: stage ? String(stage.id) : "",
    note: oneParam(params, "note"),
    deviceId: randomUUID(),
    ...(await getUsualLabels(db, member.id)),
  };
  return {
    archived: customer?.archivedAt ? customer : undefined,
    earlier: earlier && conversationView(earlier, { formats, actor: member, today }),
    form: {
      values: {
        ...firstLogValues(given, team, now),
        deal,
        shownDeal: deal,
        ...(reachedBy === undefined ? {} : { channel: String(reachedBy) }),
        ...(contact ? { contactName: contact.name } : {}),
      },
      fixedCustomer: earlier && customer ? customer : null,
      choices: { ...choices, holders: choices.holders.filter(({ id }) => id !== member.id) },
      likely,
      context: context ?? null,
    },
  };
}

/** What the address says, in its order: the form keeps a draft for each. */
function formAddress(params: SearchParams): string {
  const said = Object.keys(params).map((name) => [name, oneParam(params, name)]);
  return String(new URLSearchParams(said.filter(([, value]) => value !== "")));
}

/** Logs a conversation: three fields are enough. After logging it says what happened. */
export default async function LogPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const present = await requireMember();
  const params = await searchParams;
  const { member, team, today } = present;
  const logged = await readLogged(present, recordId(oneParam(params, "logged")) ?? 0);
  if (logged) {
    const { row, next, due, sentence } = logged;
    return (
      <div className="mx-auto flex w-full max-w-2xl flex-col gap-4">
        <PageHeader title={row.deletedAt ? "Taken back" : "Logged"} />
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
          <TextLink href="/" className="font-medium text-accent">
            Back to the overview
          </TextLink>
        </Notice>
      </div>
    );
  }
  const { earlier, archived, form } = await readForm(present, params);
  return (
    <div className="mx-auto flex w-full max-w-2xl flex-col gap-4">
      <PageHeader title={earlier ? "Log the follow-up" : "Log a conversation"} />
      {earlier ? <EarlierConversation conversation={earlier} /> : null}
      {archived ? (
        <Notice>
          “{archived.name}” is archived. To log with it, restore it{" "}
          <TextLink href={customerAddress(archived.id)} className="font-medium text-accent">
            on its page
          </TextLink>{" "}
          first.
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
