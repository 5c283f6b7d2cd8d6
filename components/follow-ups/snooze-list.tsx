import type { Snooze } from "@/db/queries/snoozes";
import { dayAndTime } from "@/lib/format/moment-in-words";
import type { TeamFormats } from "@/lib/format/team-formats";

type SnoozeListProps = { snoozes: readonly Snooze[]; formats: TeamFormats; timeZone: string };

/** Every time the reminder of a follow-up was moved, and why; what was promised stays. */
export function SnoozeList({ snoozes, formats, timeZone }: SnoozeListProps) {
  if (snoozes.length === 0) return null;
  return (
    <section aria-labelledby="snoozes-heading" className="flex flex-col gap-1">
      <h2 id="snoozes-heading" className="font-semibold">
        Snoozed
      </h2>
      <ul className="flex flex-col gap-1">
        {snoozes.map(({ id, dueOn, untilOn, reason, by, snoozedAt, undoneAt }) => (
          <li key={id}>
            From {formats.date(dueOn)} to {formats.date(untilOn)}: {reason}
            <span className="figures text-label text-muted">
              {" "}
              · <bdi>{by}</bdi>, {dayAndTime(snoozedAt, timeZone, formats)}
              {undoneAt ? `, taken back ${dayAndTime(undoneAt, timeZone, formats)}` : ""}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
