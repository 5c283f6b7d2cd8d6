import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ButtonForm } from "@/components/button-form";
import { ButtonLink } from "@/components/button-link";
import { AdminsOnly } from "@/components/settings/admins-only";
import { SectionHeading } from "@/components/settings/section-heading";
import { timeZoneSentences } from "@/components/settings/time-zone-sentences";
import { Card } from "@/components/tremor/card";
import { db } from "@/db/client";
import { changeTimeZoneAction } from "@/lib/actions/team";
import { requireMember } from "@/lib/auth/require-member";
import { teamFormats } from "@/lib/format/team-formats";
import { isTimeZone } from "@/lib/pipeline/local-date";
import { mayAdminister } from "@/lib/pipeline/permissions";
import { oneParam, type SearchParams } from "@/lib/search-params";
import { timeZoneLabel } from "@/lib/set-up/set-up-choices";
import { previewTimeZone } from "@/lib/team/change-time-zone";

export const metadata: Metadata = { title: "Change the time zone" };

/** What another time zone would change, before it is saved. */
export default async function TimeZonePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { member, team } = await requireMember();
  if (!mayAdminister(member)) return <AdminsOnly />;
  const timeZone = oneParam(await searchParams, "to");
  if (!isTimeZone(timeZone) || timeZone === team.timeZone) redirect("/settings/team");
  const changes = await previewTimeZone(db, timeZone);
  return (
    <>
      <SectionHeading
        title={`From ${timeZoneLabel(team.timeZone)} to ${timeZoneLabel(timeZone)}`}
        lead="A conversation belongs to the day it was on in the team's time zone."
        back={{ href: "/settings/team", label: "Team" }}
      />
      <Card className="flex max-w-2xl flex-col gap-4">
        <h3 className="font-semibold">What would change</h3>
        <ul className="flex list-disc flex-col gap-1 pl-5">
          {timeZoneSentences(changes, teamFormats(team).count).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <div className="flex flex-wrap items-start gap-2">
          <ButtonForm
            action={changeTimeZoneAction}
            fields={{ version: team.version, timeZone }}
            variant="primary"
          >
            Change to {timeZoneLabel(timeZone)}
          </ButtonForm>
          <ButtonLink href="/settings/team" variant="quiet">
            Keep {timeZoneLabel(team.timeZone)}
          </ButtonLink>
        </div>
      </Card>
    </>
  );
}
