import type { Route } from "next";
import { pageAddress } from "@/lib/page-address";

/** The id of a follow-up's row in a list: `follow-up-12`. */
export function followUpRowId(conversationId: number): string {
  return `follow-up-${conversationId}`;
}

/**
 * Where a follow-up of one's own stands marked in the list: `/follow-ups?next=12#follow-up-12`. It shows one's own
 * however the list was left, which stays remembered.
 */
export function followUpAddress(conversationId: number): Route {
  const page = pageAddress("/follow-ups", { next: String(conversationId) });
  return `${page}#${followUpRowId(conversationId)}` as Route;
}
