"use client";

import { ActionForm } from "@/components/action-form";
import { SeenValues } from "@/components/seen-values";
import { useMergedEdit } from "@/components/use-merged-edit";
import type { OneContact } from "@/db/queries/contacts";
import { editContactAction } from "@/lib/actions/contacts";
import { ContactFields, contactFieldNames } from "./contact-fields";

type EditContactFormProps = {
  contact: Pick<OneContact, "id" | "version" | "customerId" | (typeof contactFieldNames)[number]>;
};

/** Changes a contact's facts; shows both when somebody else changed them meanwhile. */
export function EditContactForm({ contact }: EditContactFormProps) {
  const { id, version, customerId, ...facts } = contact;
  const merged = useMergedEdit(contactFieldNames, { id, version, facts });
  return (
    <ActionForm action={editContactAction} submit="Save" submitting="Saving…">
      {(state) => {
        const { basis, fields } = merged(state);
        return (
          <>
            <input type="hidden" name="customerId" value={customerId} />
            <SeenValues id={basis.id} version={basis.version} values={basis.facts} />
            <ContactFields {...fields} errors={state.errors} />
          </>
        );
      }}
    </ActionForm>
  );
}
