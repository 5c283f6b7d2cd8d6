import type { Metadata } from "next";
import { ButtonForm } from "@/components/button-form";
import { followUpDays } from "@/components/log/follow-up-days";
import { LogForm } from "@/components/log/log-form";
import { NothingHere } from "@/components/nothing-here";
import { Notice } from "@/components/notice";
import { AdminsOnly } from "@/components/settings/admins-only";
import { DecidedEntry } from "@/components/settings/decided-entry";
import { decisionWords } from "@/components/settings/decision-words";
import { SectionHeading } from "@/components/settings/section-heading";
import { TextLink } from "@/components/text-link";
import { db } from "@/db/client";
import { getQuarantined } from "@/db/queries/quarantine";
import { discardQuarantinedAction, logQuarantinedAction } from "@/lib/actions/quarantine";
import { requireMember } from "@/lib/auth/require-member";
import { teamFormats } from "@/lib/format/team-formats";
import { followUpDates } from "@/lib/log/follow-up-date";
import { openQuarantined } from "@/lib/log/open-quarantined";
import { quarantinedInWords } from "@/lib/log/quarantined-in-words";
import { pageAddress } from "@/lib/page-address";
import { mayAdminister } from "@/lib/pipeline/permissions";
import { recordId } from "@/lib/record-id";

export const metadata: Metadata = { title: "An entry in the quarantine" };

/** One entry of a removed member: looked over and logged as theirs, or discarded; and afterwards what became of it. */
export default async function QuarantinedPage({ params }: { params: Promise<{ entryId: string }> }) {
  const { member, team, today } = await requireMember();
  if (!mayAdminister(member)) return <AdminsOnly />;
  const id = recordId((await params).entryId);
  const entry = id === undefined ? undefined : await getQuarantined(db, id);
  if (!entry) return <NothingHere heading="h2" />;
  const back = { href: pageAddress("/settings/quarantine"), label: "Quarantine" };
  if (entry.decision) {
    const decided = decisionWords(entry, team.timeZone, teamFormats(team));
    return (
      <>
        <SectionHeading title={`An entry of ${entry.member}`} back={back} />
        <Notice kind="done">
          {decided}.{" "}
          {entry.conversationId === null ? (
            "It counts nowhere; this is what it said."
          ) : (
            <TextLink href={pageAddress(`/conversations/${entry.conversationId}`)} className="underline">
              Look at the conversation
            </TextLink>
          )}
        </Notice>
        {entry.conversationId === null ? (
          <DecidedEntry said={await quarantinedInWords(db, entry, team)} />
        ) : null}
      </>
    );
  }
  return (
    <div className="flex max-w-2xl flex-col gap-5">
      <SectionHeading
        back={back}
        title={`Logged by ${entry.member}, not sent in time`}
        lead={`Look it over. It is logged under the name of ${entry.member}.`}
      />
      <LogForm
        action={logQuarantinedAction}
        {...(await openQuarantined(db, entry, { team, today }))}
        corrected={null}
        sentAlong={{ entryId: entry.id }}
        button={[`Log as ${entry.member}`, "Logging…"]}
        fixedCustomer={null}
        currency={team.currency}
        followUpDates={followUpDates(today)}
        followUpDays={followUpDays(today, team)}
        ownHolder={entry.member}
      />
      <ButtonForm
        action={discardQuarantinedAction}
        fields={{ entryId: entry.id }}
        variant="danger"
        first="Discard it…"
      >
        Yes, discard it
      </ButtonForm>
    </div>
  );
}
