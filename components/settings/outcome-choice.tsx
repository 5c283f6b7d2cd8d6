import { Form } from "@/components/form";
import { GoButton } from "@/components/go-button";
import { Card } from "@/components/tremor/card";
import type { Outcome } from "@/lib/pipeline/outcome";
import { OutcomeField } from "./outcome-field";

type OutcomeChoiceProps = { stage: { id: number; outcome: Outcome } };

/** What the stage says of a deal; another outcome is looked at before it is saved. */
export function OutcomeChoice({ stage }: OutcomeChoiceProps) {
  return (
    <Card>
      <Form action={`/settings/pipeline/${stage.id}/outcome`} className="flex flex-col items-start gap-3">
        <OutcomeField name="to" chosen={stage.outcome} />
        <p className="text-label text-muted">
          Another outcome changes past figures too. You see how many deals change before anything is saved.
        </p>
        <GoButton>Look at the change</GoButton>
      </Form>
    </Card>
  );
}
