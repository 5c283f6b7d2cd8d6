import { inArray, or, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import {
  apiTokens,
  contacts,
  customers,
  devices,
  followUpSnoozes,
  identities,
  invitations,
  knownBrowsers,
  listFilters,
  members,
  quarantinedEntries,
  sessions,
  shareLinks,
} from "@/db/schema";
import { idArray } from "./id-array";
import type { PersonRows } from "./person-traces";

async function listMemberRows(db: Database, memberIds: number[], invitationIds: number[]) {
  return {
    members: (await db.select().from(members).where(inArray(members.id, memberIds))).map(
      ({ passwordHash, ...member }) => member,
    ),
    sessions: (await db.select().from(sessions).where(inArray(sessions.memberId, memberIds))).map(
      ({ tokenHash, ...session }) => session,
    ),
    knownBrowsers: await db
      .select({ memberId: knownBrowsers.memberId, lastSignInAt: knownBrowsers.lastSignInAt })
      .from(knownBrowsers)
      .where(inArray(knownBrowsers.memberId, memberIds)),
    devices: (await db.select().from(devices).where(inArray(devices.memberId, memberIds))).map(
      ({ keyHash, ...device }) => device,
    ),
    identities: await db.select().from(identities).where(inArray(identities.memberId, memberIds)),
    invitations: (await db.select().from(invitations).where(inArray(invitations.id, invitationIds))).map(
      ({ tokenHash, ...invitation }) => invitation,
    ),
    apiTokens: (await db.select().from(apiTokens).where(inArray(apiTokens.madeById, memberIds))).map(
      ({ tokenHash, ...token }) => token,
    ),
    shareLinks: (await db.select().from(shareLinks).where(inArray(shareLinks.madeById, memberIds))).map(
      ({ tokenHash, passphraseHash, ...link }) => link,
    ),
    listFilters: await db.select().from(listFilters).where(inArray(listFilters.memberId, memberIds)),
    quarantinedEntries: await db
      .select()
      .from(quarantinedEntries)
      .where(inArray(quarantinedEntries.memberId, memberIds)),
  };
}

/**
 * The person's own rows as they stand, and why the reminders of their conversations were moved; without what
 * proves who signs in.
 */
export async function listHeldRows(db: Database, rows: PersonRows, talkIds: number[]) {
  const { contactIds, customerIds, memberIds, invitationIds } = rows;
  return {
    contacts: await db.select().from(contacts).where(inArray(contacts.id, contactIds)),
    customers: await db.select().from(customers).where(inArray(customers.id, customerIds)),
    ...(await listMemberRows(db, memberIds, invitationIds)),
    followUpSnoozes: await db
      .select()
      .from(followUpSnoozes)
      .where(
        or(
          sql`${followUpSnoozes.conversationId} = any(${idArray(talkIds)})`,
          inArray(followUpSnoozes.snoozedById, memberIds),
        ),
      ),
  };
}
