import type { Metadata } from "next";
import { BackLink } from "@/components/back-link";
import { followUpDays } from "@/components/log/follow-up-days";
import { LogForm } from "@/components/log/log-form";
import { NothingHere } from "@/components/nothing-here";
import { Notice } from "@/components/notice";
import { AdminsOnly } from "@/components/settings/admins-only";
import { ButtonForm } from "@/components/settings/button-form";
import { SectionHeading } from "@/components/settings/section-heading";
import { db } from "@/db/client";
import { getQuarantined } from "@/db/queries/quarantine";
import { discardQuarantinedAction, logQuarantinedAction } from "@/lib/actions/quarantine";
import { requireMember } from "@/lib/auth/require-member";
import { readLogChoices } from "@/lib/log/log-choices";
import { quarantinedValues } from "@/lib/log/read-quarantined";
import { pageAddress } from "@/lib/page-address";
import { mayAdminister } from "@/lib/pipeline/permissions";
import { recordId } from "@/lib/record-id";

export const metadata: Metadata = { title: "An entry in the quarantine" };

/** One entry of a removed member: looked over and logged as theirs, or discarded. */
export default async function QuarantinedPage({ params }: { params: Promise<{ entryId: string }> }) {
  const { member, team, today } = await requireMember();
  if (!mayAdminister(member)) return <AdminsOnly />;
  const id = recordId((await params).entryId);
  const entry = id === undefined ? undefined : await getQuarantined(db, id);
  if (!entry) return <NothingHere />;
  const back = <BackLink href={pageAddress("/settings/quarantine")}>Quarantine</BackLink>;
  if (entry.decision)
    return (
      <>
        {back}
        <Notice>It was decided already: this entry is {entry.decision}.</Notice>
      </>
    );
  return (
    <div className="flex max-w-2xl flex-col gap-5">
      {back}
      <SectionHeading
        title={`Logged by ${entry.member}, not sent in time`}
        lead={`Look it over. It is logged under the name of ${entry.member}.`}
      />
      <LogForm
        action={logQuarantinedAction}
        values={quarantinedValues(entry)}
        corrected={null}
        sentAlong={{ entryId: entry.id }}
        button={[`Log as ${entry.member}`, "Logging…"]}
        fixedCustomer={null}
        choices={{ ...(await readLogChoices(db)), holders: [] }}
        likely={[]}
        context={null}
        currency={team.currency}
        followUpDays={followUpDays(today, team)}
        ownHolder={entry.member}
      />
      <ButtonForm action={discardQuarantinedAction} fields={{ entryId: entry.id }} variant="danger">
        Discard it
      </ButtonForm>
    </div>
  );
}
