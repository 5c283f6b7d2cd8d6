"use client";

import { Field } from "@/components/field";
import { PreviewForm } from "@/components/preview-form";
import { SelectField } from "@/components/select-field";
import { changeDealAction } from "@/lib/actions/deals";
import type { DealPage } from "@/lib/deals/read-deal-page";
import { longest } from "@/lib/pipeline/longest";
import { ConversationChoice } from "./conversation-choice";

type ChangeDealFormsProps = Pick<DealPage, "id" | "name" | "holders" | "others" | "conversations"> & {
  ownerId: number | undefined;
  today: string;
};

/** What one may do to a deal; each shows what would change before it does it. */
export function ChangeDealForms(props: ChangeDealFormsProps) {
  const { id, name, holders, others, conversations, ownerId, today } = props;
  const hidden = (act: string) => ({ act, dealId: id });
  return (
    <section aria-labelledby="change-deal" className="flex flex-col gap-2">
      <h2 id="change-deal" className="font-semibold">
        Change this deal
      </h2>
      <PreviewForm
        title="Rename"
        action={changeDealAction}
        hidden={hidden("rename")}
        confirm="Rename the deal"
      >
        {({ values, errors }) => (
          <Field
            label="Name of the deal"
            name="name"
            hint="Empty: it goes by the day it was opened."
            maxLength={longest.name}
            autoComplete="off"
            defaultValue={values.name ?? name ?? ""}
            error={errors.name}
          />
        )}
      </PreviewForm>
      <PreviewForm
        title="Reassign"
        action={changeDealAction}
        hidden={hidden("reassign")}
        confirm="Reassign the deal"
      >
        {({ values, errors }) => (
          <>
            <SelectField
              label="New owner"
              name="memberId"
              prompt="Choose who"
              options={holders
                .filter((holder) => holder.id !== ownerId)
                .map((holder) => ({ value: String(holder.id), label: holder.name }))}
              defaultValue={values.memberId}
              error={errors.memberId}
            />
            <Field
              label="From"
              name="fromOn"
              type="date"
              max={today}
              defaultValue={values.fromOn ?? today}
              hint="Before this day the deal stays with whom it was."
              error={errors.fromOn}
            />
          </>
        )}
      </PreviewForm>
      {conversations.length > 1 ? (
        <PreviewForm
          title="Split"
          action={changeDealAction}
          hidden={hidden("split")}
          confirm="Make it a deal of its own"
        >
          {({ values, errors }) => (
            <>
              <ConversationChoice
                conversations={conversations}
                before={values.conversationIds ?? ""}
                error={errors.conversationIds}
              />
              <Field
                label="Name of the new deal, if it has one"
                name="name"
                maxLength={longest.name}
                autoComplete="off"
                defaultValue={values.name}
                error={errors.name}
              />
            </>
          )}
        </PreviewForm>
      ) : null}
      {others.length > 0 && conversations.length > 0 ? (
        <PreviewForm
          title="Join with another deal"
          action={changeDealAction}
          hidden={hidden("join")}
          confirm="Join the deals"
        >
          {({ values, errors }) => (
            <SelectField
              label="Its conversations move to"
              name="intoId"
              prompt="Choose a deal of this customer"
              options={others.map((other) => ({ value: String(other.id), label: other.label }))}
              defaultValue={values.intoId}
              error={errors.intoId}
            />
          )}
        </PreviewForm>
      ) : null}
    </section>
  );
}
