import type { Metadata } from "next";
import { NothingHere } from "@/components/nothing-here";
import { AdminsOnly } from "@/components/settings/admins-only";
import { LabelMerge } from "@/components/settings/label-merge";
import { db } from "@/db/client";
import { requireMember } from "@/lib/auth/require-member";
import { titleForAdmins } from "@/lib/auth/title-for-admins";
import { teamFormats } from "@/lib/format/team-formats";
import { readLabel, readLabelMerge } from "@/lib/labels/read-label";
import { mayAdminister } from "@/lib/pipeline/permissions";
import { recordId } from "@/lib/record-id";
import { oneParam, type SearchParams } from "@/lib/search-params";

type Props = { params: Promise<{ channelId: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return titleForAdmins(async () => {
    const found = await readLabel(db, "channel", recordId((await params).channelId));
    return found && `Merge the channel “${found.label.name}”`;
  });
}

/** What merging a channel into another moves, before it is saved. */
export default async function MergeChannelPage({ params, searchParams }: Props) {
  const { member, team } = await requireMember();
  if (!mayAdminister(member)) return <AdminsOnly />;
  const [id, intoId] = [recordId((await params).channelId), recordId(oneParam(await searchParams, "into"))];
  const merge = await readLabelMerge(db, "channel", { id, intoId });
  return merge ? <LabelMerge {...merge} formats={teamFormats(team)} /> : <NothingHere heading="h2" />;
}
