import type { NextRequest } from "next/server";
import { db } from "@/db/client";
import { writeAuditCsv } from "@/lib/audit/audit-csv";
import { auditParameters, readAuditFilter } from "@/lib/audit/audit-params";
import { requireMember } from "@/lib/auth/require-member";
import { streamFile } from "@/lib/export/stream-file";
import { mayAdminister } from "@/lib/pipeline/permissions";
import { pickParams } from "@/lib/search-params";

/** The audit log that the address asks for, every entry of it, as a CSV file; for admins. */
export async function GET(request: NextRequest): Promise<Response> {
  const { member, team, today } = await requireMember();
  if (!mayAdminister(member))
    return new Response("Only admins change the settings and read who changed them.", { status: 403 });
  const asked = Object.fromEntries(request.nextUrl.searchParams);
  const params = pickParams(asked, auditParameters);
  const { filter } = readAuditFilter(params, team.timeZone);
  return streamFile(db, request, {
    name: `audit-log-${today}.csv`,
    type: "text/csv",
    of: "the audit log",
    write: (tx, write) => writeAuditCsv(tx, { filter, team }, write),
  });
}
