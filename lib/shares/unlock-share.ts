import type { Database } from "@/db/client";
import { getGoodShareLink } from "@/db/queries/share-links";
import { deleteEndedShareUnlocks, insertShareUnlock } from "@/db/queries/share-unlocks";
import type { AttemptKey } from "@/lib/auth/attempt-limits";
import { visitorOf } from "@/lib/auth/client-address";
import { longestPassword } from "@/lib/auth/password-length";
import { hashOfToken, newSecretToken } from "@/lib/auth/secret-token";
import { tryPassword } from "@/lib/auth/try-password";
import { unlockDays } from "./unlock-cookie";

type Attempt = {
  token: string;
  passphrase: string;
  /** Where it comes from, as far as it can be believed. */
  address: string | undefined;
};

/** What giving a passphrase came to; `open` with the token that opens the link from now on. */
type Unlocking =
  | { kind: "open"; unlock: string }
  | { kind: "gone" }
  | { kind: "wrong" }
  | { kind: "wait"; seconds: number };

/**
 * Checks a link's passphrase. Each attempt is counted per link and per address before it is made, and slowed
 * down after a few failures.
 *
 * @param secret key of the counted links and addresses.
 * @throws TooBusyError too many are opening links or signing in.
 */
export async function unlockShare(
  db: Database,
  secret: string,
  { token, passphrase, address }: Attempt,
  now: Date,
): Promise<Unlocking> {
  const link = await getGoodShareLink(db, hashOfToken(token), now);
  if (!link?.passphraseHash) return { kind: "gone" };
  if (passphrase.length > longestPassword) return { kind: "wrong" };
  const keys: [AttemptKey, AttemptKey] = [
    { kind: "shared link", of: String(link.id) },
    { kind: "shared link address", of: visitorOf(address) },
  ];
  const { passphraseHash: passwordHash } = link;
  const tried = await tryPassword(db, secret, keys, { passwordHash, password: passphrase }, now);
  if (tried.kind !== "right") return tried;
  await deleteEndedShareUnlocks(db, now);
  const unlock = newSecretToken();
  await insertShareUnlock(db, {
    tokenHash: hashOfToken(unlock),
    shareLinkId: link.id,
    createdAt: now,
    expiresAt: new Date(now.getTime() + unlockDays * 86_400_000),
  });
  return { kind: "open", unlock };
}
