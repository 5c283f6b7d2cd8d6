"use client";

import { PreviewForm } from "@/components/preview-form";
import { SelectField } from "@/components/select-field";
import { changeDealAction } from "@/lib/actions/deals";

type MoveConversationFormProps = {
  conversationId: number;
  /** The customer's other deals. */
  others: readonly { id: number; label: string }[];
};

/** Puts a conversation on another deal of its customer, or on one of its own. */
export function MoveConversationForm({ conversationId, others }: MoveConversationFormProps) {
  return (
    <PreviewForm
      action={changeDealAction}
      hidden={{ act: "move", conversationId }}
      confirm="Move the conversation"
    >
      {({ values, errors }) => (
        <SelectField
          label="To which deal?"
          name="to"
          prompt="Choose a deal of this customer"
          options={[
            ...others.map(({ id, label }) => ({ value: String(id), label })),
            { value: "new", label: "A new deal" },
          ]}
          defaultValue={values.to}
          error={errors.to}
        />
      )}
    </PreviewForm>
  );
}
