import type { Route } from "next";
import { Form } from "@/components/form";
import { GoButton } from "@/components/go-button";
import { SelectField } from "@/components/select-field";
import { Card } from "@/components/tremor/card";

type MergeChoiceProps = {
  /** The page that shows what the merge would change. */
  action: Route;
  /** What is merged, as it is called here: "stage". */
  noun: string;
  lead: string;
  others: readonly { id: number; name: string }[];
};

/** Into which other one to merge this one; what that moves is looked at before it is saved. */
export function MergeChoice({ action, noun, lead, others }: MergeChoiceProps) {
  return (
    <Card>
      <Form action={action} className="flex flex-col items-start gap-3">
        <h3 className="font-semibold">Merge</h3>
        <p className="text-muted">{lead}</p>
        <div className="w-full max-w-xs">
          <SelectField
            label="Merge into"
            name="into"
            prompt={`Choose a ${noun}`}
            options={others.map(({ id, name }) => ({ value: String(id), label: name }))}
            required
          />
        </div>
        <GoButton>Look at the merge</GoButton>
      </Form>
    </Card>
  );
}
