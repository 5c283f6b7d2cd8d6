import type { Metadata } from "next";
import { NothingHere } from "@/components/nothing-here";
import { AdminsOnly } from "@/components/settings/admins-only";
import { LabelEditor } from "@/components/settings/label-editor";
import { db } from "@/db/client";
import { isLabelUsed, listLabels } from "@/db/queries/labels";
import { requireMember } from "@/lib/auth/require-member";
import { mayAdminister } from "@/lib/pipeline/permissions";
import { recordId } from "@/lib/record-id";

export const metadata: Metadata = { title: "Edit a channel" };

/** One channel: its name, merging it, and whether one chooses from it. */
export default async function ChannelPage({ params }: { params: Promise<{ channelId: string }> }) {
  const { member } = await requireMember();
  if (!mayAdminister(member)) return <AdminsOnly />;
  const id = recordId((await params).channelId);
  const all = await listLabels(db, "channel");
  const label = all.find((each) => each.id === id);
  if (!label) return <NothingHere heading="h2" />;
  const isUsed = await isLabelUsed(db, "channel", label.id);
  return <LabelEditor kind="channel" label={label} all={all} isUsed={isUsed} />;
}
