import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { ButtonLink } from "@/components/button-link";
import { AdminsOnly } from "@/components/settings/admins-only";
import { ArchivedStages } from "@/components/settings/archived-stages";
import { SectionHeading } from "@/components/settings/section-heading";
import { StageList } from "@/components/settings/stage-list";
import { db } from "@/db/client";
import { listStageSettings } from "@/db/queries/stage-settings";
import { requireMember } from "@/lib/auth/require-member";
import { readGridTotals } from "@/lib/figures/grid";
import { plural } from "@/lib/format/plural";
import { teamFormats } from "@/lib/format/team-formats";
import { quietAfterDaysDefault } from "@/lib/pipeline/follow-up";
import { mayAdminister } from "@/lib/pipeline/permissions";
import { oneParam, type SearchParams } from "@/lib/search-params";
import { arrangedStages } from "@/lib/stages/arranged-order";
import { outcomeWords } from "@/lib/wording/outcome-words";

export const metadata: Metadata = { title: "Pipeline settings" };

/** The stages of the pipeline, in order, and what each is set to. */
export default async function PipelineSettingsPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  const { member, team, today } = await requireMember();
  if (!mayAdminister(member)) return <AdminsOnly />;
  const filter = { from: null, to: today, salespersonId: null };
  const [stages, totals] = await Promise.all([
    listStageSettings(db),
    readGridTotals(db, filter, team.currencyDigits),
  ]);
  const { count } = teamFormats(team);
  const there = new Map(totals.stages.map(({ stage, customers }) => [stage.id, customers]));
  const rows = stages.map((stage) => {
    const days = stage.quietAfterDays ?? quietAfterDaysDefault;
    return {
      ...stage,
      outcomeName: outcomeWords[stage.outcome].name,
      quietAfter: stage.outcome === "open" ? `${count(days)} ${plural(days, "day", "days")}` : "–",
      customers: `${count(there.get(stage.id) ?? 0)} ${plural(there.get(stage.id) ?? 0, "customer", "customers")}`,
    };
  });
  const params = await searchParams;
  const arranged = arrangedStages(rows, { order: oneParam(params, "order"), move: oneParam(params, "move") });
  return (
    <>
      <SectionHeading
        title="Pipeline"
        lead="The steps a deal takes, in order. Changing their order or outcome changes past figures too: they are always derived from the log."
        action={
          <ButtonLink href="/settings/pipeline/new" variant="primary">
            <Plus aria-hidden="true" className="size-4" />
            Add stage
          </ButtonLink>
        }
      />
      <StageList
        key={arranged.map(({ id }) => id).join()}
        stages={arranged}
        saved={rows.map(({ id }) => id)}
      />
      <ArchivedStages stages={rows.filter(({ isArchived }) => isArchived)} />
    </>
  );
}
