"use client";

import { ActionForm } from "@/components/action-form";
import { addCustomerAction } from "@/lib/actions/customers";
import { asTyped } from "@/lib/merge-edit";
import { CustomerFields } from "./customer-fields";

type AddCustomerFormProps = { name: string; today: string };

/** Adds a customer: its name and since when it is one, today unless said otherwise. */
export function AddCustomerForm({ name, today }: AddCustomerFormProps) {
  return (
    <ActionForm action={addCustomerAction} submit="Add the customer" submitting="Adding…">
      {({ errors, values }) => (
        <CustomerFields
          name={asTyped(values.name ?? name)}
          openedOn={asTyped(values.openedOn ?? today)}
          errors={errors}
          today={today}
        />
      )}
    </ActionForm>
  );
}
