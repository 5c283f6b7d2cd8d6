import type { Metadata } from "next";
import { NothingHere } from "@/components/nothing-here";
import { AdminsOnly } from "@/components/settings/admins-only";
import { LabelEditor } from "@/components/settings/label-editor";
import { db } from "@/db/client";
import { requireMember } from "@/lib/auth/require-member";
import { titleForAdmins } from "@/lib/auth/title-for-admins";
import { readLabel } from "@/lib/labels/read-label";
import { mayAdminister } from "@/lib/pipeline/permissions";
import { recordId } from "@/lib/record-id";

type Props = { params: Promise<{ topicId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return titleForAdmins(async () => {
    const found = await readLabel(db, "topic", recordId((await params).topicId));
    return found && `Topic “${found.label.name}”`;
  });
}

/** One topic: its name, merging it, and whether one chooses from it. */
export default async function TopicPage({ params }: Props) {
  const { member } = await requireMember();
  if (!mayAdminister(member)) return <AdminsOnly />;
  const found = await readLabel(db, "topic", recordId((await params).topicId));
  return found ? <LabelEditor {...found} /> : <NothingHere heading="h2" />;
}
