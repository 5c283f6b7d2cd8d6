import type { Route } from "next";
import { Card } from "@/components/tremor/card";
import type { DealPath } from "@/lib/customers/deal-paths";
import type { TeamFormats } from "@/lib/format/team-formats";
import type { LocalDate } from "@/lib/pipeline/local-date";
import { outcomes } from "@/lib/pipeline/outcome";
import { DealCard } from "./deal-card";
import { ShowAll } from "./show-all";

type DealListProps = {
  deals: readonly DealPath[];
  /** When the first one to come begins; null: none is to come. */
  nextDealOn: LocalDate | null;
  /** The page's address with all of them rather than the open ones and the last few; undefined: they show already. */
  all: Route | undefined;
  formats: TeamFormats;
};

const closedAtFirst = 3;

function counted(deals: readonly DealPath[], count: TeamFormats["count"]): string {
  return outcomes
    .map((outcome) => ({ outcome, many: deals.filter((deal) => deal.outcome === outcome).length }))
    .flatMap(({ outcome, many }) => (many > 0 ? [`${count(many)} ${outcome}`] : []))
    .join(" · ");
}

/** The customer's deals: the open ones, then those that closed last. */
export function DealList({ deals, nextDealOn, all, formats }: DealListProps) {
  const open = deals.filter(({ outcome }) => outcome === "open");
  const closed = deals.filter(({ outcome }) => outcome !== "open");
  const shown = [...open, ...(all === undefined ? closed : closed.slice(0, closedAtFirst))];
  return (
    <Card id="deals" className="p-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 px-4 py-3">
        <h2 className="font-semibold">Deals</h2>
        <p className="figures text-label text-muted">{counted(deals, formats.count)}</p>
      </div>
      {deals.length === 0 ? (
        <p className="px-4 pb-4 text-muted">
          {nextDealOn === null
            ? "No deal yet. It begins with the first conversation you log with a stage."
            : `No deal yet. One begins on ${formats.date(nextDealOn)}, the day for which its first conversation is logged.`}
        </p>
      ) : (
        <ul>
          {shown.map((deal) => (
            <DealCard key={deal.id} deal={deal} formats={formats} />
          ))}
        </ul>
      )}
      {all !== undefined && shown.length < deals.length ? (
        <ShowAll href={all} what={`${formats.count(deals.length)} deals`} />
      ) : null}
    </Card>
  );
}
