import { PenLine } from "lucide-react";
import { ButtonLink } from "@/components/button-link";
import { Definition } from "@/components/definition";
import { StageMark } from "@/components/stage-mark";
import { TextLink } from "@/components/text-link";
import { Card } from "@/components/tremor/card";
import type { QuietDeal } from "@/db/queries/quiet-deals";
import { customerAddress } from "@/lib/customers/customer-address";
import { daysAway } from "@/lib/format/days-away";
import type { TeamFormats } from "@/lib/format/team-formats";
import { pageAddress } from "@/lib/page-address";
import type { LocalDate } from "@/lib/pipeline/local-date";
import { quietDefinition } from "@/lib/wording/quiet-definition";

type QuietDealsProps = {
  rows: readonly QuietDeal[];
  /** How many there are, shown or not. */
  count: number;
  today: LocalDate;
  formats: TeamFormats;
  mayLog: boolean;
};

/** Open deals nobody has spoken about for long, the longest quiet first. */
export function QuietDeals({ rows, count, today, formats, mayLog }: QuietDealsProps) {
  return (
    <section id="quiet" aria-labelledby="quiet-heading" className="flex scroll-mt-4 flex-col gap-2">
      <div className="relative flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="quiet-heading" className="flex items-baseline gap-2 font-semibold">
          Quiet deals
          <span className="figures font-normal text-muted">{formats.count(count)}</span>
        </h2>
        <Definition term="What is quiet" text={quietDefinition} />
      </div>
      {rows.length === 0 ? (
        <p className="text-muted">Every open deal was talked about lately or has its next step.</p>
      ) : (
        <Card className="p-0">
          <ul>
            {rows.map((row) => (
              <li
                key={row.dealId}
                className="flex break-inside-avoid flex-wrap items-center justify-between gap-x-4 gap-y-2 border-border border-t px-4 py-3 first:border-t-0"
              >
                <div className="flex min-w-0 flex-1 basis-60 flex-col gap-0.5">
                  <h3>
                    <TextLink href={customerAddress(row.customerId)} className="font-semibold">
                      {row.customer}
                    </TextLink>
                  </h3>
                  <p className="flex items-start gap-x-1.5 text-label">
                    <span className="flex h-4 items-center">
                      <StageMark stage={{ color: row.stageColor, outcome: "open" }} />
                    </span>
                    <span className="min-w-0 text-muted">
                      <span className="font-medium text-text">{row.stage}</span>
                      {[row.deal, row.owner].filter(Boolean).map((fact) => `\u00a0· ${fact}`)}
                    </span>
                  </p>
                </div>
                <div className="flex flex-col gap-0.5 text-right max-sm:text-left">
                  <p className="figures font-semibold">
                    {row.amount === null ? "No amount" : formats.money(row.amount)}
                  </p>
                  <p className="figures text-label text-muted">Last talked {daysAway(row.lastOn, today)}</p>
                </div>
                {mayLog ? (
                  <ButtonLink
                    href={pageAddress("/log", { customer: String(row.customerId), deal: String(row.dealId) })}
                  >
                    <PenLine aria-hidden="true" className="size-4 text-muted" strokeWidth={1.75} />
                    Log<span className="sr-only"> a conversation with {row.customer}</span>
                  </ButtonLink>
                ) : null}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {rows.length < count ? (
        <p className="figures text-label text-muted">
          The first {formats.count(rows.length)} of {formats.count(count)}.
        </p>
      ) : null}
    </section>
  );
}
