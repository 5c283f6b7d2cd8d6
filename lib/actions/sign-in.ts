"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { z } from "zod";
import { ownPath } from "@/lib/auth/own-path";
import { signIn } from "@/lib/auth/sign-in";
import { publicAction } from "./public-action";

const schema = z.object({
  email: z.string("Enter your e-mail address.").trim().min(1, "Enter your e-mail address."),
  password: z.string("Enter your password.").min(1, "Enter your password."),
  next: z.string().optional(),
});

/** Signs in and leads to the page that was asked for. */
export const signInAction = publicAction(schema, async ({ email, password, next }) => {
  const refused = await signIn(email, password);
  if (refused) return { message: refused };
  redirect(ownPath(next) as Route);
});
