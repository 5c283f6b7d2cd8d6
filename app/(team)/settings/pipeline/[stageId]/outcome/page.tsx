import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { ButtonLink } from "@/components/button-link";
import { AdminsOnly } from "@/components/settings/admins-only";
import { ButtonForm } from "@/components/settings/button-form";
import { previewSentences } from "@/components/settings/preview-sentences";
import { SectionHeading } from "@/components/settings/section-heading";
import { Card } from "@/components/tremor/card";
import { db } from "@/db/client";
import { getStageSetting } from "@/db/queries/stage-settings";
import { changeStageOutcomeAction } from "@/lib/actions/stages";
import { requireMember } from "@/lib/auth/require-member";
import { oneParam, type SearchParams } from "@/lib/figures/page-filter";
import { teamFormats } from "@/lib/format/team-formats";
import { outcomes } from "@/lib/pipeline/outcome";
import { mayAdminister } from "@/lib/pipeline/permissions";
import { readId } from "@/lib/read-id";
import { previewStageOutcome } from "@/lib/stages/preview-stage-outcome";
import { outcomeWords } from "@/lib/wording/outcome-words";

export const metadata: Metadata = { title: "Change an outcome" };

type Props = { params: Promise<{ stageId: string }>; searchParams: Promise<SearchParams> };

/** What another outcome of a stage would change, before it is saved. */
export default async function StageOutcomePage({ params, searchParams }: Props) {
  const { member, team } = await requireMember();
  if (!mayAdminister(member)) return <AdminsOnly />;
  const id = readId((await params).stageId);
  const stage = id === undefined ? undefined : await getStageSetting(db, id);
  const asked = oneParam(await searchParams, "to");
  const outcome = outcomes.find((each) => each === asked);
  if (!stage || !outcome) notFound();

  const back = { href: `/settings/pipeline/${stage.id}` as Route, label: stage.name };
  if (outcome === stage.outcome) {
    return (
      <>
        <SectionHeading title={`“${stage.name}” is ${outcome} already`} back={back} />
        <p className="text-muted">Nothing would change. Choose another outcome to see what it moves.</p>
      </>
    );
  }
  const preview = await previewStageOutcome(db, { stageId: stage.id, outcome });
  return (
    <>
      <SectionHeading
        title={`From ${stage.outcome} to ${outcome}: “${stage.name}”`}
        lead={`${outcomeWords[outcome].means} This changes history, because figures are derived from the log.`}
        back={back}
      />
      <Card className="flex max-w-2xl flex-col gap-4">
        <h3 className="font-semibold">What would change</h3>
        <ul className="flex list-disc flex-col gap-1 pl-5">
          {previewSentences(preview, teamFormats(team).count).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <div className="flex flex-wrap items-start gap-2">
          <ButtonForm
            action={changeStageOutcomeAction}
            fields={{ stageId: stage.id, version: stage.version, outcome }}
            variant="primary"
          >
            Make “{stage.name}” {outcome}
          </ButtonForm>
          <ButtonLink href={back.href} variant="quiet">
            Leave it {stage.outcome}
          </ButtonLink>
        </div>
      </Card>
    </>
  );
}
