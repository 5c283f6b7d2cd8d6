import type { Database } from "@/db/client";
import type { Salesperson } from "@/db/queries/members";
import { plural } from "@/lib/format/plural";
import type { TeamFormats } from "@/lib/format/team-formats";
import type { LocalDate } from "@/lib/pipeline/local-date";
import { type Overview, readOverview } from "./overview";
import { overviewInWords } from "./overview-in-words";

/** A figure before and after, in words. `whose`: a salesperson's; null = everybody's. */
export type FigureChange = { whose: string | null; figure: string; before: string; after: string };

type Asked = {
  today: LocalDate;
  currencyDigits: number;
  /** Whose figures are compared besides everybody's. */
  salespeople?: readonly Pick<Salesperson, "id" | "name">[];
};

/** The overview as of today since the beginning: everybody's, then each salesperson's. */
export async function readKeyFigures(db: Database, { today, currencyDigits, salespeople = [] }: Asked) {
  const figures: { whose: string | null; overview: Overview }[] = [];
  for (const person of [null, ...salespeople]) {
    const filter = { to: today, from: null, salespersonId: person?.id ?? null };
    figures.push({
      whose: person?.name ?? null,
      overview: await readOverview(db, filter, currencyDigits),
    });
  }
  return figures;
}

type KeyFigures = Awaited<ReturnType<typeof readKeyFigures>>;

function inWords(overview: Overview, formats: TeamFormats): Record<string, string> {
  const { inPipeline, won, lost } = overview.figures;
  const { count, money } = formats;
  const counted = ({ deals, customers, value }: { deals: number; customers: number; value: string }) =>
    `${count(deals)} ${plural(deals, "deal", "deals")}, ${count(customers)} ${plural(customers, "customer", "customers")}, ${money(value)}`;
  return {
    "In Pipeline": counted(inPipeline),
    Won: counted(won),
    Lost: counted(lost),
    ...overviewInWords(overview, formats),
  };
}

/** Of two readings of the same figures, those that differ. */
export function figureChanges(before: KeyFigures, after: KeyFigures, formats: TeamFormats): FigureChange[] {
  return before.flatMap(({ whose, overview }, index) => {
    const then = after[index];
    if (!then) return [];
    const [was, is] = [inWords(overview, formats), inWords(then.overview, formats)];
    return Object.keys(was).flatMap((figure) =>
      was[figure] === is[figure]
        ? []
        : [{ whose, figure, before: was[figure] ?? "", after: is[figure] ?? "" }],
    );
  });
}
