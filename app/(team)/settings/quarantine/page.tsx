import type { Metadata } from "next";
import { AdminsOnly } from "@/components/settings/admins-only";
import { decisionWords } from "@/components/settings/decision-words";
import { QuarantineList } from "@/components/settings/quarantine-list";
import { SectionHeading } from "@/components/settings/section-heading";
import { db } from "@/db/client";
import { countQuarantined, listDecided, listQuarantined, type QuarantinedRow } from "@/db/queries/quarantine";
import { requireMember } from "@/lib/auth/require-member";
import { cutText } from "@/lib/format/cut-text";
import { dayAndTime } from "@/lib/format/moment-in-words";
import { teamFormats } from "@/lib/format/team-formats";
import { quarantinedValues } from "@/lib/log/read-quarantined";
import { longest } from "@/lib/pipeline/longest";
import { mayAdminister } from "@/lib/pipeline/permissions";

export const metadata: Metadata = { title: "Quarantine" };

const mostWaiting = 50;
const mostDecided = 20;
/** As much of a note as its two lines can show. */
const noteShown = 400;
const shortened = (note: string) => (note.length > noteShown ? `${cutText(note, noteShown)}…` : note);

/** What the devices of removed members still held: an admin decides on each, and finds again what was decided. */
export default async function QuarantinePage() {
  const { member, team } = await requireMember();
  if (!mayAdminister(member)) return <AdminsOnly />;
  const formats = teamFormats(team);
  const [waiting, decided, count] = await Promise.all([
    listQuarantined(db, mostWaiting),
    listDecided(db, mostDecided),
    countQuarantined(db),
  ]);
  const view = (entry: QuarantinedRow, facts: string) => {
    const { customer, note } = quarantinedValues(entry);
    return {
      id: entry.id,
      customer: cutText(customer, longest.name),
      note: entry.decision === "logged" ? "" : shortened(note),
      facts,
    };
  };
  const recorded = (entry: QuarantinedRow) =>
    `By ${entry.member}, ${dayAndTime(entry.deviceRecordedAt ?? entry.receivedAt, team.timeZone, formats)}`;
  return (
    <>
      <SectionHeading
        title="Quarantine"
        lead="What somebody had logged on their device and not sent before they were removed. It counts only once it is logged here."
      />
      {count > waiting.length ? (
        <p className="text-muted">
          The first {formats.count(waiting.length)} of {formats.count(count)}: decide on these, then the next
          ones stand here.
        </p>
      ) : null}
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
