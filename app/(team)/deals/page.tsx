import type { Metadata } from "next";
import { CursorNotice } from "@/components/cursor-notice";
import { dealRow } from "@/components/deals/deal-row";
import { DealTable } from "@/components/deals/deal-table";
import { EmptyState } from "@/components/empty-state";
import { CopyLink } from "@/components/filters/copy-link";
import { FilterBar } from "@/components/filters/filter-bar";
import { periodInWords } from "@/components/filters/period-in-words";
import { absoluteAddress, viewAddress } from "@/components/filters/view-address";
import { ListPages } from "@/components/list-pages";
import { Notice } from "@/components/notice";
import { PageHeader } from "@/components/page-header";
import { db } from "@/db/client";
import { requireMember } from "@/lib/auth/require-member";
import {
  dealPageSize,
  periodOfFigure,
  readDealCursor,
  readDealList,
  readListedFigure,
} from "@/lib/figures/deal-list";
import { readPageFilter } from "@/lib/figures/page-filter";
import { plural } from "@/lib/format/plural";
import { teamFormats } from "@/lib/format/team-formats";
import { oneParam, type SearchParams } from "@/lib/search-params";
import { listedFigureNames } from "@/lib/wording/listed-figures";

type DealsPageProps = { searchParams: Promise<SearchParams> };

export async function generateMetadata({ searchParams }: DealsPageProps): Promise<Metadata> {
  return { title: listedFigureNames[readListedFigure(oneParam(await searchParams, "figure"))] };
}

/** The deals a figure of the overview was counted from. */
export default async function DealsPage({ searchParams }: DealsPageProps) {
  const { team, today } = await requireMember();
  const params = await searchParams;
  const pageFilter = await readPageFilter(db, params, today, team);
  const { filter } = pageFilter;
  const asked = oneParam(params, "figure");
  const figure = readListedFigure(asked);
  const cursor = oneParam(params, "cursor");
  const after = readDealCursor(cursor);
  const { total, items, next } = await readDealList(db, { figure, filter, after }, team.currencyDigits);

  const formats = teamFormats(team);
  const { count, money } = formats;
  const address = viewAddress("/deals", params, ["figure"]);
  const name = listedFigureNames[figure];
  return (
    <>
      <PageHeader
        title={name}
        lead={`${count(total.deals)} ${plural(total.deals, "deal", "deals")} of ${count(total.customers)} ${plural(total.customers, "customer", "customers")}, ${money(total.value)}, ${periodInWords(periodOfFigure(figure, filter), formats)}`}
        actions={<CopyLink href={absoluteAddress(address, pageFilter)} />}
      />
      <FilterBar
        address={address}
        filter={pageFilter}
        formats={formats}
        periodMeaning={
          figure === "in-pipeline" || figure === "new-prospects"
            ? "This figure depends on the last day only, not on where the period starts."
            : undefined
        }
        salespersonMeaning="Keeps the deals this person owns."
      />
      {asked !== "" && asked !== figure ? (
        <Notice>There is no figure “{asked}”; these are the deals in pipeline.</Notice>
      ) : null}
      <CursorNotice asked={cursor} isFirst={after === null} />
      <ListPages
        address={address}
        isFirst={after === null}
        next={next}
        pageSize={count(dealPageSize)}
        shown={count(items.length)}
        total={`${count(total.deals)} ${plural(total.deals, "deal", "deals")}`}
      >
        {items.length === 0 ? (
          <EmptyState title="No deals here">
            <p className="text-muted">
              No deal is counted in this figure with this period, day and salesperson.
            </p>
          </EmptyState>
        ) : (
          <DealTable label={name} rows={items.map((deal) => dealRow(deal, formats))} />
        )}
      </ListPages>
    </>
  );
}
