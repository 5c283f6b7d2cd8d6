import type { Metadata } from "next";
import { BackLink } from "@/components/back-link";
import { WaitingList } from "@/components/device/waiting-list";
import { PageHeader } from "@/components/page-header";
import { requireMember } from "@/lib/auth/require-member";
import { pageAddress } from "@/lib/page-address";

export const metadata: Metadata = { title: "Waiting to be sent" };

/** What was logged on this device and is not with the team yet. */
export default async function WaitingPage() {
  const { member, team } = await requireMember();
  return (
    <div className="mx-auto flex w-full max-w-2xl flex-col gap-4">
      <BackLink href={pageAddress("/log")}>Log a conversation</BackLink>
      <PageHeader
        title="Waiting to be sent"
        lead="Logged on this device and not with the team yet. It is sent by itself, in this order."
      />
      <WaitingList memberId={member.id} team={{ locale: team.locale, timeZone: team.timeZone }} />
      <noscript>Without JavaScript nothing is kept on this device.</noscript>
    </div>
  );
}
