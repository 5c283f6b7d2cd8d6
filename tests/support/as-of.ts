import { gt, inArray, sql } from "drizzle-orm";
import fc from "fast-check";
import { expect } from "vitest";
import type { Database } from "@/db/client";
import type { FigureFilter } from "@/db/queries/figure-filter";
import { conversations, conversationVersions } from "@/db/schema";
import { readAnalysis } from "@/lib/figures/analysis";
import { readFunnel } from "@/lib/figures/funnel";
import { readGridPage, readGridTotals } from "@/lib/figures/grid";
import { readOverview } from "@/lib/figures/overview";
import { readTimeInStage } from "@/lib/figures/time-in-stage";
import { readTrends } from "@/lib/figures/trends";
import { deriveAllDeals } from "@/lib/log/derive-deals";

/** A log without conversations, deals and states, its ids from 1 again; team, stages and customers stay. */
export async function emptyLog(db: Database): Promise<void> {
  await db.execute(
    sql`truncate conversations, conversation_versions, deals, deal_owners, deal_states, deal_spans restart identity cascade`,
  );
}

/** Every figure the pages and the API show with that filter. */
export async function everyFigure(db: Database, filter: FigureFilter) {
  const view = {
    stageId: null,
    search: "",
    sort: "stage",
    descending: false,
    after: null,
    limit: 100,
  } as const;
  return {
    overview: await readOverview(db, filter, 2),
    totals: await readGridTotals(db, filter, 2),
    grid: await readGridPage(db, filter, view, 2),
    analysis: await readAnalysis(db, filter),
    funnel: await readFunnel(db, filter),
    timeInStage: await readTimeInStage(db, filter),
    trends: await readTrends(db, filter),
  };
}

/** Any filter from 1 May 2026 to the `lastDay` of that month, for everybody's deals or one of these members'. */
export function anyFilter(lastDay: number, memberIds: () => readonly number[]): fc.Arbitrary<FigureFilter> {
  const dayOfMay = fc
    .integer({ min: 1, max: lastDay })
    .map((day) => `2026-05-${String(day).padStart(2, "0")}`);
  return fc
    .record({
      to: dayOfMay,
      since: fc.option(dayOfMay, { nil: null }),
      whose: fc.option(fc.nat({ max: 20 }), { nil: null }),
    })
    .map(({ to, since, whose }) => ({
      to,
      from: since !== null && since > to ? to : since,
      salespersonId: whose === null ? null : (memberIds()[whose % memberIds().length] ?? null),
    }));
}

const onlyToSee = new Error("Only to see what it would be.");

/**
 * Expects every figure as of T to be that of a database with only the conversations up to T, their versions
 * and the memberships, owners and stages of this one; leaves the database as it is.
 */
export async function expectAsOfIsCutOff(db: Database, filter: FigureFilter): Promise<void> {
  const asOf = await everyFigure(db, filter);
  await expect(
    db.transaction(async (tx) => {
      const later = gt(conversations.localDate, filter.to);
      const laterIds = tx.select({ id: conversations.id }).from(conversations).where(later);
      await tx.delete(conversationVersions).where(inArray(conversationVersions.conversationId, laterIds));
      await tx.delete(conversations).where(later);
      await deriveAllDeals(tx);
      expect(await everyFigure(tx, filter)).toEqual(asOf);
      throw onlyToSee;
    }),
  ).rejects.toBe(onlyToSee);
}
