import type { NextRequest } from "next/server";
import { db } from "@/db/client";
import { listStages } from "@/db/queries/stages";
import { requireMember } from "@/lib/auth/require-member";
import { writeGridCsv } from "@/lib/export/grid-csv";
import { gridParameters, readGridView } from "@/lib/figures/grid-params";
import { oneParam, readPageFilter } from "@/lib/figures/page-filter";
import { logger } from "@/lib/logger";

/** The grid that the address asks for, every row of it, as a CSV file. */
export async function GET(request: NextRequest): Promise<Response> {
  const { team, today } = await requireMember();
  const params = Object.fromEntries(request.nextUrl.searchParams);
  const [{ filter }, stages] = await Promise.all([readPageFilter(db, params, today), listStages(db)]);
  const asked = Object.fromEntries(gridParameters.map((name) => [name, oneParam(params, name)]));
  const { view } = readGridView({ ...asked, cursor: "" }, stages);
  const separator = params.separator === "semicolon" ? ";" : ",";

  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const encoder = new TextEncoder();
  const layout = { separator, currencyDigits: team.currencyDigits } as const;
  db.transaction(
    (tx) => writeGridCsv(tx, { filter, view }, layout, (text) => writer.write(encoder.encode(text))),
    { isolationLevel: "repeatable read", accessMode: "read only" },
  ).then(
    () => writer.close(),
    (error: unknown) => {
      if (!request.signal.aborted) logger.error({ err: error }, "An export of the stages failed");
      return writer.abort(error);
    },
  );
  return new Response(readable, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="stages-${filter.to}.csv"`,
      "cache-control": "no-store",
    },
  });
}
