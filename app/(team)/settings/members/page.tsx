import { UserPlus } from "lucide-react";
import type { Metadata } from "next";
import { ButtonLink } from "@/components/button-link";
import { Notice } from "@/components/notice";
import { AdminsOnly } from "@/components/settings/admins-only";
import { MemberTable } from "@/components/settings/member-table";
import { RemovedMembers } from "@/components/settings/removed-members";
import { RevocableList } from "@/components/settings/revocable-list";
import { SectionHeading } from "@/components/settings/section-heading";
import { db } from "@/db/client";
import { listOpenInvitations } from "@/db/queries/invitations";
import { getMailStatus } from "@/db/queries/mail-status";
import { listRemovedMembers, listTeamMembers, type TeamMember } from "@/db/queries/team-members";
import { revokeInvitationAction } from "@/lib/actions/invitations";
import { requireMember } from "@/lib/auth/require-member";
import { environment } from "@/lib/env";
import { dayAndTime } from "@/lib/format/moment-in-words";
import { none, teamFormats } from "@/lib/format/team-formats";
import { localDateOf } from "@/lib/pipeline/local-date";
import { mayAdminister } from "@/lib/pipeline/permissions";
import { roleWords } from "@/lib/wording/role-words";

export const metadata: Metadata = { title: "Members" };

/** Who is of the team and what they may, whom the team has invited, and who left it. */
export default async function MembersPage() {
  const { member: you, team } = await requireMember();
  if (!mayAdminister(you)) return <AdminsOnly />;
  const sendsMail = environment().mail !== undefined;
  const [members, removed, invitations, mail] = await Promise.all([
    listTeamMembers(db),
    listRemovedMembers(db),
    listOpenInvitations(db, new Date()),
    sendsMail ? getMailStatus(db) : undefined,
  ]);
  const isMailFailing = mail?.failedAt && (!mail.sentAt || mail.failedAt > mail.sentAt);
  const formats = teamFormats(team);
  const day = (at: Date) => formats.date(localDateOf(at, team.timeZone));
  const openFor = (memberId: number) => invitations.find((invitation) => invitation.memberId === memberId);
  const cannotSignIn = (memberId: number) => {
    const open = openFor(memberId);
    return `Cannot sign in: imported history${open ? `, invited on ${day(open.createdAt)}` : ""}`;
  };
  const row = ({ id, name, email, role, hasLogin, lastSeenAt, joinedAt, invitedBy }: TeamMember) => ({
    id,
    name,
    isYou: id === you.id,
    email: email ?? (hasLogin ? "Signs in with another account" : cannotSignIn(id)),
    role: hasLogin ? roleWords[role].name : none,
    lastSeen: lastSeenAt ? dayAndTime(lastSeenAt, team.timeZone, formats) : none,
    joined: hasLogin ? `${day(joinedAt)}${invitedBy ? `, invited by ${invitedBy}` : ""}` : none,
    hasLogin,
    isInvited: openFor(id) !== undefined,
  });
  return (
    <>
      <SectionHeading
        title="Members"
        lead="Admins keep the settings, members log, viewers read. A change holds from the person’s next click."
        action={
          <ButtonLink href="/settings/members/invite" variant="primary">
            <UserPlus aria-hidden="true" className="size-4" />
            Invite
          </ButtonLink>
        }
      />
      {mail?.failedAt && isMailFailing ? (
        <Notice kind="error">
          The last mail, on {dayAndTime(mail.failedAt, team.timeZone, formats)}, was not sent. {mail.failure}{" "}
          Until this is put right, hand links over yourself.
        </Notice>
      ) : null}
      <MemberTable rows={members.map(row)} />
      <section aria-labelledby="invitations-heading" className="mt-2 flex flex-col gap-2">
        <h3 id="invitations-heading" className="font-semibold">
          Open invitations
        </h3>
        <RevocableList
          action={revokeInvitationAction}
          field="invitationId"
          label="Open invitations"
          empty="Nobody is invited right now."
          items={invitations.map(({ id, name, role, email, invitedBy, createdAt, expiresAt }) => ({
            id,
            title: name,
            facts: `As ${roleWords[role].withArticle}, invited by ${invitedBy} on ${day(createdAt)}${email ? `, mailed to ${email}` : ""}, good until ${dayAndTime(expiresAt, team.timeZone, formats)}`,
          }))}
        />
      </section>
      <RemovedMembers
        members={removed.map(({ removedAt, ...member }) => ({ ...member, removedOn: day(removedAt) }))}
      />
    </>
  );
}
