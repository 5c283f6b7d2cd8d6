import type { Metadata } from "next";
import { AdminsOnly } from "@/components/settings/admins-only";
import { InviteForm } from "@/components/settings/invite-form";
import { SectionHeading } from "@/components/settings/section-heading";
import { Card } from "@/components/tremor/card";
import { db } from "@/db/client";
import { listOpenInvitations } from "@/db/queries/invitations";
import { listPeopleWithoutLogin } from "@/db/queries/team-members";
import { requireMember } from "@/lib/auth/require-member";
import { environment } from "@/lib/env";
import { invitationDays } from "@/lib/members/invite-member";
import { mayAdminister } from "@/lib/pipeline/permissions";
import { oneParam, type SearchParams } from "@/lib/search-params";

export const metadata: Metadata = { title: "Invite" };

/** A one-time link for somebody who is to join. */
export default async function InviteMemberPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { member } = await requireMember();
  if (!mayAdminister(member)) return <AdminsOnly />;
  const sendsMail = environment().mail !== undefined;
  const [people, invitations, params] = await Promise.all([
    listPeopleWithoutLogin(db),
    listOpenInvitations(db, new Date()),
    searchParams,
  ]);
  const invited = new Set(invitations.map(({ memberId }) => memberId));
  return (
    <>
      <SectionHeading
        title="Invite"
        lead={`${sendsMail ? "The link is mailed, or you hand it over:" : "You get a link to hand over: by mail,"} by chat, in person. Whoever opens it chooses their own password.`}
        back={{ href: "/settings/members", label: "Members" }}
      />
      <Card className="max-w-2xl">
        <InviteForm
          people={people.map(({ id, name, isRemoved }) => ({
            value: String(id),
            label: `${name}${isRemoved ? " (was removed)" : ""}${invited.has(id) ? " (was invited)" : ""}`,
          }))}
          chosenId={oneParam(params, "member") ?? ""}
          sendsMail={sendsMail}
          goodFor={`${invitationDays} days`}
        />
      </Card>
    </>
  );
}
