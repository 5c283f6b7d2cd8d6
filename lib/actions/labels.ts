"use server";

import { z } from "zod";
import { db } from "@/db/client";
import { labelKinds } from "@/db/queries/labels";
import {
  addLabel,
  archiveLabel,
  dropLabel,
  orderLabels,
  renameLabel,
  restoreLabel,
} from "@/lib/labels/edit-label";
import { mergeLabel } from "@/lib/labels/merge-label";
import { nameField } from "@/lib/name-field";
import { RuleError } from "@/lib/rule-error";
import { movedOnce } from "@/lib/stages/arranged-order";
import { memberAction } from "./member-action";
import { idField, idListField, versionField } from "./number-fields";
import { showPage } from "./show-page";

const kind = z.enum(labelKinds, "Choose a channel or a topic.");
const seen = { kind, labelId: idField, version: versionField };
const name = nameField("Enter a name.");
const list = "/settings/topics" as const;

/** Adds a channel or a topic behind the last one. */
export const addLabelAction = memberAction(
  z.object({ kind, name }),
  async (wanted, { member }) => {
    await addLabel(db, { actor: member, now: new Date(), ...wanted });
    return { values: {}, done: `“${wanted.name}” is added.` };
  },
  "admin",
);

/** Gives a channel or topic another name. */
export const renameLabelAction = memberAction(
  z.object({ ...seen, name }),
  async (wanted, { member }) => {
    await renameLabel(db, { actor: member, now: new Date(), ...wanted });
    // The page stays: beside this form another one to merge into may have been chosen.
    return { values: {}, done: "The name is saved." };
  },
  "admin",
);

const acts = { archive: archiveLabel, restore: restoreLabel, drop: dropLabel } as const;

/** Archives a channel or topic, takes it back, or drops one that was never used. */
export const shelveLabelAction = memberAction(
  z.object({ ...seen, act: z.enum(["archive", "restore", "drop"], "Choose what to do with it.") }),
  async ({ act, ...label }, { member }) => {
    await acts[act](db, { actor: member, now: new Date(), ...label });
    return showPage(list);
  },
  "admin",
);

/** Merges a channel or topic into another, after its preview. */
export const mergeLabelAction = memberAction(
  z.object({ ...seen, intoId: idField, intoVersion: versionField }),
  async (wanted, { member }) => {
    await mergeLabel(db, { actor: member, now: new Date(), ...wanted });
    return showPage(list);
  },
  "admin",
);

const noMove = "Choose what to move where.";

/** Moves one of them a place (`move`: its id and `up` or `down`) or puts all into an order (`wanted`). */
export const orderLabelsAction = memberAction(
  z.object({
    kind,
    seen: idListField,
    archived: idListField.optional(),
    wanted: idListField.optional(),
    move: z
      .string()
      .regex(/^\d{1,15} (up|down)$/, noMove)
      .optional(),
  }),
  async ({ kind, seen, archived = [], wanted, move }, { member }) => {
    const [id, direction] = (move ?? "").split(" ");
    if (!wanted && !move) throw new RuleError(noMove);
    const list = seen.map((each) => ({ id: each, isArchived: archived.includes(each) }));
    const order = wanted ?? movedOnce(list, Number(id), direction === "up" ? -1 : 1);
    await orderLabels(db, { actor: member, now: new Date(), kind, seen, wanted: order });
    return undefined;
  },
  "admin",
);
