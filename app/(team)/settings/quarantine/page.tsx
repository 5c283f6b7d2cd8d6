import type { Metadata } from "next";
import { ButtonLink } from "@/components/button-link";
import { AdminsOnly } from "@/components/settings/admins-only";
import { dayAndTime } from "@/components/settings/day-and-time";
import { SectionHeading } from "@/components/settings/section-heading";
import { db } from "@/db/client";
import { listQuarantined } from "@/db/queries/quarantine";
import { requireMember } from "@/lib/auth/require-member";
import { teamFormats } from "@/lib/format/team-formats";
import { quarantinedValues } from "@/lib/log/read-quarantined";
import { pageAddress } from "@/lib/page-address";
import { mayAdminister } from "@/lib/pipeline/permissions";

export const metadata: Metadata = { title: "Quarantine" };

/** What the devices of removed members still held: an admin decides on each. */
export default async function QuarantinePage() {
  const { member, team } = await requireMember();
  if (!mayAdminister(member)) return <AdminsOnly />;
  const formats = teamFormats(team);
  const entries = await listQuarantined(db);
  return (
    <>
      <SectionHeading
        title="Quarantine"
        lead="What somebody had logged on their device and not sent before they were removed. It counts only once it is logged here."
      />
      {entries.length === 0 ? (
        <p className="text-muted">Nothing waits for a decision.</p>
      ) : (
        <ul className="rounded-box border border-border bg-surface shadow-box">
          {entries.map((entry) => {
            const { customer, note } = quarantinedValues(entry);
            return (
              <li
                key={entry.id}
                className="flex flex-wrap items-center gap-x-4 gap-y-2 border-border border-b px-4 py-3 last:border-b-0"
              >
                <div className="min-w-0 flex-1 basis-56">
                  <p className="font-medium">{customer || "No customer"}</p>
                  <p className="figures text-label text-muted">
                    By {entry.member},{" "}
                    {dayAndTime(entry.deviceRecordedAt ?? entry.receivedAt, team.timeZone, formats)}
                  </p>
                  {note ? <p className="line-clamp-2">{note}</p> : null}
                </div>
                <ButtonLink href={pageAddress(`/settings/quarantine/${entry.id}`)}>
                  Decide<span className="sr-only"> on the conversation with {customer}</span>
                </ButtonLink>
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}
