import { ButtonLink } from "@/components/button-link";
import { Field } from "@/components/field";
import { Form } from "@/components/form";
import { GoButton } from "@/components/go-button";
import { SelectField } from "@/components/select-field";
import { actAsChoice } from "@/lib/audit/audit-acts";
import type { AuditParams } from "@/lib/audit/audit-params";
import { operatorName } from "@/lib/audit/audit-sentence";

type AuditFilterFormProps = {
  params: AuditParams;
  choices: { acts: string[]; subjects: string[]; people: { id: number; name: string }[] };
};

/** What the audit log shows: who, what, about what, and when. */
export function AuditFilterForm({ params, choices }: AuditFilterFormProps) {
  const texts = (list: readonly string[]) => list.map((value) => ({ value, label: actAsChoice(value) }));
  const people = choices.people.map(({ id, name }) => ({ value: String(id), label: name }));
  const isFiltered = Object.values(params).some((value) => value !== "");
  return (
    <Form
      action="/settings/audit"
      aria-label="Filter"
      className="grid grid-cols-2 items-end gap-3 sm:grid-cols-3 lg:grid-cols-[repeat(5,minmax(0,1fr))_auto]"
    >
      <SelectField
        label="Who"
        name="by"
        prompt="Everybody"
        options={[...people, { value: "operator", label: operatorName }]}
        defaultValue={params.by}
      />
      <SelectField
        label="Did what"
        name="act"
        prompt="Anything"
        options={texts(choices.acts)}
        defaultValue={params.act}
      />
      <SelectField
        label="About"
        name="subject"
        prompt="Anything"
        options={texts(choices.subjects)}
        defaultValue={params.subject}
      />
      <Field label="From" name="from" type="date" defaultValue={params.from} key={`from ${params.from}`} />
      <Field label="To" name="to" type="date" defaultValue={params.to} key={`to ${params.to}`} />
      <div className="flex gap-2">
        <GoButton className="min-h-10">Show</GoButton>
        {isFiltered ? (
          <ButtonLink href="/settings/audit" variant="quiet" className="min-h-10">
            Clear
          </ButtonLink>
        ) : null}
      </div>
    </Form>
  );
}
