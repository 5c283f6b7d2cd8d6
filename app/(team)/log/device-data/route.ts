import { z } from "zod";
import { db } from "@/db/client";
import { problem } from "@/lib/api/problem";
import { readJson } from "@/lib/api/read-json";
import { currentMember } from "@/lib/auth/current-member";
import { deviceKey } from "@/lib/auth/device-key";
import { isOwnRequest } from "@/lib/auth/is-own-request";
import { readDeviceData } from "@/lib/log/read-device-data";
import { mayLog } from "@/lib/pipeline/permissions";

const schema = z.object({ key: z.string().max(100).nullable() });

/** What this member's device keeps for when there is no connection, and its key. Viewers log nothing: theirs keeps nothing. */
export async function POST(request: Request): Promise<Response> {
  const present = await currentMember();
  if (!present) return problem(401, "Unauthorized", "Sign in again.");
  if (!mayLog(present.member)) return problem(403, "Forbidden", "Viewers log nothing.");
  if (!isOwnRequest(request)) return problem(403, "Forbidden", "This was sent from somewhere else.");
  const sent = await readJson(request, schema);
  if (!sent) return problem(400, "Bad request", "Say which key the device has, or none.");
  const now = new Date();
  const key = await deviceKey(db, { key: sent.key, memberId: present.member.id, now });
  const data = await readDeviceData(db, present, now);
  return Response.json({ key, data }, { headers: { "cache-control": "no-store" } });
}
