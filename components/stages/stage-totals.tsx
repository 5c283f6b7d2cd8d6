import Link from "next/link";
import { LinkPending } from "@/components/link-pending";
import { StageMark } from "@/components/stage-mark";
import type { GridTotals } from "@/lib/figures/grid";
import { plural } from "@/lib/format/plural";
import type { TeamFormats } from "@/lib/format/team-formats";
import { type AddressParams, pageAddress } from "@/lib/page-address";

type StageTotalsProps = {
  totals: GridTotals;
  /** The stage that the grid is narrowed to. */
  chosenId: number | null;
  params: AddressParams;
  formats: TeamFormats;
};

const look =
  "relative grid min-h-11 min-w-0 grid-cols-[1fr_auto] items-baseline gap-x-2 gap-y-0.5 rounded-box sm:grid-cols-1 border border-border bg-surface px-3 py-2 sm:py-2.5 shadow-box transition-colors hover:bg-surface-hover aria-[current=true]:border-accent aria-[current=true]:bg-accent-soft";

/** Each stage with its customers and value; choosing one narrows the grid to it. They add up to all rows. */
export function StageTotals({ totals, chosenId, params, formats }: StageTotalsProps) {
  const hrefFor = (stageId: number | null) =>
    pageAddress("/stages", { ...params, stage: stageId ? String(stageId) : null, cursor: null });
  const { count, money } = formats;
  return (
    <nav aria-label="Customers per stage">
      <ul className="figures grid grid-cols-2 gap-2 sm:grid-cols-3 lg:grid-cols-5">
        <li>
          <Link href={hrefFor(null)} aria-current={chosenId === null ? "true" : undefined} className={look}>
            <span className="text-label font-medium text-muted">All stages</span>
            <span className="font-semibold sm:text-title">{count(totals.rows)}</span>
            <span className="col-span-full text-label text-muted">
              {plural(totals.rows, "customer", "customers")}
            </span>
          </Link>
        </li>
        {totals.stages.map(({ stage, customers, value }) => (
          <li key={stage.id}>
            <Link
              href={hrefFor(stage.id === chosenId ? null : stage.id)}
              prefetch={false}
              aria-current={stage.id === chosenId ? "true" : undefined}
              className={look}
            >
              <span className="flex min-w-0 items-center gap-1.5 text-label font-medium text-muted">
                <StageMark stage={stage} />
                <span className="truncate">{stage.name}</span>
              </span>
              <span className="font-semibold sm:text-title">{count(customers)}</span>
              <span className="col-span-full truncate text-label text-muted">{money(value)}</span>
              <LinkPending />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
