import type { Metadata } from "next";
import { BackLink } from "@/components/back-link";
import { CursorNotice } from "@/components/cursor-notice";
import { CopyLink } from "@/components/filters/copy-link";
import { FilterBar } from "@/components/filters/filter-bar";
import { periodInWords } from "@/components/filters/period-in-words";
import { absoluteAddress, viewAddress } from "@/components/filters/view-address";
import { KeptByMember } from "@/components/follow-ups/kept-by-member";
import { KeptFigures } from "@/components/follow-ups/kept-figures";
import { KeptRows } from "@/components/follow-ups/kept-rows";
import { ListPages } from "@/components/list-pages";
import { PageHeader } from "@/components/page-header";
import { db } from "@/db/client";
import { requireMember } from "@/lib/auth/require-member";
import { readPageFilter } from "@/lib/figures/page-filter";
import {
  promisePageSize,
  readKeptPromises,
  readPromiseCursor,
  readPromisesOf,
} from "@/lib/follow-ups/read-kept-promises";
import { teamFormats } from "@/lib/format/team-formats";
import { followUpStates } from "@/lib/pipeline/follow-up";
import type { FollowUpFigures } from "@/lib/pipeline/follow-up-figures";
import { oneParam, type SearchParams } from "@/lib/search-params";
import { followUpWords } from "@/lib/wording/follow-up-words";

export const metadata: Metadata = { title: "Kept and missed" };

const counts = {
  due: "due",
  "kept on time": "keptOnTime",
  "kept late": "keptLate",
  missed: "missed",
  open: "open",
} as const satisfies Record<string, keyof FollowUpFigures>;

/** What became of the follow-ups of a period: the team first, members and the rows of each figure on request. */
export default async function FollowUpStatisticsPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  const { team, today } = await requireMember();
  const params = await searchParams;
  const pageFilter = await readPageFilter(db, params, today, team);
  const { filter } = pageFilter;
  const asked = oneParam(params, "show");
  const state = followUpStates.find((name) => name === asked) ?? null;
  const shown = state ?? (asked === "due" ? asked : undefined);
  const cursor = oneParam(params, "cursor");
  const after = readPromiseCursor(cursor);
  const [kept, rows] = await Promise.all([
    readKeptPromises(db, filter, team.timeZone),
    shown && readPromisesOf(db, filter, { timeZone: team.timeZone, state, after }),
  ]);
  const formats = teamFormats(team);
  const address = viewAddress("/follow-ups/statistics", { ...params, show: shown }, ["show"]);
  return (
    <>
      <BackLink href="/follow-ups">Follow-ups</BackLink>
      <PageHeader
        title="Kept and missed"
        lead={`What became of what was promised, ${periodInWords(filter, formats)}`}
        actions={<CopyLink href={absoluteAddress(address, pageFilter)} />}
      />
      <FilterBar
        address={address}
        filter={pageFilter}
        formats={formats}
        salespersonMeaning="Follow-ups this person promised, whoever owns the deal."
        periodMeaning="Follow-ups that were due in the period."
      />
      <KeptFigures figures={kept.team} address={address} formats={formats} />
      {shown ? <CursorNotice asked={cursor} isFirst={after === null} /> : null}
      {shown && rows ? (
        <ListPages
          address={address}
          isFirst={after === null}
          next={rows.next}
          pageSize={formats.count(promisePageSize)}
          shown={formats.count(rows.items.length)}
          total={formats.count(kept.team[counts[shown]])}
        >
          <KeptRows
            title={followUpWords[shown].label}
            rows={rows.items}
            count={kept.team[counts[shown]]}
            formats={formats}
          />
        </ListPages>
      ) : null}
      {kept.members.length > 0 ? (
        <KeptByMember members={kept.members} address={address} formats={formats} />
      ) : null}
    </>
  );
}
