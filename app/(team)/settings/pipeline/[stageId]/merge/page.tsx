import type { Metadata } from "next";
import { ButtonForm } from "@/components/button-form";
import { ButtonLink } from "@/components/button-link";
import { NothingHere } from "@/components/nothing-here";
import { AdminsOnly } from "@/components/settings/admins-only";
import { SectionHeading } from "@/components/settings/section-heading";
import { WhatIf } from "@/components/settings/what-if";
import { db } from "@/db/client";
import { countTalksAtStage, listStageSettings } from "@/db/queries/stage-settings";
import { mergeStageAction } from "@/lib/actions/stages";
import { requireMember } from "@/lib/auth/require-member";
import { titleForAdmins } from "@/lib/auth/title-for-admins";
import { plural } from "@/lib/format/plural";
import { teamFormats } from "@/lib/format/team-formats";
import { pageAddress } from "@/lib/page-address";
import { mayAdminister } from "@/lib/pipeline/permissions";
import { oneParam, type SearchParams } from "@/lib/search-params";
import { foreseenOn } from "@/lib/stages/foreseen-on";
import { loadStage } from "@/lib/stages/load-stage";
import { mergeStage } from "@/lib/stages/merge-stage";
import { foreseeStageChange } from "@/lib/stages/preview-stage-change";

type Props = { params: Promise<{ stageId: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return titleForAdmins(async () => {
    const stage = await loadStage(db, (await params).stageId);
    return stage && `Merge the stage “${stage.name}”`;
  });
}

/** What merging a stage into another would change, before it is saved. */
export default async function MergeStagePage({ params, searchParams }: Props) {
  const { member, team, today } = await requireMember();
  if (!mayAdminister(member)) return <AdminsOnly />;
  const basis = foreseenOn(await listStageSettings(db));
  const [stage, into] = await Promise.all([
    loadStage(db, (await params).stageId),
    loadStage(db, oneParam(await searchParams, "into")),
  ]);
  if (!stage || !into) return <NothingHere heading="h2" />;

  const formats = teamFormats(team);
  const back = { href: pageAddress(`/settings/pipeline/${stage.id}`), label: stage.name };
  const merge = { stageId: stage.id, version: stage.version, intoId: into.id };
  const [foreseen, talks] = await Promise.all([
    foreseeStageChange(db, (tx) => mergeStage(tx, { actor: member, now: new Date(), ...merge }), {
      today,
      currencyDigits: team.currencyDigits,
      movesConversations: true,
    }),
    countTalksAtStage(db, stage.id),
  ]);
  const moving =
    talks.conversations === 0
      ? "No conversation stands at it."
      : `${formats.count(talks.conversations)} ${plural(talks.conversations, "conversation", "conversations")} of ${formats.count(talks.deals)} ${plural(talks.deals, "deal", "deals")} ${plural(talks.conversations, "moves", "move")} to “${into.name}”.`;
  return (
    <>
      <SectionHeading
        title={`Merge “${stage.name}” into “${into.name}”`}
        lead={
          "preview" in foreseen
            ? `“${into.name}” stays as it is described; “${stage.name}” is archived.`
            : undefined
        }
        back={back}
      />
      <WhatIf
        foreseen={foreseen}
        formats={formats}
        note={`${moving} Each keeps its earlier version in its history. A merge is not undone as a whole.`}
      >
        {"preview" in foreseen ? (
          <ButtonForm action={mergeStageAction} fields={{ ...merge, foreseen: basis }} variant="primary">
            Merge into “{into.name}”
          </ButtonForm>
        ) : null}
        <ButtonLink href={back.href} variant="quiet">
          {"preview" in foreseen ? "Keep both" : `Back to “${stage.name}”`}
        </ButtonLink>
      </WhatIf>
    </>
  );
}
