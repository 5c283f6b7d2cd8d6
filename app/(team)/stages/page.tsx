import type { Metadata } from "next";
import { CopyLink } from "@/components/filters/copy-link";
import { FilterBar } from "@/components/filters/filter-bar";
import { LeftAsSet } from "@/components/filters/left-as-set";
import { absoluteAddress, viewAddress } from "@/components/filters/view-address";
import { NothingLogged } from "@/components/nothing-logged";
import { Notice } from "@/components/notice";
import { PageHeader } from "@/components/page-header";
import { ShareButton } from "@/components/share/share-button";
import { StagesBody } from "@/components/stages/stages-body";
import { db } from "@/db/client";
import { requireMember } from "@/lib/auth/require-member";
import { gridParameters } from "@/lib/figures/grid-params";
import { readStagesView } from "@/lib/figures/stages-view";
import { teamFormats } from "@/lib/format/team-formats";
import { openList } from "@/lib/lists/open-list";
import { pageAddress } from "@/lib/page-address";
import { mayLog, mayShare } from "@/lib/pipeline/permissions";
import type { SearchParams } from "@/lib/search-params";

export const metadata: Metadata = { title: "Stages" };

/** The grid: each customer by its last sales conversation, and the stages' totals above it. */
export default async function StagesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { member, team, today } = await requireMember();
  const params = await searchParams;
  const isSet = await openList(db, { list: "/stages", params, memberId: member.id });
  const shown = await readStagesView(db, params, { team, today });
  const { pageFilter, view, stage, problems, isBoard, log } = shown;
  const { filter } = pageFilter;
  const formats = teamFormats(team);
  const address = viewAddress("/stages", params, [...gridParameters, "view"]);
  return (
    <>
      <PageHeader
        title="Stages"
        lead={`Every customer by its last sales conversation up to ${formats.date(filter.to)}`}
        actions={
          <>
            <CopyLink href={absoluteAddress(address, pageFilter)} />
            {mayShare(member) ? <ShareButton view="stages" params={address.params} /> : null}
          </>
        }
      />
      <FilterBar
        address={address}
        filter={pageFilter}
        formats={formats}
        periodMeaning="This page depends on the last day only, not on where the period starts."
        also={[
          ...(stage ? [{ label: "Stage", value: stage.name }] : []),
          ...(view.search ? [{ label: "Search", value: view.search }] : []),
        ]}
        salespersonMeaning="Each customer by its last sales conversation on a deal this person owns."
      />
      {isSet ? (
        <LeftAsSet
          clear={pageAddress("/stages", { to: address.params.to, view: isBoard ? "board" : null })}
        />
      ) : null}
      {problems.map(({ detail }) => (
        <Notice key={detail}>{detail}</Notice>
      ))}
      {log ? (
        <NothingLogged
          filter={{ ...filter, from: null }}
          today={today}
          logged={log.conversations}
          reader={member}
          formats={formats}
          {...address}
        />
      ) : (
        <StagesBody
          shown={shown}
          address={address}
          formats={formats}
          mayMove={mayLog(member) && filter.to === today}
          singleKeys={member.singleKeys}
        />
      )}
    </>
  );
}
