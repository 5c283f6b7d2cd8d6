import { ButtonForm } from "@/components/button-form";
import { Card } from "@/components/tremor/card";
import type { Label, LabelKind } from "@/db/queries/labels";
import { shelveLabelAction } from "@/lib/actions/labels";
import { pageAddress } from "@/lib/page-address";
import { labelAddress } from "./label-address";
import { MergeChoice } from "./merge-choice";
import { RenameLabelForm } from "./rename-label-form";
import { SectionHeading } from "./section-heading";

type LabelEditorProps = { kind: LabelKind; label: Label; all: readonly Label[]; isUsed: boolean };

/** One channel or topic: its name, merging it, and whether one chooses from it. */
export function LabelEditor({ kind, label, all, isUsed }: LabelEditorProps) {
  const others = all.filter(({ id, isArchived }) => id !== label.id && !isArchived);
  const act = label.isArchived ? "restore" : "archive";
  const shelved =
    label.mergedInto === null
      ? "It can no longer be chosen; what was said stays. Restored, it stands at its place again."
      : `It was merged into “${label.mergedInto}”, where its conversations are now. Restored, it begins empty.`;
  return (
    <>
      <SectionHeading title={label.name} back={{ href: "/settings/topics", label: "Topics and channels" }} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card>
          <RenameLabelForm kind={kind} label={label} />
        </Card>
        <div className="flex flex-col gap-4">
          {label.mergedInto === null && others.length > 0 ? (
            <MergeChoice
              action={pageAddress(`${labelAddress(kind, label.id)}/merge`)}
              noun={kind}
              lead={`Its conversations become another ${kind}'s, past ones too, and it is archived. You see how many before anything is saved.`}
              others={others}
            />
          ) : null}
          <Card className="flex flex-col gap-3">
            <h3 className="font-semibold">{label.isArchived ? "Archived" : "Archive"}</h3>
            <p className="text-muted">
              {label.isArchived
                ? shelved
                : "An archived one can no longer be chosen; what was said stays, and it can be restored."}
            </p>
            <ButtonForm
              action={shelveLabelAction}
              fields={{ kind, labelId: label.id, version: label.version, act }}
            >
              {label.isArchived ? `Restore this ${kind}` : `Archive this ${kind}`}
            </ButtonForm>
            {isUsed ? (
              <p className="text-label text-muted">
                It cannot be dropped: conversations carry or carried it.
              </p>
            ) : (
              <>
                <p className="mt-2 text-muted">No conversation carries it, so it can also go for good.</p>
                <ButtonForm
                  action={shelveLabelAction}
                  fields={{ kind, labelId: label.id, version: label.version, act: "drop" }}
                  variant="danger"
                >
                  Drop this {kind}
                </ButtonForm>
              </>
            )}
          </Card>
        </div>
      </div>
    </>
  );
}
