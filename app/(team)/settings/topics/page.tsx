import type { Metadata } from "next";
import { AdminsOnly } from "@/components/settings/admins-only";
import { LabelSection } from "@/components/settings/label-section";
import { SectionHeading } from "@/components/settings/section-heading";
import { db } from "@/db/client";
import { listLabels } from "@/db/queries/labels";
import { requireMember } from "@/lib/auth/require-member";
import { teamFormats } from "@/lib/format/team-formats";
import { mayAdminister } from "@/lib/pipeline/permissions";

export const metadata: Metadata = { title: "Topics and channels" };

/** What conversations are about and how they are held: the two lists that the log form offers. */
export default async function TopicsPage() {
  const { member, team } = await requireMember();
  if (!mayAdminister(member)) return <AdminsOnly />;
  const [channels, topics] = await Promise.all([listLabels(db, "channel"), listLabels(db, "topic")]);
  const formats = teamFormats(team);
  return (
    <>
      <SectionHeading
        title="Topics and channels"
        lead="What the log form offers under How and About, in this order. Whoever logs adds more by typing."
      />
      <div className="grid items-start gap-8 lg:grid-cols-2">
        <LabelSection
          kind="channel"
          title="Channels"
          lead="How a conversation was held."
          labels={channels}
          formats={formats}
        />
        <LabelSection
          kind="topic"
          title="Topics"
          lead="What a conversation was about."
          labels={topics}
          formats={formats}
        />
      </div>
    </>
  );
}
