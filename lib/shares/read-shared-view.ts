import type { Database } from "@/db/client";
import { getMember } from "@/db/queries/team-members";
import type { ShareView } from "@/db/schema";
import { readAnalysis } from "@/lib/figures/analysis";
import { readFunnel } from "@/lib/figures/funnel";
import { readOverviewView } from "@/lib/figures/overview-view";
import { readTimeInStage } from "@/lib/figures/time-in-stage";
import { initials } from "@/lib/format/initials";
import type { OpenShare } from "./open-share";
import { readSharedStages } from "./read-shared-stages";
import { readShareFilter, type SharedFilter } from "./share-filter";
import { withoutAmounts } from "./without-amounts";
import { rowsWithoutIds, stageWithoutId } from "./without-ids";

async function readOverviewPart(
  db: Database,
  { link, shared, currencyDigits }: { link: OpenShare["link"]; shared: SharedFilter; currencyDigits: number },
) {
  const { overview, before, totals, trends } = await readOverviewView(db, shared, currencyDigits);
  const stages = rowsWithoutIds(totals.stages);
  if (!link.amountsHidden) return { overview, before, totals: { ...totals, stages }, trends };
  return {
    overview: withoutAmounts(overview),
    before: before && { ...before, overview: withoutAmounts(before.overview) },
    totals: { ...totals, stages: stages.map((row) => ({ ...row, value: "0" })) },
    trends,
  };
}

async function readAnalysisPart(db: Database, { filter }: SharedFilter) {
  const [analysis, funnel, timeInStage] = await Promise.all([
    readAnalysis(db, filter),
    readFunnel(db, filter),
    readTimeInStage(db, filter),
  ]);
  return {
    analysis: rowsWithoutIds(analysis),
    funnel: funnel.map((step, index) => ({
      ...step,
      stage: step.stage && stageWithoutId(step.stage, index),
    })),
    timeInStage: rowsWithoutIds(timeInStage),
  };
}

/**
 * What an open link shows, its masks already on: nothing that is hidden gets any further than here, so no
 * component can show or send it.
 *
 * @param asked which page of the rows, from 1, and the key of their order.
 */
export async function readSharedView(
  db: Database,
  { link, team, today }: Pick<OpenShare, "link" | "team" | "today">,
  asked: { page: number; secret: string },
) {
  const { currencyDigits } = team;
  const shared = readShareFilter(link.filter, today);
  const { salespersonId } = shared.filter;
  const person = salespersonId === null ? undefined : await getMember(db, salespersonId);
  const name = person?.name ?? "Somebody";
  const about = {
    filter: shared.filter,
    preset: shared.preset,
    isFrozen: shared.isFrozen,
    isSearched: link.view === "stages" && shared.grid.search !== "",
    salesperson: salespersonId === null ? null : link.salespeopleByInitials ? initials(name) : name,
  };
  const readers = {
    overview: async () => ({
      view: "overview" as const,
      ...about,
      ...(await readOverviewPart(db, { link, shared, currencyDigits })),
    }),
    stages: async () => ({
      view: "stages" as const,
      ...about,
      ...(await readSharedStages(db, { link, shared, currencyDigits, ...asked })),
    }),
    analysis: async () => ({ view: "analysis" as const, ...about, ...(await readAnalysisPart(db, shared)) }),
  } satisfies Record<ShareView, unknown>;
  return readers[link.view]();
}

export type SharedView = Awaited<ReturnType<typeof readSharedView>>;
