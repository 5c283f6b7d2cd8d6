import { ArrowRight, CircleCheck } from "lucide-react";
import type { Route } from "next";
import type { ReactNode } from "react";
import { Link } from "@/components/link";
import { LinkPending } from "@/components/link-pending";
import { Card } from "@/components/tremor/card";
import { customerAddress } from "@/lib/customers/customer-address";
import { type Attention, isAnythingWaiting } from "@/lib/follow-ups/read-attention";
import { daysAway } from "@/lib/format/days-away";
import type { TeamFormats } from "@/lib/format/team-formats";
import { pageAddress } from "@/lib/page-address";
import type { LocalDate } from "@/lib/pipeline/local-date";

type NeedsAttentionProps = {
  attention: Attention;
  /** Whose it is: the page's salesperson; null = everybody's. */
  salespersonId: number | null;
  today: LocalDate;
  formats: TeamFormats;
};

type Row = { key: number; customerId: number; customer: string; text: string };

type PartProps = { title: string; count: string; href: Route; isUrgent?: boolean; rows: readonly Row[] };

function Part({ title, count, href, isUrgent = false, rows }: PartProps): ReactNode {
  return (
    <div className="flex min-w-0 flex-col gap-1 p-4 py-3 pointer-coarse:gap-2">
      <Link href={href} className="touch-around group flex items-baseline gap-2 self-start">
        <span className={`figures whitespace-nowrap font-semibold text-title ${isUrgent ? "text-lost" : ""}`}>
          {count}
        </span>
        <span className="font-medium text-muted group-hover:text-text">{title}</span>
        <ArrowRight aria-hidden="true" className="size-3 self-center text-accent" />
        <LinkPending isUnderText />
      </Link>
      <ul>
        {rows.map(({ key, customerId, customer, text }) => (
          <li key={key} className="flex items-baseline justify-between gap-x-3 enlarged:flex-wrap">
            <Link
              href={customerAddress(customerId)}
              className="touch-target relative inline-flex min-h-6 min-w-0 items-center hover:underline"
            >
              <span className="truncate enlarged:whitespace-normal">{customer}</span>
              <LinkPending isUnderText />
            </Link>
            <span className="figures max-w-2/5 enlarged:max-w-full shrink-0 truncate text-label text-muted">
              {text}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What waits to be done today: overdue and due follow-ups and quiet deals, how many and the first few. */
export function NeedsAttention({ attention, salespersonId, today, formats }: NeedsAttentionProps) {
  const { overdue, today: dueToday, quiet } = attention;
  const whose = salespersonId === null ? "everyone" : String(salespersonId);
  const hrefFor = (part: string) => `${pageAddress("/follow-ups", { whose })}#${part}` as Route;
  const promised = (row: (typeof overdue.first)[number]) => ({ ...row, key: row.conversationId });
  if (!isAnythingWaiting(attention))
    return (
      <p className="flex items-center gap-2 text-muted">
        <CircleCheck aria-hidden="true" className="size-4 text-won" />
        Nothing is due today, and no deal has gone quiet.
      </p>
    );
  return (
    <section aria-labelledby="attention-heading">
      <Card className="break-inside-avoid p-0">
        <h2 id="attention-heading" className="px-4 pt-3 font-semibold">
          Needs attention
        </h2>
        <div className="grid grid-cols-1 divide-border max-lg:divide-y lg:grid-cols-3 lg:divide-x">
          <Part
            title="overdue"
            count={formats.count(overdue.count)}
            isUrgent={overdue.count > 0}
            href={hrefFor("overdue")}
            rows={overdue.first.map((row) => ({ ...promised(row), text: daysAway(row.dueOn, today) }))}
          />
          <Part
            title="due today"
            count={formats.count(dueToday.count)}
            href={hrefFor("today")}
            rows={dueToday.first.map((row) => ({ ...promised(row), text: row.heldBy }))}
          />
          <Part
            title={quiet.count === 1 ? "quiet deal" : "quiet deals"}
            count={formats.count(quiet.count)}
            href={hrefFor("quiet")}
            rows={quiet.first.map((row) => ({
              key: row.dealId,
              customerId: row.customerId,
              customer: row.customer,
              text: daysAway(row.lastOn, today),
            }))}
          />
        </div>
      </Card>
    </section>
  );
}
