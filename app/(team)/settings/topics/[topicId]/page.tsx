import type { Metadata } from "next";
import { NothingHere } from "@/components/nothing-here";
import { AdminsOnly } from "@/components/settings/admins-only";
import { LabelEditor } from "@/components/settings/label-editor";
import { db } from "@/db/client";
import { isLabelUsed, listLabels } from "@/db/queries/labels";
import { requireMember } from "@/lib/auth/require-member";
import { mayAdminister } from "@/lib/pipeline/permissions";
import { recordId } from "@/lib/record-id";

export const metadata: Metadata = { title: "Edit a topic" };

/** One topic: its name, merging it, and whether one chooses from it. */
export default async function TopicPage({ params }: { params: Promise<{ topicId: string }> }) {
  const { member } = await requireMember();
  if (!mayAdminister(member)) return <AdminsOnly />;
  const id = recordId((await params).topicId);
  const all = await listLabels(db, "topic");
  const label = all.find((each) => each.id === id);
  if (!label) return <NothingHere heading="h2" />;
  const isUsed = await isLabelUsed(db, "topic", label.id);
  return <LabelEditor kind="topic" label={label} all={all} isUsed={isUsed} />;
}
