/** A contact whom a member has just called, messaged or mailed; `at`: when, in milliseconds of the device's clock. */
export type ReachedContact = {
  memberId: number;
  how: string;
  customer: string;
  contact: string;
  name: string;
  at: number;
};

const key = "pipelog-reached";

/** For how long logging it is offered to whoever comes back. */
const offeredFor = 2 * 3_600_000;

/** Keeps in this tab whom its member has reached. */
export function keepReached(reached: ReachedContact): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(reached));
  } catch {
    // Without it the offer to log is left out; the call is made all the same.
  }
}

/** Whom this member has reached from this tab of late; null: nobody. */
export function readReached(memberId: number, now: number): ReachedContact | null {
  try {
    const reached: ReachedContact | null = JSON.parse(sessionStorage.getItem(key) ?? "null");
    return reached?.memberId === memberId && now - reached.at < offeredFor ? reached : null;
  } catch {
    return null;
  }
}

/** Forgets whom this tab's member has reached. */
export function forgetReached(): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}
