import type { Metadata } from "next";
import { ButtonForm } from "@/components/button-form";
import { ButtonLink } from "@/components/button-link";
import { NothingHere } from "@/components/nothing-here";
import { AdminsOnly } from "@/components/settings/admins-only";
import { SectionHeading } from "@/components/settings/section-heading";
import { WhatIf } from "@/components/settings/what-if";
import { db } from "@/db/client";
import { listStageSettings } from "@/db/queries/stage-settings";
import { shelveStageAction } from "@/lib/actions/stages";
import { requireMember } from "@/lib/auth/require-member";
import { titleForAdmins } from "@/lib/auth/title-for-admins";
import { readGridTotals } from "@/lib/figures/grid";
import { plural } from "@/lib/format/plural";
import { teamFormats } from "@/lib/format/team-formats";
import { pageAddress } from "@/lib/page-address";
import { mayAdminister } from "@/lib/pipeline/permissions";
import { archiveStage } from "@/lib/stages/archive-stage";
import { foreseenOn } from "@/lib/stages/foreseen-on";
import { loadStage } from "@/lib/stages/load-stage";
import { foreseeStageChange } from "@/lib/stages/preview-stage-change";

type ArchivePageProps = { params: Promise<{ stageId: string }> };

export async function generateMetadata({ params }: ArchivePageProps): Promise<Metadata> {
  return titleForAdmins(async () => {
    const stage = await loadStage(db, (await params).stageId);
    return stage && `Archive “${stage.name}”`;
  });
}

/** What archiving a stage would change, before it is saved. */
export default async function ArchiveStagePage({ params }: ArchivePageProps) {
  const { member, team, today } = await requireMember();
  if (!mayAdminister(member)) return <AdminsOnly />;
  const basis = foreseenOn(await listStageSettings(db));
  const stage = await loadStage(db, (await params).stageId);
  if (!stage) return <NothingHere heading="h2" />;

  const formats = teamFormats(team);
  const back = { href: pageAddress(`/settings/pipeline/${stage.id}`), label: stage.name };
  if (stage.isArchived) {
    return (
      <>
        <SectionHeading title={`“${stage.name}” is archived already`} back={back} />
        <p className="text-muted">Nothing would change. It can be restored from its page.</p>
      </>
    );
  }
  const seen = { stageId: stage.id, version: stage.version };
  const [foreseen, totals] = await Promise.all([
    foreseeStageChange(db, (tx) => archiveStage(tx, { actor: member, now: new Date(), ...seen }), {
      today,
      currencyDigits: team.currencyDigits,
    }),
    readGridTotals(db, { from: null, to: today, salespersonId: null }, team.currencyDigits),
  ]);
  const there = totals.stages.find((row) => row.stage.id === stage.id)?.customers ?? 0;
  const note =
    there === 0
      ? "No customer stands there now."
      : `${formats.count(there)} ${plural(there, "customer stands", "customers stand")} there now and ${plural(there, "stays", "stay")} until the next conversation. To move them at once, merge the stage into another one.`;
  return (
    <>
      <SectionHeading
        title={`Archive “${stage.name}”`}
        lead="It takes nothing new; its history and its figures stay, and it can be restored."
        back={back}
      />
      <WhatIf foreseen={foreseen} formats={formats} note={note}>
        {"preview" in foreseen ? (
          <ButtonForm
            action={shelveStageAction}
            fields={{ ...seen, foreseen: basis, act: "archive" }}
            variant="primary"
          >
            Archive “{stage.name}”
          </ButtonForm>
        ) : null}
        <ButtonLink href={back.href} variant="quiet">
          Keep it in use
        </ButtonLink>
      </WhatIf>
    </>
  );
}
