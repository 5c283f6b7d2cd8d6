"use server";

import { z } from "zod";
import { db } from "@/db/client";
import { logSchema } from "@/lib/log/log-schema";
import { discardQuarantined, logQuarantined } from "@/lib/log/quarantine";
import { pageAddress } from "@/lib/page-address";
import { memberAction } from "./member-action";
import { idField } from "./number-fields";
import { showPage } from "./show-page";

/** Logs an entry of a removed member as theirs, or asks what is still to be said. */
export const logQuarantinedAction = memberAction(
  logSchema.extend({ entryId: idField }),
  async ({ entryId, ...values }, { member, team }) => {
    const answer = await logQuarantined(db, { entryId, values, team, actor: member, now: new Date() });
    if (answer.logged) showPage(pageAddress(`/conversations/${answer.logged.id}`));
    const { errors, message, more } = answer;
    return { errors, message, more, values: { ...values, ...answer.values } };
  },
  "admin",
  { isShownInPlace: true },
);

/** Discards an entry of a removed member; its page then says so. */
export const discardQuarantinedAction = memberAction(
  z.object({ entryId: idField }),
  async ({ entryId }, { member }) => {
    await discardQuarantined(db, { entryId, actor: member, now: new Date() });
    return showPage(pageAddress(`/settings/quarantine/${entryId}`));
  },
  "admin",
);
