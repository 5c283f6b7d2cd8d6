import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { BackLink } from "@/components/back-link";
import { Entrance } from "@/components/entrance";
import { ForgottenForm } from "@/components/sign-in/forgotten-form";
import { db } from "@/db/client";
import { getTeam } from "@/db/queries/team";
import { environment } from "@/lib/env";

export const metadata: Metadata = { title: "Forgotten password" };

/** For whoever forgot the password: a link by mail, or whom to ask. */
export default async function ForgottenPasswordPage() {
  if (!(await getTeam(db))) redirect("/set-up");
  const sendsMail = environment().mail !== undefined;
  return (
    <Entrance
      title="Forgotten your password?"
      lead={
        sendsMail
          ? "Say which e-mail you sign in with, and a link to set a new password comes to it."
          : "Ask an admin of your team: they can make you a link to set a new one. If nobody can, whoever runs Pipelog can."
      }
    >
      {sendsMail ? <ForgottenForm /> : null}
      <div className={sendsMail ? "mt-4" : ""}>
        <BackLink href="/sign-in">Sign in</BackLink>
      </div>
    </Entrance>
  );
}
