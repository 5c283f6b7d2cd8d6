import type { Metadata } from "next";
import { ButtonLink } from "@/components/button-link";
import { Entrance } from "@/components/entrance";
import { NewPasswordForm } from "@/components/sign-in/new-password-form";
import { db } from "@/db/client";
import { getPasswordReset } from "@/db/queries/password-resets";
import { hashOfToken } from "@/lib/auth/secret-token";

export const metadata: Metadata = { title: "New password", robots: { index: false } };

/** A new password, by a one-time link. Opening it changes nothing; one that is not good says no more than that. */
export default async function NewPasswordPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const reset = await getPasswordReset(db, hashOfToken(token), new Date());
  if (!reset) {
    return (
      <Entrance
        title="This link is not good any more"
        lead="A link works one time and not for long. Ask for a new one."
      >
        <ButtonLink href="/forgotten-password" variant="primary" className="min-h-11 w-full">
          Ask for a new link
        </ButtonLink>
      </Entrance>
    );
  }
  return (
    <Entrance title="Set a new password" lead={`For ${reset.name}, who signs in as ${reset.email}.`}>
      <NewPasswordForm token={token} email={reset.email ?? ""} />
    </Entrance>
  );
}
