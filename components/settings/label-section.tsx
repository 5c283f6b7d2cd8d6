import { ButtonForm } from "@/components/button-form";
import { ButtonLink } from "@/components/button-link";
import type { Label, LabelKind } from "@/db/queries/labels";
import { shelveLabelAction } from "@/lib/actions/labels";
import { plural } from "@/lib/format/plural";
import type { TeamFormats } from "@/lib/format/team-formats";
import { AddLabelForm } from "./add-label-form";
import { labelAddress } from "./label-address";
import { LabelList } from "./label-list";

type LabelSectionProps = {
  kind: LabelKind;
  title: string;
  lead: string;
  labels: readonly Label[];
  formats: TeamFormats;
};

/** The channels or the topics: those one chooses from in order, a new one, and the archived ones. */
export function LabelSection({ kind, title, lead, labels, formats: { count } }: LabelSectionProps) {
  const use = (number: number) => `${count(number)} ${plural(number, "conversation", "conversations")}`;
  const rows = labels.map((label) => ({
    ...label,
    use: use(label.conversations),
    href: labelAddress(kind, label.id),
  }));
  const archived = rows.filter(({ isArchived }) => isArchived);
  return (
    <section aria-labelledby={`${kind}-heading`} className="flex min-w-0 flex-col gap-3">
      <div>
        <h3 id={`${kind}-heading`} className="font-semibold">
          {title}
        </h3>
        <p className="text-muted">{lead}</p>
      </div>
      {rows.length > archived.length ? (
        <LabelList
          kind={kind}
          title={title}
          labels={rows.filter(({ isArchived }) => !isArchived)}
          order={rows.map(({ id }) => id)}
        />
      ) : null}
      <AddLabelForm kind={kind} />
      {archived.length > 0 ? (
        <div>
          <h4 className="font-medium text-muted">Archived</h4>
          <ul className="flex flex-col">
            {archived.map((label) => (
              <li
                key={label.id}
                className="flex flex-wrap items-center gap-x-3 border-border border-b py-1 last:border-b-0"
              >
                <p className="min-w-0 flex-1 basis-40">
                  {label.name}
                  <span className="figures block text-label text-muted">
                    {label.mergedInto ? `merged into ${label.mergedInto}` : label.use}
                  </span>
                </p>
                <ButtonForm
                  action={shelveLabelAction}
                  fields={{ kind, labelId: label.id, version: label.version, act: "restore" }}
                  variant="quiet"
                >
                  Restore<span className="sr-only"> {label.name}</span>
                </ButtonForm>
                <ButtonLink href={label.href} variant="quiet">
                  Edit<span className="sr-only"> {label.name}</span>
                </ButtonLink>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </section>
  );
}
