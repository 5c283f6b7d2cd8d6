import type { Metadata } from "next";
import { NothingHere } from "@/components/nothing-here";
import { AdminsOnly } from "@/components/settings/admins-only";
import { LabelMerge } from "@/components/settings/label-merge";
import { db } from "@/db/client";
import { countLabelUse, listLabels } from "@/db/queries/labels";
import { requireMember } from "@/lib/auth/require-member";
import { teamFormats } from "@/lib/format/team-formats";
import { mayAdminister } from "@/lib/pipeline/permissions";
import { recordId } from "@/lib/record-id";
import { oneParam, type SearchParams } from "@/lib/search-params";

export const metadata: Metadata = { title: "Merge a topic" };

type Props = { params: Promise<{ topicId: string }>; searchParams: Promise<SearchParams> };

/** What merging a topic into another moves, before it is saved. */
export default async function MergeTopicPage({ params, searchParams }: Props) {
  const { member, team } = await requireMember();
  if (!mayAdminister(member)) return <AdminsOnly />;
  const [id, intoId] = [recordId((await params).topicId), recordId(oneParam(await searchParams, "into"))];
  const all = await listLabels(db, "topic");
  const label = all.find((each) => each.id === id);
  const into = all.find((each) => each.id === intoId);
  if (!label || !into || label === into) return <NothingHere heading="h2" />;
  const use = await countLabelUse(db, "topic", label.id);
  return <LabelMerge kind="topic" label={label} into={into} use={use} formats={teamFormats(team)} />;
}
