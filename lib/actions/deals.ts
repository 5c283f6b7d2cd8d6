"use server";

import { z } from "zod";
import { db } from "@/db/client";
import { customerAddress } from "@/lib/customers/customer-address";
import { changeDeal, undoDealAct } from "@/lib/deals/deal-acts";
import { previewDealAct, previewUndoDealAct } from "@/lib/deals/preview-deal-act";
import { incompleteForm } from "@/lib/incomplete-form";
import { pageAddress } from "@/lib/page-address";
import { cleanName } from "@/lib/pipeline/clean-name";
import { isLocalDate } from "@/lib/pipeline/local-date";
import { longest } from "@/lib/pipeline/longest";
import { RuleError } from "@/lib/rule-error";
import { memberAction, showingWhatStands } from "./member-action";
import { chosenId, idField } from "./number-fields";
import { askToConfirm, type Previewed, previewedField } from "./previewed";
import { showPage } from "./show-page";

const noChoice = "Choose one.";
const choice = chosenId(noChoice);
const chosen = z.union(
  [idField.transform((id) => [id]), z.array(idField)],
  "Choose the conversations of the new deal.",
);
const name = z
  .string()
  .overwrite(cleanName)
  .max(longest.name, `A deal's name has at most ${longest.name} characters.`)
  .default("");
const noDay = "Choose the day from which the deal is theirs.";
const act = <Name extends string>(name: Name) => ({ act: z.literal(name), ...previewedField });

const dealSchema = z.discriminatedUnion(
  "act",
  [
    z.object({ ...act("rename"), dealId: idField, name }),
    z.object({
      ...act("reassign"),
      dealId: idField,
      memberId: choice,
      fromOn: z.string(noDay).refine(isLocalDate, noDay),
    }),
    z.object({ ...act("split"), dealId: idField, conversationIds: chosen, name }),
    z.object({ ...act("join"), dealId: idField, intoId: choice }),
    z.object({
      ...act("move"),
      conversationId: idField,
      to: z.union([z.literal("new"), choice], noChoice),
    }),
  ],
  incompleteForm,
);

// Several boxes of one name are no single value that a form would show again by itself.
function splitValues({ name, conversationIds }: { name: string; conversationIds: readonly number[] }) {
  return { name, conversationIds: conversationIds.join(",") };
}

/** Renames, reassigns, splits or joins a deal, or moves a conversation to another one, after its preview. */
export const changeDealAction = memberAction<typeof dealSchema, Previewed>(
  dealSchema,
  async ({ previewed, ...asked }, present) => {
    const now = new Date();
    const values = asked.act === "split" ? splitValues(asked) : undefined;
    try {
      return await showingWhatStands(async () => {
        const question = askToConfirm(await previewDealAct(db, asked, present, now), previewed);
        if (question) return values ? { ...question, values } : question;
        const who = { actor: present.member, now, today: present.today };
        const { customerId } = await changeDeal(db, who, asked);
        return showPage(pageAddress(customerAddress(customerId), { deals: "all" }));
      });
    } catch (error) {
      if (!(error instanceof RuleError) || !values) throw error;
      return { message: error.message, values };
    }
  },
  "member",
  { isShownInPlace: true },
);

const undoSchema = z.object({ actId: idField, ...previewedField });

/** Takes an act on deals back, after its preview. */
export const undoDealActAction = memberAction<typeof undoSchema, Previewed>(
  undoSchema,
  async ({ actId, previewed }, present) => {
    const now = new Date();
    return showingWhatStands(async () => {
      const question = askToConfirm(await previewUndoDealAct(db, actId, present, now), previewed);
      if (question) return question;
      const who = { actor: present.member, now, today: present.today };
      const { customerId } = await undoDealAct(db, who, actId);
      return showPage(pageAddress(customerAddress(customerId), { deals: "all" }));
    });
  },
  "member",
  { isShownInPlace: true },
);
