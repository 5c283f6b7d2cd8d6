import type { Metadata } from "next";
import { cache } from "react";
import { ButtonLink } from "@/components/button-link";
import { NothingHere } from "@/components/nothing-here";
import { PersonLink } from "@/components/privacy/person-link";
import { AdminsOnly } from "@/components/settings/admins-only";
import { OpenWork } from "@/components/settings/open-work";
import { RemoveMember } from "@/components/settings/remove-member";
import { RenameMemberForm } from "@/components/settings/rename-member-form";
import { ResetLinkForm } from "@/components/settings/reset-link-form";
import { RoleForm } from "@/components/settings/role-form";
import { SectionHeading } from "@/components/settings/section-heading";
import { Card } from "@/components/tremor/card";
import { db } from "@/db/client";
import { countGoodAccess } from "@/db/queries/good-access";
import { getMember } from "@/db/queries/team-members";
import { madeLinkHours } from "@/lib/auth/password-reset-link";
import { requireMember } from "@/lib/auth/require-member";
import { titleForAdmins } from "@/lib/auth/title-for-admins";
import { teamFormats } from "@/lib/format/team-formats";
import { endingByRole, endingInWords } from "@/lib/members/ending-in-words";
import { readOpenWork } from "@/lib/members/read-open-work";
import { pageAddress } from "@/lib/page-address";
import { mayAdminister } from "@/lib/pipeline/permissions";
import { recordAt } from "@/lib/record-id";

type MemberPageProps = { params: Promise<{ memberId: string }> };

/** Read once for the title and the page. */
const memberAt = cache((idText: string) => recordAt(idText, (id) => getMember(db, id)));

export async function generateMetadata({ params }: MemberPageProps): Promise<Metadata> {
  return titleForAdmins(async () => (await memberAt((await params).memberId))?.name);
}

/** One member: what they may do, and their leaving. */
export default async function MemberPage({ params }: MemberPageProps) {
  const { member: you, team, today } = await requireMember();
  if (!mayAdminister(you)) return <AdminsOnly />;
  const member = await memberAt((await params).memberId);
  if (!member) return <NothingHere heading="h2" />;
  const work = await readOpenWork(db, member.id, today);
  const formats = teamFormats(team);
  const back = { href: pageAddress("/settings/members"), label: "Members" };
  if (member.removedAt) {
    return (
      <>
        <SectionHeading title={`${member.name} has been removed from the team`} back={back} />
        {member.isErased ? (
          <p className="text-muted">
            Their details were erased; what they recorded stays without their name. If they come back, invite
            them as a new person.
          </p>
        ) : (
          <>
            <p className="text-muted">
              What they recorded stays under their name. They can be invited again.
            </p>
            <div>
              <ButtonLink href={`/settings/members/invite?member=${member.id}`}>
                Invite {member.name} again
              </ButtonLink>
            </div>
          </>
        )}
        <OpenWork memberId={member.id} work={work} formats={formats} />
        <PersonLink kind="member" id={member.id} />
      </>
    );
  }
  const isYou = member.id === you.id;
  const access = await countGoodAccess(db, member.id, new Date());
  return (
    <>
      <SectionHeading title={member.name} lead={member.email} back={back} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card>
          {member.hasLogin ? (
            <RoleForm member={member} ending={endingByRole(access, { role: member.role, isYou })} />
          ) : (
            <div className="flex flex-col items-start gap-3">
              <p>
                {member.name} has history here but cannot sign in. Invite them, and their history becomes
                theirs.
              </p>
              <ButtonLink href={`/settings/members/invite?member=${member.id}`}>
                Invite {member.name}
              </ButtonLink>
            </div>
          )}
        </Card>
        <div className="flex flex-col gap-4">
          <Card>
            <RenameMemberForm member={member} />
          </Card>
          {member.hasPassword ? (
            <ResetLinkForm memberId={member.id} goodFor={`${madeLinkHours} hours`} />
          ) : null}
          <RemoveMember
            member={member}
            isYou={isYou}
            ending={endingInWords(access, isYou ? "yours" : "theirs")}
            work={work}
            formats={formats}
          />
        </div>
      </div>
      <PersonLink kind="member" id={member.id} />
    </>
  );
}
