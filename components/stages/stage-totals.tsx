import type { ReactNode } from "react";
import { ArchivedNote } from "@/components/archived-note";
import { Link } from "@/components/link";
import { LinkPending } from "@/components/link-pending";
import { StageMark } from "@/components/stage-mark";
import type { GridTotals } from "@/lib/figures/grid";
import { plural } from "@/lib/format/plural";
import type { TeamFormats } from "@/lib/format/team-formats";
import type { AddressParams } from "@/lib/page-address";
import { stageAddress } from "./stage-address";

type StageTotalsProps = {
  totals: GridTotals;
  /** The stage that the grid is narrowed to. */
  chosenId: number | null;
  /** The filter of the address, for the links that narrow the grid; null: they narrow nothing. */
  params: AddressParams | null;
  formats: TeamFormats;
  hidesAmounts?: boolean;
};

const look =
  "relative grid min-h-11 min-w-0 grid-cols-[1fr_auto] items-baseline gap-x-2 gap-y-0.5 rounded-box sm:grid-cols-1 border border-border bg-surface px-3 py-2 sm:py-2.5 shadow-box transition-colors aria-[current=true]:border-accent aria-[current=true]:bg-accent-soft";

type TotalProps = {
  params: AddressParams | null;
  stageId: number | null;
  isChosen: boolean;
  children: ReactNode;
};

function Total({ params, stageId, isChosen, children }: TotalProps) {
  const current = isChosen ? "true" : undefined;
  if (!params)
    return (
      <div aria-current={current} className={look}>
        {children}
      </div>
    );
  return (
    <Link
      href={stageAddress(params, isChosen ? null : stageId)}
      aria-current={current}
      className={`${look} hover:bg-surface-hover`}
    >
      {children}
      <LinkPending />
    </Link>
  );
}

/** Each stage with its customers and value; choosing one narrows the grid to it. They add up to all rows. */
export function StageTotals(props: StageTotalsProps) {
  const { totals, chosenId, params, formats, hidesAmounts = false } = props;
  const { count, money } = formats;
  const Frame = params ? "nav" : "section";
  return (
    <Frame aria-label="Customers per stage">
      <ul className="figures grid grid-cols-[repeat(auto-fit,minmax(8.5rem,1fr))] gap-2 sm:grid-cols-3 lg:grid-cols-5">
        <li>
          <Total params={params} stageId={null} isChosen={chosenId === null}>
            <span className="text-label font-medium text-muted">All stages</span>
            <span className="font-semibold sm:text-title">{count(totals.rows)}</span>
            <span className="col-span-full text-label text-muted">
              {plural(totals.rows, "customer", "customers")}
            </span>
          </Total>
        </li>
        {totals.stages.map(({ stage, customers, value }) => (
          <li key={stage.id}>
            <Total params={params} stageId={stage.id} isChosen={stage.id === chosenId}>
              <span className="flex min-w-0 items-start gap-1.5 text-label font-medium text-muted">
                <span className="flex h-4 items-center">
                  <StageMark stage={stage} />
                </span>
                <span className="min-w-0">{stage.name}</span>
              </span>
              <span className="font-semibold sm:text-title">{count(customers)}</span>
              {hidesAmounts ? null : (
                <span className="col-span-full text-label text-muted">{money(value)}</span>
              )}
              <ArchivedNote stage={stage} className="col-span-full" />
            </Total>
          </li>
        ))}
      </ul>
    </Frame>
  );
}
