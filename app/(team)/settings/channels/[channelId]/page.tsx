import type { Metadata } from "next";
import { NothingHere } from "@/components/nothing-here";
import { AdminsOnly } from "@/components/settings/admins-only";
import { LabelEditor } from "@/components/settings/label-editor";
import { db } from "@/db/client";
import { requireMember } from "@/lib/auth/require-member";
import { readLabel } from "@/lib/labels/read-label";
import { mayAdminister } from "@/lib/pipeline/permissions";
import { recordId } from "@/lib/record-id";

export const metadata: Metadata = { title: "Edit a channel" };

/** One channel: its name, merging it, and whether one chooses from it. */
export default async function ChannelPage({ params }: { params: Promise<{ channelId: string }> }) {
  const { member } = await requireMember();
  if (!mayAdminister(member)) return <AdminsOnly />;
  const found = await readLabel(db, "channel", recordId((await params).channelId));
  return found ? <LabelEditor {...found} /> : <NothingHere heading="h2" />;
}
