import { members } from "@/db/schema";
import { newName } from "@/e2e/support/new-name";
import type { RunningApp } from "@/e2e/support/start-app";
import { hashPassword } from "@/lib/auth/password";
import { nameKey } from "@/lib/pipeline/name-key";
import type { Role } from "@/lib/pipeline/role";

/** Somebody else of the team who can sign in, of a name nobody else has. */
export async function addLogin({ db }: RunningApp, role: Role) {
  const name = newName(role === "viewer" ? "Vera" : "Ben");
  const login = {
    email: `${name.replace(" ", ".").toLowerCase()}@example.com`,
    password: "four wheels on the road",
  };
  const [row] = await db
    .insert(members)
    .values({
      name,
      nameKey: nameKey(name),
      role,
      email: login.email,
      passwordHash: await hashPassword(login.password),
    })
    .returning({ id: members.id });
  if (!row) throw new Error("An insert returns its row.");
  return { ...login, name, id: row.id };
}
