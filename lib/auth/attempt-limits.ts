import type { Database } from "@/db/client";
import {
  type AttemptLimit,
  countAttempt,
  deleteAttempts,
  deleteAttemptsBefore,
  forgiveAttempts,
  secondsToWait,
  uncountAttempt,
} from "@/db/queries/sign-in-failures";
import { keyedHash } from "./secret-token";

const day = 86_400;

/** Per kind of key. An office shares an address, so it has more attempts than one e-mail. */
const attemptLimits = {
  "sign-in e-mail": { free: 5, longestWaitSeconds: 300, forgetAfterSeconds: day },
  "sign-in address": { free: 25, longestWaitSeconds: 900, forgetAfterSeconds: day },
  "reset e-mail": { free: 3, longestWaitSeconds: 3600, forgetAfterSeconds: day },
  "reset address": { free: 10, longestWaitSeconds: 3600, forgetAfterSeconds: day },
  "shared link": { free: 5, longestWaitSeconds: 300, forgetAfterSeconds: day },
  "shared link address": { free: 25, longestWaitSeconds: 900, forgetAfterSeconds: day },
  "set-up address": { free: 10, longestWaitSeconds: 300, forgetAfterSeconds: day },
} as const satisfies Record<string, AttemptLimit>;

/** Whose attempts are counted: a kind of limit and the e-mail or address it is kept for. */
export type AttemptKey = { kind: keyof typeof attemptLimits; of: string };

class Refused extends Error {
  constructor(readonly waitSeconds: number) {
    super("Too many attempts");
  }
}

function hashOfKey(secret: string, { kind, of }: AttemptKey): string {
  return keyedHash(secret, `${kind}: ${of}`);
}

/**
 * Takes one attempt of every key, all or none, and counts it as failed until `attemptSucceeded` or
 * `giveAttemptBack`. Keys must always be given in the same order of kinds, so that two attempts never wait for each
 * other.
 *
 * @returns 0 when the attempt may be made, else the seconds to wait.
 */
export async function takeAttempt(
  db: Database,
  secret: string,
  keys: readonly AttemptKey[],
  now: Date,
): Promise<number> {
  try {
    await db.transaction(async (tx) => {
      for (const key of keys) {
        const hash = hashOfKey(secret, key);
        const limit = attemptLimits[key.kind];
        if (!(await countAttempt(tx, hash, limit, now))) {
          throw new Refused(await secondsToWait(tx, hash, limit, now));
        }
      }
    });
    return 0;
  } catch (error) {
    if (error instanceof Refused) return error.waitSeconds;
    throw error;
  }
}

/**
 * The attempt did not fail: the first key (what was proved) starts anew; the others get theirs back and one
 * failure before it forgiven, so that an address with more right than wrong is never slow for long.
 */
export async function attemptSucceeded(
  db: Database,
  secret: string,
  [proved, ...others]: readonly [AttemptKey, ...AttemptKey[]],
  now: Date,
): Promise<void> {
  await deleteAttempts(db, hashOfKey(secret, proved));
  for (const key of others) await forgiveAttempts(db, hashOfKey(secret, key), 2);
  await deleteAttemptsBefore(db, new Date(now.getTime() - day * 1000));
}

/** Nobody looked at the attempt that was taken at `now`: it is as if it had not been made. */
export async function giveAttemptBack(
  db: Database,
  secret: string,
  keys: readonly AttemptKey[],
  now: Date,
): Promise<void> {
  for (const key of keys) await uncountAttempt(db, hashOfKey(secret, key), attemptLimits[key.kind], now);
}

/** How long to wait, in words: "1 second", "2 minutes". */
export function waitInWords(seconds: number): string {
  const [count, unit] = seconds < 90 ? [seconds, "second"] : [Math.ceil(seconds / 60), "minute"];
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

/** What whoever has to wait is told. */
export function tooManyAttempts(seconds: number): string {
  return `Too many attempts. Please wait ${waitInWords(seconds)}, then try again.`;
}
