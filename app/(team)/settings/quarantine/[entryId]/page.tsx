import type { Metadata } from "next";
import { cache } from "react";
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
import { titleForAdmins } from "@/lib/auth/title-for-admins";
import { dayAndTime } from "@/lib/format/moment-in-words";
import { teamFormats } from "@/lib/format/team-formats";
import { followUpDates } from "@/lib/log/follow-up-date";
import { openQuarantined } from "@/lib/log/open-quarantined";
import { quarantinedInWords } from "@/lib/log/quarantined-in-words";
import { pageAddress } from "@/lib/page-address";
import { mayAdminister } from "@/lib/pipeline/permissions";
import { recordAt } from "@/lib/record-id";

type QuarantinedPageProps = { params: Promise<{ entryId: string }> };

/** Read once for the title and the page. */
const entryAt = cache((idText: string) => recordAt(idText, (id) => getQuarantined(db, id)));

export async function generateMetadata({ params }: QuarantinedPageProps): Promise<Metadata> {
  const { team } = await requireMember();
  return titleForAdmins(async () => {
    const entry = await entryAt((await params).entryId);
    if (!entry) return undefined;
    const at = entry.deviceRecordedAt ?? entry.receivedAt;
    return `An entry of ${entry.member}, ${dayAndTime(at, team.timeZone, teamFormats(team))}`;
  });
}

/** One entry of a removed member: looked over and logged as theirs, or discarded; and afterwards what became of it. */
export default async function QuarantinedPage({ params }: QuarantinedPageProps) {
  const { member, team, today } = await requireMember();
  if (!mayAdminister(member)) return <AdminsOnly />;
  const entry = await entryAt((await params).entryId);
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
