"use server";

import { z } from "zod";
import { db } from "@/db/client";
import { customerAddress } from "@/lib/customers/customer-address";
import { mergeCustomers } from "@/lib/customers/merge-customers";
import { previewMerge, previewUndoMerge } from "@/lib/customers/preview-merge";
import { undoMerge } from "@/lib/customers/undo-merge";
import { pageAddress } from "@/lib/page-address";
import { memberAction } from "./member-action";
import { chosenId, idField } from "./number-fields";
import { askToConfirm, type Previewed, previewedField } from "./previewed";
import { showPage } from "./show-page";

const mergeSchema = z.object({
  id: idField,
  otherId: idField,
  keep: chosenId("Choose which of the two stays."),
  ...previewedField,
});

/** Merges two customers into the one that is kept, after its preview. */
export const mergeCustomersAction = memberAction<typeof mergeSchema, Previewed>(
  mergeSchema,
  async ({ id, otherId, keep, previewed }, present) => {
    if (keep !== id && keep !== otherId) return { errors: { keep: "Choose which of the two stays." } };
    const merge = { fromId: keep === id ? otherId : id, intoId: keep };
    const now = new Date();
    const question = askToConfirm(await previewMerge(db, merge, present, now), previewed);
    if (question) return question;
    const merged = await mergeCustomers(db, { ...merge, actor: present.member, now });
    return showPage(pageAddress(customerAddress(keep), { merged: String(merged) }));
  },
  "admin",
  { isShownInPlace: true },
);

const undoSchema = z.object({ mergeId: idField, ...previewedField });

/** Takes a merge back, after its preview, and shows the customer that is its own again. */
export const undoMergeAction = memberAction<typeof undoSchema, Previewed>(
  undoSchema,
  async ({ mergeId, previewed }, present) => {
    const now = new Date();
    const question = askToConfirm(await previewUndoMerge(db, mergeId, present, now), previewed);
    if (question) return question;
    const { fromId } = await undoMerge(db, { mergeId, actor: present.member, now });
    return showPage(customerAddress(fromId));
  },
  "admin",
  { isShownInPlace: true },
);
