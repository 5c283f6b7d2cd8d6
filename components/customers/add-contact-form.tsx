"use client";

import { ActionForm } from "@/components/action-form";
import { addContactAction } from "@/lib/actions/contacts";
import { asTyped } from "@/lib/merge-edit";
import { ContactFields } from "./contact-fields";

/** Adds somebody one speaks with at a customer. */
export function AddContactForm({ customerId }: { customerId: number }) {
  return (
    <ActionForm action={addContactAction} submit="Add the contact" submitting="Adding…">
      {({ errors, values }) => (
        <>
          <input type="hidden" name="customerId" value={customerId} />
          <ContactFields
            name={asTyped(values.name)}
            role={asTyped(values.role)}
            email={asTyped(values.email)}
            phone={asTyped(values.phone)}
            errors={errors}
          />
        </>
      )}
    </ActionForm>
  );
}
