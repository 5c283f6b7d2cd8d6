import { ButtonForm } from "@/components/button-form";
import { ButtonLink } from "@/components/button-link";
import { StageMark } from "@/components/stage-mark";
import { shelveStageAction } from "@/lib/actions/stages";
import type { StageRowData } from "./stage-row";

type ArchivedStagesProps = {
  stages: readonly (StageRowData & { version: number; mergedInto: string | null })[];
};

/** The stages that take nothing new: their history and figures stay, and they can be taken back. */
export function ArchivedStages({ stages }: ArchivedStagesProps) {
  if (stages.length === 0) return null;
  return (
    <section aria-labelledby="archived-heading" className="flex flex-col gap-2">
      <h3 id="archived-heading" className="font-semibold">
        Archived
      </h3>
      <ul className="flex flex-col rounded-box border border-border bg-surface shadow-box">
        {stages.map((stage) => (
          <li
            key={stage.id}
            className="flex flex-wrap items-center gap-x-4 gap-y-2 border-border border-b px-4 py-2 last:border-b-0"
          >
            <p className="flex min-w-0 flex-1 basis-40 items-center gap-2 font-medium">
              <StageMark stage={stage} />
              {stage.name}
            </p>
            <p className="text-label text-muted">
              {stage.outcomeName}, {stage.mergedInto ? `merged into ${stage.mergedInto}` : stage.customers}
            </p>
            <div className="flex items-start">
              <ButtonForm
                action={shelveStageAction}
                fields={{ stageId: stage.id, version: stage.version, act: "restore" }}
                variant="quiet"
              >
                Restore<span className="sr-only"> {stage.name}</span>
              </ButtonForm>
              <ButtonLink href={`/settings/pipeline/${stage.id}`} variant="quiet">
                Edit<span className="sr-only"> {stage.name}</span>
              </ButtonLink>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
