import type { Metadata } from "next";
import { NothingHere } from "@/components/nothing-here";
import { AdminsOnly } from "@/components/settings/admins-only";
import { LabelEditor } from "@/components/settings/label-editor";
import { db } from "@/db/client";
import { requireMember } from "@/lib/auth/require-member";
import { readLabel } from "@/lib/labels/read-label";
import { mayAdminister } from "@/lib/pipeline/permissions";
import { recordId } from "@/lib/record-id";

export const metadata: Metadata = { title: "Edit a topic" };

/** One topic: its name, merging it, and whether one chooses from it. */
export default async function TopicPage({ params }: { params: Promise<{ topicId: string }> }) {
  const { member } = await requireMember();
  if (!mayAdminister(member)) return <AdminsOnly />;
  const found = await readLabel(db, "topic", recordId((await params).topicId));
  return found ? <LabelEditor {...found} /> : <NothingHere heading="h2" />;
}
