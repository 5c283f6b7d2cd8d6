import { Field } from "@/components/field";
import { mergeNotes } from "@/components/merge-notes";
import type { MergedField } from "@/lib/merge-edit";
import { longest } from "@/lib/pipeline/longest";

/** The fields of a contact, as they are named in a form. */
export const contactFieldNames = ["name", "role", "email", "phone"] as const;

type ContactFieldsProps = Record<(typeof contactFieldNames)[number], MergedField> & {
  errors: Record<string, string>;
};

/** The fields of a contact's facts. */
export function ContactFields({ name, role, email, phone, errors }: ContactFieldsProps) {
  return (
    <>
      <Field
        label="Name"
        name="name"
        autoComplete="off"
        autoCapitalize="words"
        required
        maxLength={longest.name}
        defaultValue={name.value}
        {...mergeNotes(name, { error: errors.name })}
      />
      <Field
        label="Role"
        name="role"
        autoComplete="off"
        maxLength={longest.name}
        defaultValue={role.value}
        {...mergeNotes(role, { error: errors.role, hint: "What this person does there, such as Buyer." })}
      />
      <Field
        label="E-mail"
        name="email"
        type="email"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={longest.name}
        defaultValue={email.value}
        {...mergeNotes(email, { error: errors.email })}
      />
      <Field
        label="Phone"
        name="phone"
        type="tel"
        autoComplete="off"
        maxLength={longest.name}
        defaultValue={phone.value}
        {...mergeNotes(phone, { error: errors.phone })}
      />
    </>
  );
}
