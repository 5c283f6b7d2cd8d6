import { redirect } from "next/navigation";
import { AdminsOnly } from "@/components/settings/admins-only";
import { requireMember } from "@/lib/auth/require-member";
import { mayAdminister } from "@/lib/pipeline/permissions";

/** The settings begin with the pipeline. */
export default async function SettingsPage() {
  const { member } = await requireMember();
  if (!mayAdminister(member)) return <AdminsOnly />;
  redirect("/settings/pipeline");
}
