import { StageMark } from "@/components/stage-mark";
import { TextLink } from "@/components/text-link";
import type { DealPath as Deal } from "@/lib/customers/deal-paths";
import type { TeamFormats } from "@/lib/format/team-formats";
import { pageAddress } from "@/lib/page-address";
import type { Outcome } from "@/lib/pipeline/outcome";
import { inOneLine } from "@/lib/wording/in-one-line";
import { DealPath } from "./deal-path";

type DealCardProps = {
  deal: Deal;
  formats: TeamFormats;
  /** Where it is shown on its own page no link leads to it. */
  isOnItsPage?: boolean;
};

// "Won" and "Closed – lost" say it themselves.
const saysOutcome = (stage: string, outcome: Outcome) =>
  stage
    .toLowerCase()
    .split(/[^a-z]+/)
    .includes(outcome);

/** One deal: where it stands, what it is worth, whose it is, and the way it took. */
export function DealCard({ deal, formats, isOnItsPage = false }: DealCardProps) {
  const { id, name, stage, stageColor, outcome, amount, openedOn, closedOn, owner, steps } = deal;
  const { date, money } = formats;
  return (
    <li className="flex flex-col gap-2 border-border border-t px-4 py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5">
        <h3 className="flex min-w-0 items-baseline gap-1.5 font-medium">
          <span className="flex self-center">
            <StageMark stage={{ color: stageColor, outcome }} />
          </span>
          <span>
            {stage}
            {name ? <span className="font-normal text-muted"> · {name}</span> : null}
            {saysOutcome(stage, outcome) ? null : <span className="sr-only">, {outcome}</span>}
          </span>
        </h3>
        <p className="figures font-semibold">{amount === null ? <NoAmount /> : money(amount)}</p>
      </div>
      <DealPath steps={steps} formats={formats} />
      <p className="figures flex flex-wrap justify-between gap-x-4 text-label text-muted">
        <span>{inOneLine([`Opened ${date(openedOn)}`, closedOn && `closed ${date(closedOn)}`, owner])}</span>
        {isOnItsPage ? null : (
          <TextLink
            href={pageAddress(`/deals/${id}`)}
            className="ml-auto font-medium text-accent print:hidden"
          >
            Details<span className="sr-only"> of the deal {name ?? `opened ${date(openedOn)}`}</span>
          </TextLink>
        )}
      </p>
    </li>
  );
}

function NoAmount() {
  return <span className="font-normal text-muted">No amount</span>;
}
