import { FollowUpRow } from "@/components/follow-ups/follow-up-row";
import { Card } from "@/components/tremor/card";
import type { FollowUpRow as Row } from "@/db/queries/follow-ups";
import type { TeamFormats } from "@/lib/format/team-formats";
import type { LocalDate } from "@/lib/pipeline/local-date";
import type { Actor } from "@/lib/pipeline/permissions";

type CustomerDueProps = {
  title?: string;
  rows: readonly Row[];
  today: LocalDate;
  formats: TeamFormats;
  actor: Actor;
};

/** The follow-ups promised to the customer that are not done yet. */
export function CustomerDue({ title = "Follow-ups", rows, today, formats, actor }: CustomerDueProps) {
  return (
    <Card className="p-0">
      <h2 className="px-4 pt-3 font-semibold">{title}</h2>
      {rows.length === 0 ? (
        <p className="px-4 pt-1 pb-4 text-muted">Nothing is promised.</p>
      ) : (
        <ul className="@container">
          {rows.map((row) => (
            <FollowUpRow
              key={row.conversationId}
              row={row}
              today={today}
              formats={formats}
              actor={actor}
              isOnCustomer
            />
          ))}
        </ul>
      )}
    </Card>
  );
}
