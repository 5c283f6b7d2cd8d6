"use client";

import { ChoiceCards } from "@/components/choice-cards";
import { PreviewForm } from "@/components/preview-form";
import { mergeCustomersAction } from "@/lib/actions/customer-merges";

/** A customer to keep or to merge away, with what is known of it in one line. */
type MergeChoice = { id: number; name: string; facts: string };

type MergeFormProps = { customer: MergeChoice; other: MergeChoice };

/** Merges two customers: which stays is chosen, what changes is shown, then it is done. */
export function MergeForm({ customer, other }: MergeFormProps) {
  return (
    <PreviewForm
      action={mergeCustomersAction}
      hidden={{ id: customer.id, otherId: other.id }}
      confirm="Merge the two"
    >
      {({ values, errors }) => (
        <ChoiceCards
          legend="Which one stays?"
          name="keep"
          choices={[customer, other].map(({ id, name, facts }) => ({
            value: String(id),
            label: name,
            means: facts,
          }))}
          chosen={values.keep ?? String(customer.id)}
          error={errors.keep}
        />
      )}
    </PreviewForm>
  );
}
