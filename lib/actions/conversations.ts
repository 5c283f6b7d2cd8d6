"use server";

import { z } from "zod";
import { db } from "@/db/client";
import type { Conversation } from "@/db/queries/conversations";
import { deleteConversation } from "@/lib/log/change-conversation";
import { correctFromForm } from "@/lib/log/correct-from-form";
import { logFromForm } from "@/lib/log/log-from-form";
import { logSchema } from "@/lib/log/log-schema";
import { restoreVersion, undoChange } from "@/lib/log/undo-change";
import { pageAddress } from "@/lib/page-address";
import { memberAction } from "./member-action";
import { seenFields, versionField } from "./number-fields";
import { showPage } from "./show-page";

/** Logs what the form says and shows what came of it, or asks what is still to be said. */
export const logConversationAction = memberAction(
  logSchema,
  async (values, present) => {
    const answer = await logFromForm(db, values, present, new Date());
    if (answer.logged) showPage(pageAddress("/log", { logged: String(answer.logged.id) }));
    const { errors, message, more, deviceId = values.deviceId } = answer;
    return { errors, message, more, values: { ...values, ...answer.values, deviceId } };
  },
  "member",
  { isShownInPlace: true },
);

function showSaved({ id, version }: Conversation): never {
  showPage(pageAddress(`/conversations/${id}`, { saved: String(version) }));
}

/** Corrects a conversation as the form says, or tells what is still to be said or what somebody else changed. */
export const correctConversationAction = memberAction(
  logSchema.extend(seenFields),
  async ({ id, version, ...values }, present) => {
    const answer = await correctFromForm(db, { conversationId: id, version, values }, present, new Date());
    if (answer.saved) showSaved(answer.saved);
    const { errors, message, more } = answer;
    const shown = { ...values, ...answer.values, id: String(id), version: String(answer.version ?? version) };
    return { errors, message, more, values: shown };
  },
  "member",
  { isShownInPlace: true },
);

const changeSchema = z.object({
  ...seenFields,
  back: z.enum(["log", "conversation"]).default("conversation"),
});

function showChanged(saved: Conversation, back: "log" | "conversation"): never {
  if (back === "conversation") showSaved(saved);
  showPage(pageAddress("/log", { logged: String(saved.id) }));
}

/** Deletes a conversation; the page that follows offers to take that back. */
export const deleteConversationAction = memberAction(
  changeSchema,
  async ({ id, version, back }, { member }) => {
    const change = { conversationId: id, version, actor: member, now: new Date() };
    showChanged(await deleteConversation(db, change), back);
  },
);

/** Takes the last change of a conversation back, a deletion included. */
export const undoChangeAction = memberAction(changeSchema, async ({ id, version, back }, { member }) => {
  const change = { conversationId: id, version, actor: member, now: new Date() };
  showChanged(await undoChange(db, change), back);
});

/** Makes what an earlier version said the newest one. */
export const restoreVersionAction = memberAction(
  z.object({ ...seenFields, toVersion: versionField }),
  async ({ id, version, toVersion }, { member }) => {
    const change = { conversationId: id, version, toVersion, actor: member, now: new Date() };
    showSaved(await restoreVersion(db, change));
  },
);
