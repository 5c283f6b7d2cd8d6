import type { Metadata } from "next";
import { AdminsOnly } from "@/components/settings/admins-only";
import { decisionWords } from "@/components/settings/decision-words";
import { QuarantineList } from "@/components/settings/quarantine-list";
import { SectionHeading } from "@/components/settings/section-heading";
import { db } from "@/db/client";
import { listDecided, listQuarantined, type QuarantinedRow } from "@/db/queries/quarantine";
import { requireMember } from "@/lib/auth/require-member";
import { dayAndTime } from "@/lib/format/moment-in-words";
import { teamFormats } from "@/lib/format/team-formats";
import { quarantinedValues } from "@/lib/log/read-quarantined";
import { mayAdminister } from "@/lib/pipeline/permissions";

export const metadata: Metadata = { title: "Quarantine" };

const mostDecided = 20;

/** What the devices of removed members still held: an admin decides on each, and finds again what was decided. */
export default async function QuarantinePage() {
  const { member, team } = await requireMember();
  if (!mayAdminister(member)) return <AdminsOnly />;
  const formats = teamFormats(team);
  const [waiting, decided] = await Promise.all([listQuarantined(db), listDecided(db, mostDecided)]);
  const view = (entry: QuarantinedRow, facts: string) => {
    const { customer, note } = quarantinedValues(entry);
    return { id: entry.id, customer, note: entry.decision === "logged" ? "" : note, facts };
  };
  const recorded = (entry: QuarantinedRow) =>
    `By ${entry.member}, ${dayAndTime(entry.deviceRecordedAt ?? entry.receivedAt, team.timeZone, formats)}`;
  return (
    <>
      <SectionHeading
        title="Quarantine"
        lead="What somebody had logged on their device and not sent before they were removed. It counts only once it is logged here."
      />
      {waiting.length === 0 ? (
        <p className="text-muted">Nothing waits for a decision.</p>
      ) : (
        <QuarantineList
          entries={waiting.map((entry) => view(entry, recorded(entry)))}
          verb="Decide"
          on="on the conversation with"
        />
      )}
      {decided.length > 0 ? (
        <section aria-labelledby="decided-heading" className="mt-2 flex flex-col gap-2">
          <h3 id="decided-heading" className="font-semibold">
            {decided.length < mostDecided ? "Decided" : `The last ${mostDecided} decided`}
          </h3>
          <QuarantineList
            entries={decided.map((entry) =>
              view(entry, `${recorded(entry)}. ${decisionWords(entry, team.timeZone, formats)}`),
            )}
            verb="Look"
            on="at the conversation with"
          />
        </section>
      ) : null}
    </>
  );
}
