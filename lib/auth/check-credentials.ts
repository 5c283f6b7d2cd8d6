import type { Database } from "@/db/client";
import { getLogin } from "@/db/queries/logins";
import { deleteExpiredSessions } from "@/db/queries/sessions";
import { TooBusyError } from "@/lib/turns";
import type { AttemptKey } from "./attempt-limits";
import { visitorOf } from "./client-address";
import { longestPassword } from "./password-length";
import { tryPassword } from "./try-password";

/** What an attempt to sign in came to. `wrong` never tells whether the e-mail is known. */
type CheckedCredentials =
  | { kind: "member"; id: number; name: string; email: string; passwordHash: string | undefined }
  | { kind: "wrong" }
  | { kind: "wait"; seconds: number }
  | { kind: "busy" };

type Attempt = {
  email: string;
  password: string;
  /** Where it comes from, as far as it can be believed. */
  address: string | undefined;
};

/**
 * Checks an e-mail and a password. Each attempt is counted per e-mail and per address before it is made and
 * slowed down after a few failures; a known and an unknown e-mail take the same steps and time.
 *
 * @param secret key of the counted e-mails and addresses.
 */
export async function checkCredentials(
  db: Database,
  secret: string,
  { email: typed, password, address }: Attempt,
  now: Date,
): Promise<CheckedCredentials> {
  const email = typed.trim().toLowerCase();
  if (email === "" || email.length > 254 || password === "" || password.length > longestPassword) {
    return { kind: "wrong" };
  }
  const keys: [AttemptKey, AttemptKey] = [
    { kind: "sign-in e-mail", of: email },
    { kind: "sign-in address", of: visitorOf(address) },
  ];
  const login = await getLogin(db, email);
  try {
    const passwordHash = login?.passwordHash ?? undefined;
    const tried = await tryPassword(db, secret, keys, { passwordHash, password }, now);
    if (tried.kind === "wait") return tried;
    if (tried.kind === "wrong" || !login?.email) return { kind: "wrong" };
    await deleteExpiredSessions(db, now);
    return { kind: "member", id: login.id, name: login.name, email: login.email, passwordHash };
  } catch (error) {
    if (error instanceof TooBusyError) return { kind: "busy" };
    throw error;
  }
}
