"use server";

import { z } from "zod";
import { db } from "@/db/client";
import { addCustomer, archiveCustomer, editCustomer, restoreCustomer } from "@/lib/customers/change-customer";
import { customerAddress } from "@/lib/customers/customer-address";
import { listNearCustomers, type NearCustomer } from "@/lib/customers/near-customers";
import { toldChange } from "@/lib/customers/told-change";
import { nameField } from "@/lib/name-field";
import { isLocalDate } from "@/lib/pipeline/local-date";
import { nameKey } from "@/lib/pipeline/name-key";
import { openedOnProblem } from "@/lib/pipeline/opened-on";
import { memberAction } from "./member-action";
import { seenFields } from "./number-fields";
import { showPage } from "./show-page";
import { toldMerge } from "./told-merge";

const noDate = "Enter a date, such as 2026-11-24, or leave it empty if it is unknown.";

const facts = {
  name: nameField("Write the customer's name."),
  openedOn: z
    .string(noDate)
    .trim()
    .refine((text) => text === "" || isLocalDate(text), noDate)
    .transform((text) => (text === "" ? null : text)),
};

function openedOnErrors(...said: Parameters<typeof openedOnProblem>) {
  const openedOn = openedOnProblem(...said);
  return openedOn && { errors: { openedOn } };
}

const addSchema = z.object({ ...facts, askedAbout: z.string().default("") });

/** Adds a customer and shows its page; asks first, once for a name, where others are called nearly so. */
export const addCustomerAction = memberAction<
  typeof addSchema,
  {
    near: readonly NearCustomer[];
    /** The name they are near to. */
    askedAbout: string;
  }
>(addSchema, async ({ askedAbout, ...added }, { member, today }) => {
  const wrongDay = openedOnErrors(added.openedOn, today);
  if (wrongDay) return wrongDay;
  const isAsked = nameKey(askedAbout) === nameKey(added.name);
  const near = isAsked ? [] : await listNearCustomers(db, added.name);
  if (near.length > 0)
    return {
      errors: { name: "Customers of nearly that name are there already. Is it one of those below?" },
      more: { near, askedAbout: added.name },
    };
  const id = await addCustomer(db, { ...added, actor: member, now: new Date() });
  return showPage(customerAddress(id));
});

/** Saves a customer's facts; who saw an older version is told what changed and loses nothing typed. */
export const editCustomerAction = memberAction(
  z.object({ ...facts, ...seenFields }),
  async ({ id, version, ...edited }, { member, today }) => {
    const wrongDay = openedOnErrors(edited.openedOn, today);
    if (wrongDay) return wrongDay;
    const seen = { subject: "customer", id, version } as const;
    const changed = await toldChange(db, seen, member, () =>
      editCustomer(db, { customerId: id, version, ...edited, actor: member, now: new Date() }),
    );
    if (changed) return toldMerge(changed);
    return showPage(customerAddress(id));
  },
);

function seenCustomerAction(act: typeof archiveCustomer) {
  return memberAction(z.object(seenFields), async ({ id, version }, { member }) => {
    const seen = { subject: "customer", id, version } as const;
    const changed = await toldChange(db, seen, member, () =>
      act(db, { customerId: id, version, actor: member, now: new Date() }),
    );
    return changed ? { message: `${changed} This page shows it as it is now.` } : undefined;
  });
}

/** Archives a customer. */
export const archiveCustomerAction = seenCustomerAction(archiveCustomer);

/** Takes an archived customer back. */
export const restoreCustomerAction = seenCustomerAction(restoreCustomer);
