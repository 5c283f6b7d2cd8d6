import type { Metadata } from "next";
import { ButtonLink } from "@/components/button-link";
import { Entrance } from "@/components/entrance";
import { AcceptForm } from "@/components/invite/accept-form";
import { IssuerForm } from "@/components/sign-in/issuer-form";
import { db } from "@/db/client";
import { getOpenInvitation } from "@/db/queries/invitations";
import { getTeam } from "@/db/queries/team";
import { hashOfToken } from "@/lib/auth/secret-token";
import { environment } from "@/lib/env";
import { invitedPersonId } from "@/lib/members/invited-person";
import { roleWords } from "@/lib/wording/role-words";

export const metadata: Metadata = { title: "Invitation", robots: { index: false } };

/** An invitation, by its one-time link. Opening it changes nothing; one that is not good says no more than that. */
export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const [team, invitation] = await Promise.all([
    getTeam(db),
    getOpenInvitation(db, hashOfToken(token), new Date()),
  ]);
  if (!team || !invitation) {
    return (
      <Entrance
        title="This invitation is not good any more"
        lead="A link works one time and for a few days. If you have joined by it already, sign in. If not, ask whoever invited you for a new one."
      >
        <ButtonLink href="/sign-in" variant="primary" className="min-h-11 w-full">
          Sign in
        </ButtonLink>
      </Entrance>
    );
  }
  const { name, role, email, invitedBy } = invitation;
  const memberId = await invitedPersonId(db, invitation);
  const { oidc } = environment();
  return (
    <Entrance
      title={`Welcome, ${name}`}
      lead={`${invitedBy} invites you to ${team.name} as ${roleWords[role].withArticle}. ${memberId === null ? "" : "The conversations recorded under your name become yours. "}Choose how you sign in.`}
    >
      <AcceptForm token={token} name={memberId === null ? name : null} email={email} />
      {oidc ? <IssuerForm name={oidc.name} fields={{ token }} /> : null}
    </Entrance>
  );
}
