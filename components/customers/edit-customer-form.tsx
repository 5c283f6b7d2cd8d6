"use client";

import { ActionForm } from "@/components/action-form";
import { SeenValues } from "@/components/seen-values";
import { useMergedEdit } from "@/components/use-merged-edit";
import { editCustomerAction } from "@/lib/actions/customers";
import { CustomerFields } from "./customer-fields";

type EditCustomerFormProps = {
  customer: { id: number; version: number; name: string; openedOn: string | null };
  today: string;
};

const names = ["name", "openedOn"] as const;

/** Changes a customer's facts; shows both when somebody else changed them meanwhile. */
export function EditCustomerForm({ customer, today }: EditCustomerFormProps) {
  const { id, version, name, openedOn } = customer;
  const merged = useMergedEdit(names, { id, version, facts: { name, openedOn: openedOn ?? "" } });
  return (
    <ActionForm action={editCustomerAction} submit="Save" submitting="Saving…">
      {(state) => {
        const { basis, fields } = merged(state);
        return (
          <>
            <SeenValues id={basis.id} version={basis.version} values={basis.facts} />
            <CustomerFields {...fields} errors={state.errors} today={today} />
          </>
        );
      }}
    </ActionForm>
  );
}
