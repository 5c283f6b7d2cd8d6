import type { Metadata } from "next";
import { BackLink } from "@/components/back-link";
import { FilterFacts } from "@/components/filters/filter-facts";
import { filtersInWords } from "@/components/filters/filters-in-words";
import { viewAddress } from "@/components/filters/view-address";
import { Notice } from "@/components/notice";
import { PageHeader } from "@/components/page-header";
import { ShareForm } from "@/components/share/share-form";
import { Card } from "@/components/tremor/card";
import { db } from "@/db/client";
import { listStages } from "@/db/queries/stages";
import { shareViews } from "@/db/schema";
import { requireMember } from "@/lib/auth/require-member";
import { gridParameters, readGridView } from "@/lib/figures/grid-params";
import { readPageFilter } from "@/lib/figures/page-filter";
import { teamFormats } from "@/lib/format/team-formats";
import { pageAddress } from "@/lib/page-address";
import { addDays } from "@/lib/pipeline/local-date";
import { mayShare } from "@/lib/pipeline/permissions";
import { oneParam, pickParams, type SearchParams } from "@/lib/search-params";
import { shareDays } from "@/lib/shares/share-rules";
import { sharedViews } from "@/lib/wording/share-parts";

type NewShareLinkPageProps = { searchParams: Promise<SearchParams> };

const askedView = (params: SearchParams) =>
  shareViews.find((name) => name === oneParam(params, "of")) ?? "overview";

export async function generateMetadata({ searchParams }: NewShareLinkPageProps): Promise<Metadata> {
  return { title: `Share: ${sharedViews[askedView(await searchParams)].name}` };
}

/** Shares the overview, the stages or the analysis as the address filters it. */
export default async function NewShareLinkPage({ searchParams }: NewShareLinkPageProps) {
  const { member, team, today } = await requireMember();
  const params = await searchParams;
  const view = askedView(params);
  const { name, path } = sharedViews[view];
  const [pageFilter, stages] = await Promise.all([readPageFilter(db, params, today, team), listStages(db)]);
  const isGrid = view === "stages";
  const asked = isGrid ? pickParams(params, gridParameters) : {};
  const { view: grid, stage } = readGridView({ ...asked, cursor: "" }, stages);
  // A named period that ends before the as-of day is counted back from that day, not from its own end.
  const { preset, comparedAs, salesperson, asOf } = pageFilter;
  const formats = teamFormats(team);
  const address = viewAddress(path, params, isGrid ? gridParameters : []);
  const facts = [
    ...filtersInWords({ ...pageFilter, salesperson: salesperson?.name ?? null }, formats),
    ...(stage ? [{ label: "Stage", value: stage.name }] : []),
    ...(grid.search ? [{ label: "Search", value: grid.search }] : []),
  ];
  return (
    <>
      <BackLink href={pageAddress(path, address.params)}>{name}</BackLink>
      <PageHeader
        title={`Share: ${name}`}
        lead="Whoever has the link reads exactly this, without signing in, and nothing else."
      />
      <FilterFacts facts={facts} />
      {mayShare(member) ? (
        <Card className="max-w-xl">
          <ShareForm
            draft={{
              view,
              title: name,
              hidden: {
                preset: comparedAs ?? "",
                from: preset === null ? (pageFilter.filter.from ?? "") : "",
                salesperson: String(salesperson?.id ?? ""),
                stage: String(stage?.id ?? ""),
                search: grid.search,
                sort: grid.sort,
                ...(grid.descending ? { descending: "on" } : {}),
              },
              day: asOf,
              today,
              until: addDays(today, shareDays),
              showsSalespeople: isGrid || salesperson !== null,
            }}
          />
        </Card>
      ) : (
        <Notice>Viewers read. Ask a member or an admin to share this.</Notice>
      )}
    </>
  );
}
