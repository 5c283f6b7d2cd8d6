import type { Database } from "@/db/client";
import { getDeviceOwner, insertDevice, noteDevice } from "@/db/queries/devices";
import { hashOfToken, newSecretToken } from "./secret-token";

/**
 * The key by which the server knows this member's device when nobody is signed in there: the one it has, or a
 * new one.
 */
export async function deviceKey(
  db: Database,
  { key, memberId, now }: { key: string | null; memberId: number; now: Date },
): Promise<string> {
  if (key && (await noteDevice(db, { keyHash: hashOfToken(key), memberId, now }))) return key;
  const issued = newSecretToken();
  await insertDevice(db, { keyHash: hashOfToken(issued), memberId, now });
  return issued;
}

/** Whether that key is of a device of that member, who was removed from the team. */
export async function isDeviceOfRemoved(
  db: Database,
  { key, memberId }: { key: string | null; memberId: number },
): Promise<boolean> {
  const owner = key ? await getDeviceOwner(db, hashOfToken(key)) : undefined;
  return owner?.memberId === memberId && owner.removedAt !== null;
}
