import { hash, verify } from "@node-rs/argon2";
import { takeTurns } from "@/lib/turns";

const inTurn = takeTurns({ atOnce: 2, waiting: 100 });
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The argon2id hash that is stored of a password. @throws TooBusyError too many passwords are being checked. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize("NFC"), cost));
}

const hashOfNobody =
  "$argon2id$v=19$m=19456,t=2,p=1$c2FsdCBvZiBub2JvZHkgMQ$8B2O7TMGBl6dCpeFkJ7iDqWaqzS2UuUK5zuSzgyKgx0";

/**
 * Whether it is the password of the hash. Without a hash (no such account, no login) the same work is
 * done, so that the time taken tells nothing.
 *
 * @throws TooBusyError when too many passwords are being checked.
 */
export async function passwordMatches(passwordHash: string | undefined, password: string): Promise<boolean> {
  const matches = await inTurn(() => verify(passwordHash ?? hashOfNobody, password.normalize("NFC")));
  return matches && passwordHash !== undefined;
}
