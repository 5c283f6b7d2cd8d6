"use client";

import { Button } from "@/components/button";
import { FormAnswer } from "@/components/form-answer";
import { OpenedBy } from "@/components/opened-by";
import { useActionForm } from "@/components/use-action-form";
import { addCustomerAction } from "@/lib/actions/customers";
import { asTyped } from "@/lib/merge-edit";
import { CustomerFields } from "./customer-fields";
import { NearCustomers } from "./near-customers";

type AddCustomerFormProps = { name: string; today: string };

/**
 * Adds a customer: its name and since when it is one, today unless said otherwise. Where other customers are called
 * nearly so, they are shown first, and sent once more with that name it is added all the same.
 */
export function AddCustomerForm({ name, today }: AddCustomerFormProps) {
  const { state, isPending, form } = useActionForm(addCustomerAction);
  const { errors, values, more } = state;
  const submit = more ? "Add it all the same" : "Add the customer";
  return (
    <form {...form} className="flex flex-col gap-4">
      <OpenedBy />
      <CustomerFields
        name={asTyped(values.name ?? name)}
        openedOn={asTyped(values.openedOn ?? today)}
        errors={errors}
        today={today}
      />
      {more ? (
        <>
          <input type="hidden" name="askedAbout" value={more.askedAbout} />
          <NearCustomers customers={more.near} />
        </>
      ) : null}
      <Button variant="primary" isPending={isPending} className="min-h-11 w-full">
        {isPending ? "Adding…" : submit}
      </Button>
      <FormAnswer state={state} />
    </form>
  );
}
