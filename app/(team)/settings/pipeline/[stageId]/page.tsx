import type { Metadata } from "next";
import { NothingHere } from "@/components/nothing-here";
import { AdminsOnly } from "@/components/settings/admins-only";
import { EditStageForm } from "@/components/settings/edit-stage-form";
import { MergeChoice } from "@/components/settings/merge-choice";
import { OutcomeChoice } from "@/components/settings/outcome-choice";
import { SectionHeading } from "@/components/settings/section-heading";
import { ShelveStage } from "@/components/settings/shelve-stage";
import { Card } from "@/components/tremor/card";
import { db } from "@/db/client";
import { listStageSettings } from "@/db/queries/stage-settings";
import { requireMember } from "@/lib/auth/require-member";
import { titleForAdmins } from "@/lib/auth/title-for-admins";
import { pageAddress } from "@/lib/page-address";
import { mayAdminister } from "@/lib/pipeline/permissions";
import { loadStage } from "@/lib/stages/load-stage";

type StagePageProps = { params: Promise<{ stageId: string }> };

export async function generateMetadata({ params }: StagePageProps): Promise<Metadata> {
  return titleForAdmins(async () => {
    const stage = await loadStage(db, (await params).stageId);
    return stage && `Stage “${stage.name}”`;
  });
}

/** One stage: what describes it, what it says of a deal, and whether it is in use. */
export default async function StagePage({ params }: StagePageProps) {
  const { member } = await requireMember();
  if (!mayAdminister(member)) return <AdminsOnly />;
  const [stage, all] = await Promise.all([loadStage(db, (await params).stageId), listStageSettings(db)]);
  if (!stage) return <NothingHere heading="h2" />;
  const others = all.filter((other) => !other.isArchived && other.id !== stage.id);
  return (
    <>
      <SectionHeading title={stage.name} back={{ href: "/settings/pipeline", label: "Pipeline" }} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card>
          <EditStageForm
            stage={{
              ...stage,
              color: stage.color ?? "",
              quietAfterDays: stage.quietAfterDays === null ? "" : String(stage.quietAfterDays),
            }}
          />
        </Card>
        <div className="flex flex-col gap-4">
          <OutcomeChoice stage={stage} />
          {stage.isUsed && stage.mergedInto === null ? (
            <MergeChoice
              action={pageAddress(`/settings/pipeline/${stage.id}/merge`)}
              noun="stage"
              lead="Its conversations move to another stage, past ones too, and it is archived. You see what that changes before anything is saved."
              others={others}
            />
          ) : null}
          <ShelveStage stage={stage} />
        </div>
      </div>
    </>
  );
}
