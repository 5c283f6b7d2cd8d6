import type { Route } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { Database } from "@/db/client";
import { deleteListFilter, getListFilter, saveListFilter } from "@/db/queries/list-filters";
import { ownOrigin } from "@/lib/auth/own-origin";
import { oneParam, type SearchParams } from "@/lib/search-params";
import { listFilterStep } from "./list-filter-step";

/**
 * The lists that open as a member left them, and which of their parameters are kept. A search, a place in the
 * pages and days that do not move on with today are not: they would hide what is new.
 */
const rememberedParams = {
  "/stages": ["period", "salesperson", "stage", "sort", "view"],
  "/customers": ["archived"],
  "/follow-ups": ["whose"],
} as const;

type RememberedList = keyof typeof rememberedParams;

async function whereFrom(): Promise<{ cameFrom: string | null; isFromElsewhere: boolean }> {
  const incoming = await headers();
  const referer = incoming.get("referer");
  if (!referer || !URL.canParse(referer)) return { cameFrom: null, isFromElsewhere: false };
  const { host, pathname } = new URL(referer);
  const isOwn = host === incoming.get("host") || host === new URL(await ownOrigin()).host;
  return { cameFrom: isOwn ? pathname : null, isFromElsewhere: !isOwn };
}

/**
 * Called by the page of a list before it reads: goes to the address the member left the list with when this one
 * is bare, and remembers or forgets what was chosen. Returns whether one that narrows or orders the list
 * is on, which the page then says with a way to clear it.
 */
export async function openList(
  db: Database,
  { list, params, memberId }: { list: RememberedList; params: SearchParams; memberId: number },
): Promise<boolean> {
  const own = rememberedParams[list].map((name) => [name, oneParam(params, name)] as const);
  const kept = new URLSearchParams(
    own.filter(([, value]) => value !== "").map(([...pair]) => pair),
  ).toString();
  const hasParams = Object.keys(params).length > 0;
  const step = listFilterStep({ path: list, kept, hasParams, ...(await whereFrom()) });
  const whose = { memberId, list };
  if (step === "remember") await saveListFilter(db, { ...whose, search: kept });
  if (step === "forget") await deleteListFilter(db, whose);
  if (step === "restore") {
    const search = await getListFilter(db, whose);
    if (search) redirect(`${list}?${search}` as Route);
  }
  return own.some(([name, value]) => name !== "view" && value !== "");
}
