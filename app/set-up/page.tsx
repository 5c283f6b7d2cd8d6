import type { Metadata } from "next";
import { ButtonLink } from "@/components/button-link";
import { Entrance } from "@/components/entrance";
import { SetUpForm } from "@/components/set-up/set-up-form";
import { db } from "@/db/client";
import { getTeam } from "@/db/queries/team";
import { currencyChoices, timeZoneChoices } from "@/lib/set-up/set-up-choices";

export const metadata: Metadata = { title: "Set up" };

/** Sets the team up with its first admin, which happens once. */
export default async function SetUpPage() {
  if (await getTeam(db)) {
    return (
      <Entrance title="Already set up" lead="The team has already been set up, and that happens only once.">
        <ButtonLink href="/sign-in" variant="primary" className="min-h-11 w-full">
          Sign in
        </ButtonLink>
      </Entrance>
    );
  }
  return (
    <Entrance title="Set up your team" lead="This happens once. Only whoever started Pipelog has the code.">
      <SetUpForm currencies={currencyChoices()} zones={timeZoneChoices()} />
    </Entrance>
  );
}
