import { cookies } from "next/headers";
import { cache } from "react";
import { db } from "@/db/client";
import { readSession } from "./session";
import { sessionCookie } from "./session-cookie";

/** Who asks, with the team, true at this very request; undefined: nobody. One query, once a rendering. */
export const currentMember = cache(async () => {
  const token = (await cookies()).get(sessionCookie().name)?.value;
  return token ? readSession(db, token, new Date()) : undefined;
});
