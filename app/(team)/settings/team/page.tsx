import type { Metadata } from "next";
import { Form } from "@/components/form";
import { GoButton } from "@/components/go-button";
import { SelectField } from "@/components/select-field";
import { AdminsOnly } from "@/components/settings/admins-only";
import { SectionHeading } from "@/components/settings/section-heading";
import { TeamForm } from "@/components/settings/team-form";
import { Card } from "@/components/tremor/card";
import { db } from "@/db/client";
import { requireMember } from "@/lib/auth/require-member";
import { mayAdminister } from "@/lib/pipeline/permissions";
import { currencyChoices, timeZoneChoices, timeZoneLabel } from "@/lib/set-up/set-up-choices";
import { isCurrencyFixed } from "@/lib/team/change-team";
import { localeChoices } from "@/lib/team/locale-choices";

export const metadata: Metadata = { title: "Team settings" };

/** The team: its name, its currency, how it writes numbers and dates, and its time zone. */
export default async function TeamSettingsPage() {
  const { member, team, today } = await requireMember();
  if (!mayAdminister(member)) return <AdminsOnly />;
  const fixed = await isCurrencyFixed(db);
  return (
    <>
      <SectionHeading title="Team" lead="What holds for everybody: name, money, writing and time." />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card>
          <TeamForm
            team={team}
            currencies={currencyChoices()}
            locales={localeChoices(team.locale, team, today)}
            fixed={
              fixed
                ? "It is fixed: amounts have been logged in it, and they would mean something else."
                : undefined
            }
          />
        </Card>
        <Card>
          <Form action="/settings/team/time-zone" className="flex flex-col items-start gap-3">
            <h3 className="font-semibold">Time zone</h3>
            <p className="text-muted">
              It decides which day a conversation belongs to. Now it is {timeZoneLabel(team.timeZone)}.
              Another one changes past figures too: you see how many conversations change their day before
              anything is saved.
            </p>
            <div className="w-full">
              <SelectField
                label="Another time zone"
                name="to"
                prompt="Choose a time zone"
                options={timeZoneChoices()}
                required
              />
            </div>
            <GoButton>Look at the change</GoButton>
          </Form>
        </Card>
      </div>
    </>
  );
}
