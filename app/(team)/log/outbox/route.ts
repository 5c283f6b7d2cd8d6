import { db } from "@/db/client";
import { getTeam } from "@/db/queries/team";
import { problem } from "@/lib/api/problem";
import { readJson } from "@/lib/api/read-json";
import { currentMember } from "@/lib/auth/current-member";
import { isDeviceOfRemoved } from "@/lib/auth/device-key";
import { isOwnRequest } from "@/lib/auth/is-own-request";
import type { EntryAnswer, OutboxAnswered } from "@/lib/device/outbox-entry";
import { outboxSchema } from "@/lib/log/outbox-schema";
import { quarantineEntries } from "@/lib/log/quarantine";
import { receiveEntries } from "@/lib/log/receive-entries";
import { mayLog } from "@/lib/pipeline/permissions";
import { logProblems } from "@/lib/wording/log-problems";

function answered(answers: EntryAnswer[], isGone: boolean, now: Date): Response {
  const body: OutboxAnswered = { answers, isGone, now: now.toISOString() };
  return Response.json(body, { headers: { "cache-control": "no-store" } });
}

/**
 * Logs what a device sends, entry by entry, for the member who is signed in and nobody else. From the device of
 * a removed member the entries go to the quarantine, and the device is told to forget everything.
 */
export async function POST(request: Request): Promise<Response> {
  const now = new Date();
  const signedIn = await currentMember();
  const sent = await readJson(request, outboxSchema);
  const isTheirs = signedIn !== undefined && signedIn.member.id === sent?.memberId;
  const isRemoved = sent !== undefined && !isTheirs && (await isDeviceOfRemoved(db, sent));
  if (!isRemoved && !signedIn) return problem(401, "Unauthorized", "Sign in again.");
  if (!isRemoved && signedIn && !mayLog(signedIn.member))
    return problem(403, "Forbidden", logProblems.viewer);
  if (!isOwnRequest(request)) return problem(403, "Forbidden", "This was sent from somewhere else.");
  if (!sent) return problem(400, "Bad request", "This cannot be read as entries of a log.");
  if (isTheirs) {
    const { member, team } = signedIn;
    return answered(await receiveEntries(db, sent.entries, { ...sent, member, team, now }), false, now);
  }
  const team = await getTeam(db);
  if (!isRemoved || !team)
    return problem(401, "Unauthorized", "Sign in as the member whose entries they are.");
  return answered(await quarantineEntries(db, sent.entries, { ...sent, team, now }), true, now);
}
