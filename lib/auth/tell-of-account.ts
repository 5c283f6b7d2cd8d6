import type { Database } from "@/db/client";
import { environment } from "@/lib/env";
import type { accountLinkedMail } from "@/lib/mail/account-mails";
import { deliverLater } from "@/lib/mail/deliver";
import { passwordChangedMail } from "@/lib/mail/password-mails";

type Told = { member: { name: string; email: string | null }; team: { name: string } };

/** Tells a member by mail what was done to their account at the issuer: it is a way in as them. */
export function tellOfAccount(
  db: Database,
  { member: { name, email }, team }: Told,
  write: typeof accountLinkedMail,
): void {
  const { oidc } = environment();
  if (!email || !oidc) return;
  deliverLater(db, (linkTo) =>
    write({
      to: { name, address: email },
      team: team.name,
      issuer: oidc.name,
      link: linkTo("/profile"),
    }),
  );
}

/** Tells a member by mail that their password is another one now. */
export function tellOfPassword(db: Database, { member: { name, email }, team }: Told): void {
  if (!email) return;
  deliverLater(db, (linkTo) =>
    passwordChangedMail({
      to: { name, address: email },
      team: team.name,
      link: linkTo("/forgotten-password"),
    }),
  );
}
