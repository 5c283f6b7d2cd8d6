import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ButtonForm } from "@/components/button-form";
import { ButtonLink } from "@/components/button-link";
import { AdminsOnly } from "@/components/settings/admins-only";
import { SectionHeading } from "@/components/settings/section-heading";
import { WhatIf } from "@/components/settings/what-if";
import { db } from "@/db/client";
import { listStageSettings } from "@/db/queries/stage-settings";
import { orderStagesAction } from "@/lib/actions/stages";
import { requireMember } from "@/lib/auth/require-member";
import { teamFormats } from "@/lib/format/team-formats";
import { pageAddress } from "@/lib/page-address";
import { mayAdminister } from "@/lib/pipeline/permissions";
import { oneParam, type SearchParams } from "@/lib/search-params";
import { inOrder, readOrder } from "@/lib/stages/arranged-order";
import { foreseenOn } from "@/lib/stages/foreseen-on";
import { orderStages } from "@/lib/stages/order-stages";
import { foreseeStageChange } from "@/lib/stages/preview-stage-change";

export const metadata: Metadata = { title: "Change the order" };

/** What another order of the stages would change, before it is saved. */
export default async function StageOrderPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { member, team, today } = await requireMember();
  if (!mayAdminister(member)) return <AdminsOnly />;
  const params = await searchParams;
  const [seen, wanted] = [readOrder(oneParam(params, "seen")), readOrder(oneParam(params, "wanted"))];
  if (seen.length === 0 || wanted.length === 0) redirect("/settings/pipeline");
  const stages = await listStageSettings(db);
  const foreseen = await foreseeStageChange(
    db,
    (tx) => orderStages(tx, { actor: member, now: new Date(), seen, wanted }),
    { today, currencyDigits: team.currencyDigits },
  );
  const names = inOrder(stages, wanted)
    .filter(({ isArchived }) => !isArchived)
    .map(({ name }) => name);
  return (
    <>
      <SectionHeading
        title="Another order of the pipeline"
        lead={`${names.join(", ")}.`}
        back={{ href: pageAddress("/settings/pipeline", { order: wanted.join(",") }), label: "Pipeline" }}
      />
      <WhatIf foreseen={foreseen} formats={teamFormats(team)}>
        {"preview" in foreseen ? (
          <ButtonForm
            action={orderStagesAction}
            fields={{ seen: seen.join(","), wanted: wanted.join(","), foreseen: foreseenOn(stages) }}
            variant="primary"
          >
            Save this order
          </ButtonForm>
        ) : null}
        <ButtonLink href="/settings/pipeline" variant="quiet">
          Leave the order as it is
        </ButtonLink>
      </WhatIf>
    </>
  );
}
