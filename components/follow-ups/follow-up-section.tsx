import { Card } from "@/components/tremor/card";
import type { FollowUpRow as Row } from "@/db/queries/follow-ups";
import type { TeamFormats } from "@/lib/format/team-formats";
import type { LocalDate } from "@/lib/pipeline/local-date";
import type { Actor } from "@/lib/pipeline/permissions";
import { FollowUpRow } from "./follow-up-row";

type FollowUpSectionProps = {
  id: string;
  title: string;
  rows: readonly Row[];
  /** The same rows under headings of their own. */
  parts?: readonly { title: string; rows: readonly Row[] }[];
  /** How many there are, shown or not. */
  count: number;
  /** What stands here when there are none. */
  nothing: string;
  /** The one that a link led to, by its conversation. */
  ledToId: number | undefined;
  today: LocalDate;
  formats: TeamFormats;
  actor: Actor;
};

/** Follow-ups of one kind, the first due first, with how many there are. */
export function FollowUpSection(props: FollowUpSectionProps) {
  const { id, title, rows, count, nothing, ledToId, today, formats, actor } = props;
  const parts = props.parts ?? [{ title: "", rows }];
  return (
    <section id={id} aria-labelledby={`${id}-heading`} className="flex scroll-mt-4 flex-col gap-2">
      <h2 id={`${id}-heading`} className="flex items-baseline gap-2 font-semibold">
        {title}
        <span className="figures font-normal text-muted">{formats.count(count)}</span>
      </h2>
      {rows.length === 0 ? (
        <p className="text-muted">{nothing}</p>
      ) : (
        parts.map((part) => (
          <div key={part.title} className="flex flex-col gap-1">
            {part.title ? <h3 className="text-label text-muted">{part.title}</h3> : null}
            <Card className="p-0">
              <ul className="@container">
                {part.rows.map((row) => (
                  <FollowUpRow
                    key={row.conversationId}
                    row={row}
                    isLedTo={row.conversationId === ledToId}
                    today={today}
                    formats={formats}
                    actor={actor}
                    heading={part.title ? "h4" : "h3"}
                  />
                ))}
              </ul>
            </Card>
          </div>
        ))
      )}
      {rows.length < count ? (
        <p className="figures text-label text-muted">
          The first {formats.count(rows.length)} of {formats.count(count)}.
        </p>
      ) : null}
    </section>
  );
}
