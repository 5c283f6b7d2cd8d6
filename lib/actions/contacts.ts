"use server";

import { z } from "zod";
import { db } from "@/db/client";
import { getContact } from "@/db/queries/contacts";
import { addContactToSurvivor } from "@/lib/customers/add-contact-to-survivor";
import { archiveContact, editContact } from "@/lib/customers/change-contact";
import { customerAddress } from "@/lib/customers/customer-address";
import { toldChange } from "@/lib/customers/told-change";
import { phoneAddress } from "@/lib/format/phone-address";
import { nameField } from "@/lib/name-field";
import { longest } from "@/lib/pipeline/longest";
import { RuleError } from "@/lib/rule-error";
import { memberAction } from "./member-action";
import { idField, seenFields } from "./number-fields";
import { showPage } from "./show-page";
import { toldMerge } from "./told-merge";

const tooLong = `At most ${longest.name} characters, please.`;
const text = z.string().trim().max(longest.name, tooLong).default("");

const facts = {
  name: nameField("Write the contact's name.", longest.name, tooLong),
  role: text,
  email: text.refine(
    (email) => email === "" || /^[^\s@]+@[^\s@]+$/.test(email),
    "Enter an e-mail address, such as lerato@example.com, or leave it empty.",
  ),
  phone: text.refine(
    (phone) => phone === "" || phoneAddress(phone) !== undefined,
    "Enter a phone number, such as +27 82 555 0199, or leave it empty.",
  ),
};

async function customerOf(contactId: number): Promise<number> {
  const contact = await getContact(db, contactId);
  if (!contact) throw new RuleError("This contact is no longer there.");
  return contact.customerId;
}

/** Adds a contact to a customer, or to the one it is part of by now, and shows that. */
export const addContactAction = memberAction(
  z.object({ ...facts, customerId: seenFields.id }),
  async (added, { member }) => {
    const customerId = await addContactToSurvivor(db, { ...added, actor: member, now: new Date() });
    return showPage(customerAddress(customerId));
  },
  "member",
  { isShownInPlace: true },
);

/** Saves a contact's facts; who saw an older version is told what changed and loses nothing typed. */
export const editContactAction = memberAction(
  z.object({ ...facts, ...seenFields, customerId: idField }),
  async ({ id, version, ...edited }, { member }) => {
    const seen = { subject: "contact", id, version } as const;
    const changed = await toldChange(db, seen, member, () =>
      editContact(db, { contactId: id, version, ...edited, actor: member, now: new Date() }),
    );
    if (changed) return toldMerge(changed);
    return showPage(customerAddress(edited.customerId));
  },
);

/** Archives a contact and shows its customer. */
export const archiveContactAction = memberAction(
  z.object(seenFields),
  async ({ id, version }, { member }) => {
    const customerId = await customerOf(id);
    const seen = { subject: "contact", id, version } as const;
    const changed = await toldChange(db, seen, member, () =>
      archiveContact(db, { contactId: id, version, actor: member, now: new Date() }),
    );
    if (changed) return { message: `${changed} This page shows it as it is now.` };
    return showPage(customerAddress(customerId));
  },
);
