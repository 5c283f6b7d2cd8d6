import { ButtonForm } from "@/components/button-form";
import { ButtonLink } from "@/components/button-link";
import { Card } from "@/components/tremor/card";
import type { countLabelUse, Label, LabelKind } from "@/db/queries/labels";
import { mergeLabelAction } from "@/lib/actions/labels";
import { plural } from "@/lib/format/plural";
import type { TeamFormats } from "@/lib/format/team-formats";
import { labelAddress } from "./label-address";
import { SectionHeading } from "./section-heading";

type LabelMergeProps = {
  kind: LabelKind;
  label: Label;
  into: Label;
  use: Awaited<ReturnType<typeof countLabelUse>>;
  formats: TeamFormats;
};

/** What merging a channel or topic into another moves, before it is saved. */
export function LabelMerge({ kind, label, into, use, formats: { count } }: LabelMergeProps) {
  const href = labelAddress(kind, label.id);
  const moves =
    use.conversations === 0
      ? "No conversation has it."
      : `${count(use.conversations)} ${plural(use.conversations, "conversation", "conversations")} with ${count(use.customers)} ${plural(use.customers, "customer", "customers")} ${plural(use.conversations, "becomes", "become")} “${into.name}”.`;
  const usual =
    use.members === 0
      ? ""
      : ` ${count(use.members)} ${plural(use.members, "member has", "members have")} it as their usual ${kind} and will have “${into.name}”.`;
  return (
    <>
      <SectionHeading
        title={`Merge “${label.name}” into “${into.name}”`}
        lead={`“${label.name}” is archived and no longer chosen.`}
        back={{ href, label: label.name }}
      />
      <Card className="flex max-w-2xl flex-col gap-4">
        <p>
          {moves}
          {usual} No figure changes. Each conversation keeps its earlier version in its history.
        </p>
        <div className="flex flex-wrap items-start gap-2">
          <ButtonForm
            action={mergeLabelAction}
            fields={{
              kind,
              labelId: label.id,
              version: label.version,
              intoId: into.id,
              intoVersion: into.version,
            }}
            variant="primary"
          >
            Merge into “{into.name}”
          </ButtonForm>
          <ButtonLink href={href} variant="quiet">
            Keep both
          </ButtonLink>
        </div>
      </Card>
    </>
  );
}
