import type { NextRequest } from "next/server";
import { db } from "@/db/client";
import { listStages } from "@/db/queries/stages";
import { requireMember } from "@/lib/auth/require-member";
import { rowsAtOnce, writeGridCsv } from "@/lib/export/grid-csv";
import { streamFile } from "@/lib/export/stream-file";
import { gridParameters, readGridView } from "@/lib/figures/grid-params";
import { readPageFilter } from "@/lib/figures/page-filter";
import { pickParams } from "@/lib/search-params";

/** The grid that the address asks for, every row of it, as a CSV file. */
export async function GET(request: NextRequest): Promise<Response> {
  const { team, today } = await requireMember();
  const params = Object.fromEntries(request.nextUrl.searchParams);
  const [{ filter }, stages] = await Promise.all([readPageFilter(db, params, today, team), listStages(db)]);
  const asked = pickParams(params, gridParameters);
  const { view } = readGridView({ ...asked, cursor: "" }, stages);
  const separator = params.separator === "semicolon" ? ";" : ",";
  const layout = { separator, currencyDigits: team.currencyDigits } as const;
  return streamFile(db, request, {
    name: `stages-${filter.to}.csv`,
    type: "text/csv",
    of: "the stages",
    write: (tx, write) => writeGridCsv(tx, { filter, view: { ...view, limit: rowsAtOnce } }, layout, write),
  });
}
