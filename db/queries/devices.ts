import { and, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { devices, members } from "@/db/schema";

/** Remembers whose device has the key of that hash. */
export async function insertDevice(
  db: Database,
  { now, ...device }: { keyHash: string; memberId: number; now: Date },
): Promise<void> {
  await db.insert(devices).values({ ...device, createdAt: now, lastSeenAt: now });
}

/** Notes that the member's device with that key was here. @returns whether there is such a device. */
export async function noteDevice(
  db: Database,
  { keyHash, memberId, now }: { keyHash: string; memberId: number; now: Date },
): Promise<boolean> {
  const seen = await db
    .update(devices)
    .set({ lastSeenAt: now })
    .where(and(eq(devices.keyHash, keyHash), eq(devices.memberId, memberId)))
    .returning({ keyHash: devices.keyHash });
  return seen.length > 0;
}

/** Whose device has the key of that hash, and since when they are no longer on the team; undefined: nobody's. */
export async function getDeviceOwner(db: Database, keyHash: string) {
  const [row] = await db
    .select({ memberId: devices.memberId, removedAt: members.removedAt })
    .from(devices)
    .innerJoin(members, eq(members.id, devices.memberId))
    .where(eq(devices.keyHash, keyHash));
  return row;
}

/** Forgets the member's device with the key of that hash. */
export async function deleteDevice(db: Database, keyHash: string, memberId: number): Promise<void> {
  await db.delete(devices).where(and(eq(devices.keyHash, keyHash), eq(devices.memberId, memberId)));
}
