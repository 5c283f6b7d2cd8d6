"use server";

import { z } from "zod";
import { db } from "@/db/client";
import { incompleteForm } from "@/lib/incomplete-form";
import { pageAddress } from "@/lib/page-address";
import { nameKey } from "@/lib/pipeline/name-key";
import { erasePerson } from "@/lib/privacy/erase-person";
import { previewErasure } from "@/lib/privacy/preview-erasure";
import { readPerson } from "@/lib/privacy/read-person";
import { RuleError } from "@/lib/rule-error";
import { memberAction } from "./member-action";
import { idField } from "./number-fields";
import { askToConfirm, type Previewed, previewedField } from "./previewed";
import { showPage } from "./show-page";

const eraseSchema = z.object({
  kind: z.enum(["contact", "customer", "member"], incompleteForm),
  id: idField,
  typed: z.string().trim().max(300).default(""),
  ...previewedField,
});

/** Erases a person for good, after the preview and with the name typed. */
export const erasePersonAction = memberAction<typeof eraseSchema, Previewed>(
  eraseSchema,
  async ({ kind, id, typed, previewed }, present) => {
    const person = await readPerson(db, { kind, id: String(id) });
    if (!person) throw new RuleError("There is nobody to erase here any more.");
    const now = new Date();
    const preview = await previewErasure(db, { kind, id }, present);
    const question = askToConfirm(preview, previewed);
    if (question) return question;
    if (nameKey(typed) !== nameKey(person.name))
      return { errors: { typed: `Type ${person.name} to confirm.` }, more: { preview } };
    await erasePerson(db, { kind, id, typed: person.name, actor: present.member, now });
    return showPage(pageAddress(`/privacy/${kind}/${id}`));
  },
  "admin",
  { isShownInPlace: true },
);
