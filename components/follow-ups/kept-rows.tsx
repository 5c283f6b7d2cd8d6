import { TextLink } from "@/components/text-link";
import { Card } from "@/components/tremor/card";
import type { FollowUpDue } from "@/db/queries/follow-up-outcomes";
import { plural } from "@/lib/format/plural";
import type { TeamFormats } from "@/lib/format/team-formats";
import { followUpWords } from "@/lib/wording/follow-up-words";

type KeptRowsProps = {
  title: string;
  rows: readonly FollowUpDue[];
  /** How many there are, shown or not. */
  count: number;
  formats: TeamFormats;
};

/** A page of the follow-ups behind one of the figures, the latest due first. */
export function KeptRows({ title, rows, count, formats }: KeptRowsProps) {
  return (
    <section aria-labelledby="rows-heading" className="flex flex-col gap-2">
      <h2 id="rows-heading" className="flex items-baseline gap-2 font-semibold">
        {title}
        <span className="figures font-normal text-muted">{formats.count(count)}</span>
      </h2>
      {rows.length === 0 ? (
        <p className="text-muted">There are none in this period.</p>
      ) : (
        <Card className="p-0">
          <ul>
            {rows.map(({ conversationId, customer, member, dueOn, doneOn, delayDays, state }) => (
              <li
                key={conversationId}
                className="flex flex-wrap items-baseline justify-between gap-x-4 border-border border-t px-4 py-2.5 first:border-t-0"
              >
                <TextLink href={`/conversations/${conversationId}`} className="font-medium">
                  {customer}
                </TextLink>
                <p className="figures text-label text-muted">
                  {member} · due {formats.date(dueOn)} ·{" "}
                  {doneOn === null
                    ? followUpWords[state].label.toLowerCase()
                    : `done ${formats.date(doneOn)}${delayDays && delayDays > 0 ? `, ${delayDays} ${plural(delayDays, "day", "days")} late` : ""}`}
                </p>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </section>
  );
}
