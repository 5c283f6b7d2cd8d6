import type { Route } from "next";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";

/** Leads to a page after a change; it and every other page show what is true now. */
export function showPage(address: Route): never {
  revalidatePath("/", "layout");
  redirect(address);
}
