import type { Metadata } from "next";
import { mayAdminister } from "@/lib/pipeline/permissions";
import { requireMember } from "./require-member";

/**
 * The title of a page of the settings that says what it is about. Others are not told that, as on the page.
 *
 * @param read the title; undefined: there is no such page.
 */
export async function titleForAdmins(read: () => Promise<string | undefined>): Promise<Metadata> {
  const { member } = await requireMember();
  return { title: mayAdminister(member) ? ((await read()) ?? "Not found") : "Settings" };
}
