import { ChartNoAxesColumn } from "lucide-react";
import type { Metadata } from "next";
import { ButtonLink } from "@/components/button-link";
import { type Choice, ChoiceBar } from "@/components/choice-bar";
import { FilterFacts } from "@/components/filters/filter-facts";
import { FollowUpSection } from "@/components/follow-ups/follow-up-section";
import { QuietDeals } from "@/components/follow-ups/quiet-deals";
import { KeepsPlace } from "@/components/keeps-place";
import { PageHeader } from "@/components/page-header";
import { db } from "@/db/client";
import { requireMember } from "@/lib/auth/require-member";
import { comingWeeks } from "@/lib/follow-ups/coming-weeks";
import { readFollowUps, rowsAtFirst } from "@/lib/follow-ups/read-follow-ups";
import { teamFormats } from "@/lib/format/team-formats";
import { openList } from "@/lib/lists/open-list";
import { pageAddress } from "@/lib/page-address";
import { mayLog } from "@/lib/pipeline/permissions";
import { recordId } from "@/lib/record-id";
import { oneParam, type SearchParams } from "@/lib/search-params";

export const metadata: Metadata = { title: "Follow-ups" };

/** What was promised and is not done yet, and the deals that have gone quiet. */
export default async function FollowUpsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { member, team, today } = await requireMember();
  const params = await searchParams;
  await openList(db, { list: "/follow-ups", params, memberId: member.id });
  const read = await readFollowUps(db, params, { member, today });
  const { person, isMine, followUps, counts, quietDeals, quietCount, shown } = read;
  const formats = teamFormats(team);
  const shared = { ledToId: recordId(oneParam(params, "next")), today, formats, actor: member };
  const logs = mayLog(member);
  const mine = logs ? {} : { whose: String(member.id) };
  const whose: Choice[] = [
    { label: "Mine", href: pageAddress("/follow-ups", mine), isOn: isMine },
    { label: "Everybody's", href: pageAddress("/follow-ups", { whose: "everyone" }), isOn: person === null },
  ];
  if (person && !isMine)
    whose.push({
      label: person.name,
      href: pageAddress("/follow-ups", { whose: String(person.id) }),
      isOn: true,
    });
  const hasMore = Math.max(...Object.values(counts), quietCount) > shown;
  return (
    <>
      <PageHeader
        title="Follow-ups"
        lead={`What ${isMine ? "you" : (person?.name ?? "the team")} promised and is not done yet`}
        actions={
          <ButtonLink href="/follow-ups/statistics" variant="quiet">
            <ChartNoAxesColumn aria-hidden="true" className="size-4" />
            Kept and missed
          </ButtonLink>
        }
      />
      <FilterFacts
        facts={[
          { label: "Whose", value: person?.name ?? "Everybody's" },
          { label: "Team", value: team.name },
          { label: "As of", value: formats.date(today) },
        ]}
        className="hidden print:flex"
      />
      <div className="flex print:hidden">
        <ChoiceBar label="Whose follow-ups" choices={whose} />
      </div>
      <FollowUpSection
        id="overdue"
        title="Overdue"
        rows={followUps.overdue}
        count={counts.overdue}
        nothing="Nothing is overdue."
        {...shared}
      />
      <FollowUpSection
        id="today"
        title="Today"
        rows={followUps.today}
        count={counts.today}
        nothing="Nothing is due today."
        {...shared}
      />
      <FollowUpSection
        id="coming"
        title="Coming"
        rows={followUps.coming}
        parts={comingWeeks(followUps.coming, { today, firstDay: team.firstDayOfWeek })}
        count={counts.coming}
        nothing={`Nothing is promised.${logs ? " Give a conversation a follow-up date when you log it, and it waits here." : ""}`}
        {...shared}
      />
      <QuietDeals rows={quietDeals} count={quietCount} today={today} formats={formats} mayLog={logs} />
      {hasMore ? (
        <ButtonLink
          href={pageAddress("/follow-ups", {
            whose: oneParam(params, "whose"),
            shown: String(shown + rowsAtFirst),
          })}
          scroll={false}
          className="self-start"
        >
          Show {formats.count(rowsAtFirst)} more of each
        </ButtonLink>
      ) : null}
      <KeepsPlace />
    </>
  );
}
