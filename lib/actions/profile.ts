"use server";

import { z } from "zod";
import { db } from "@/db/client";
import { appearances } from "@/db/schema";
import { changePassword } from "@/lib/auth/change-password";
import { WrongPasswordError } from "@/lib/auth/check-own-password";
import { currentSessionHash } from "@/lib/auth/current-session";
import { tellOfPassword } from "@/lib/auth/tell-of-account";
import { environment } from "@/lib/env";
import { changeProfile } from "@/lib/members/change-profile";
import { nameField } from "@/lib/name-field";
import { newPasswordSchema } from "@/lib/set-up/set-up-schema";
import { memberAction } from "./member-action";
import { optionalIdField, versionField } from "./number-fields";

/** Changes one's own name, appearance, single keys and what a new conversation starts with. */
export const changeProfileAction = memberAction(
  z.object({
    version: versionField,
    name: nameField("Enter your name."),
    appearance: z.enum(appearances, "Choose how Pipelog looks."),
    singleKeys: z.enum(["yes"]).optional(),
    defaultChannelId: optionalIdField,
    defaultTopicId: optionalIdField,
  }),
  async ({ singleKeys, ...wanted }, { member }) => {
    await changeProfile(db, { ...wanted, memberId: member.id, singleKeys: singleKeys === "yes" });
    return { values: {}, done: "Your profile is saved." };
  },
  "viewer",
);

const noCurrent = "Enter your current password.";

/** Changes one's own password; every other browser is signed out. */
export const changePasswordAction = memberAction(
  z.object({ currentPassword: z.string(noCurrent).min(1, noCurrent), newPassword: newPasswordSchema }),
  async ({ currentPassword, newPassword }, present) => {
    const keptSession = (await currentSessionHash()) ?? "";
    const change = {
      memberId: present.member.id,
      current: currentPassword,
      wanted: newPassword,
      keptSession,
    };
    try {
      await changePassword(db, environment().authSecret, change, new Date());
    } catch (error) {
      if (error instanceof WrongPasswordError) return { errors: { currentPassword: error.message } };
      throw error;
    }
    tellOfPassword(db, present);
    return { done: "Your password is changed. Every other browser is signed out." };
  },
  "viewer",
);
