import { ButtonForm } from "@/components/button-form";
import { ButtonLink } from "@/components/button-link";
import { Card } from "@/components/tremor/card";
import { shelveStageAction } from "@/lib/actions/stages";

type ShelveStageProps = {
  stage: {
    id: number;
    version: number;
    isArchived: boolean;
    isUsed: boolean;
    /** The name of the stage it was merged into. */
    mergedInto: string | null;
  };
};

/** Takes a stage out of use or back into it; one that was never used can go for good. */
export function ShelveStage({ stage }: ShelveStageProps) {
  const seen = { stageId: stage.id, version: stage.version };
  return (
    <Card className="flex flex-col gap-3">
      <h3 className="font-semibold">{stage.isArchived ? "Archived" : "Archive"}</h3>
      <p className="text-muted">
        {stage.isArchived
          ? stage.mergedInto
            ? `It was merged into “${stage.mergedInto}”, where its conversations are now. Restored, it begins empty.`
            : "It takes nothing new; its history and its figures stay. Restored, it stands at its place again."
          : "An archived stage takes nothing new; its history and its figures stay, and it can be restored."}
      </p>
      {stage.isArchived ? (
        <ButtonForm action={shelveStageAction} fields={{ ...seen, act: "restore" }}>
          Restore this stage
        </ButtonForm>
      ) : (
        <ButtonLink href={`/settings/pipeline/${stage.id}/archive`} className="self-start">
          Look at archiving it
        </ButtonLink>
      )}
      {stage.isUsed ? (
        <p className="text-label text-muted">It cannot be dropped: conversations stand or stood at it.</p>
      ) : (
        <>
          <p className="mt-2 text-muted">No conversation is at this stage, so it can also go for good.</p>
          <ButtonForm action={shelveStageAction} fields={{ ...seen, act: "drop" }} variant="danger">
            Drop this stage
          </ButtonForm>
        </>
      )}
    </Card>
  );
}
