import type { ReactNode } from "react";
import { PageHeader } from "@/components/page-header";
import { SettingsNav } from "@/components/settings/settings-nav";
import { SettingsTitle } from "@/components/settings/settings-title";
import { requireMember } from "@/lib/auth/require-member";
import { mayAdminister } from "@/lib/pipeline/permissions";

/** The frame of the settings' pages. It is not their gate: each page asks who it is itself. */
export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const { member, team } = await requireMember();
  return (
    <>
      <PageHeader title={<SettingsTitle />} lead={team.name} />
      {mayAdminister(member) ? <SettingsNav /> : null}
      {children}
    </>
  );
}
