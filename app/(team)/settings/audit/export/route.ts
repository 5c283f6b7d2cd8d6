import type { NextRequest } from "next/server";
import { db } from "@/db/client";
import { writeAuditCsv } from "@/lib/audit/audit-csv";
import { type AuditParams, auditParameters, readAuditFilter } from "@/lib/audit/audit-params";
import { requireMember } from "@/lib/auth/require-member";
import { oneParam } from "@/lib/figures/page-filter";
import { logger } from "@/lib/logger";
import { mayAdminister } from "@/lib/pipeline/permissions";

/** The audit log that the address asks for, every entry of it, as a CSV file; for admins. */
export async function GET(request: NextRequest): Promise<Response> {
  const { member, team, today } = await requireMember();
  if (!mayAdminister(member))
    return new Response("Only admins change the settings and read who changed them.", { status: 403 });
  const asked = Object.fromEntries(request.nextUrl.searchParams);
  const params = Object.fromEntries(
    auditParameters.map((name) => [name, oneParam(asked, name)]),
  ) as AuditParams;
  const { filter } = readAuditFilter(params, team.timeZone);

  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const encoder = new TextEncoder();
  db.transaction((tx) => writeAuditCsv(tx, { filter, team }, (text) => writer.write(encoder.encode(text))), {
    isolationLevel: "repeatable read",
    accessMode: "read only",
  }).then(
    () => writer.close(),
    (error: unknown) => {
      if (!request.signal.aborted) logger.error({ err: error }, "An export of the audit log failed");
      return writer.abort(error);
    },
  );
  return new Response(readable, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="audit-log-${today}.csv"`,
      "cache-control": "no-store",
    },
  });
}
