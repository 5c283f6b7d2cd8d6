import type { Metadata } from "next";
import { ButtonForm } from "@/components/button-form";
import { ButtonLink } from "@/components/button-link";
import { NothingHere } from "@/components/nothing-here";
import { AdminsOnly } from "@/components/settings/admins-only";
import { SectionHeading } from "@/components/settings/section-heading";
import { WhatIf } from "@/components/settings/what-if";
import { db } from "@/db/client";
import { listStageSettings } from "@/db/queries/stage-settings";
import { changeStageOutcomeAction } from "@/lib/actions/stages";
import { requireMember } from "@/lib/auth/require-member";
import { titleForAdmins } from "@/lib/auth/title-for-admins";
import { teamFormats } from "@/lib/format/team-formats";
import { pageAddress } from "@/lib/page-address";
import { outcomes } from "@/lib/pipeline/outcome";
import { mayAdminister } from "@/lib/pipeline/permissions";
import { oneParam, type SearchParams } from "@/lib/search-params";
import { changeStageOutcome } from "@/lib/stages/change-stage-outcome";
import { foreseenOn } from "@/lib/stages/foreseen-on";
import { loadStage } from "@/lib/stages/load-stage";
import { foreseeStageChange } from "@/lib/stages/preview-stage-change";
import { outcomeWords } from "@/lib/wording/outcome-words";

type Props = { params: Promise<{ stageId: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return titleForAdmins(async () => {
    const stage = await loadStage(db, (await params).stageId);
    return stage && `Change the outcome of “${stage.name}”`;
  });
}

/** What another outcome of a stage would change, before it is saved. */
export default async function StageOutcomePage({ params, searchParams }: Props) {
  const { member, team, today } = await requireMember();
  if (!mayAdminister(member)) return <AdminsOnly />;
  const basis = foreseenOn(await listStageSettings(db));
  const stage = await loadStage(db, (await params).stageId);
  const asked = oneParam(await searchParams, "to");
  const outcome = outcomes.find((each) => each === asked);
  if (!stage || !outcome) return <NothingHere heading="h2" />;

  const back = { href: pageAddress(`/settings/pipeline/${stage.id}`), label: stage.name };
  if (outcome === stage.outcome) {
    return (
      <>
        <SectionHeading title={`“${stage.name}” is ${outcome} already`} back={back} />
        <p className="text-muted">Nothing would change. Choose another outcome to see what it moves.</p>
      </>
    );
  }
  const seen = { stageId: stage.id, version: stage.version };
  const foreseen = await foreseeStageChange(
    db,
    (tx) => changeStageOutcome(tx, { actor: member, now: new Date(), ...seen, outcome }),
    { today, currencyDigits: team.currencyDigits },
  );
  return (
    <>
      <SectionHeading
        title={`From ${stage.outcome} to ${outcome}: “${stage.name}”`}
        lead={`${outcomeWords[outcome].means} This changes history, because figures are derived from the log.`}
        back={back}
      />
      <WhatIf foreseen={foreseen} formats={teamFormats(team)}>
        {"preview" in foreseen ? (
          <ButtonForm
            action={changeStageOutcomeAction}
            fields={{ ...seen, foreseen: basis, outcome }}
            variant="primary"
          >
            Make “{stage.name}” {outcome}
          </ButtonForm>
        ) : null}
        <ButtonLink href={back.href} variant="quiet">
          Leave it {stage.outcome}
        </ButtonLink>
      </WhatIf>
    </>
  );
}
