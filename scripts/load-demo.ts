import { db } from "@/db/client";
import { getLogin, updatePasswordHash } from "@/db/queries/logins";
import { hashPassword } from "@/lib/auth/password";
import { runCommand } from "@/lib/command-line/run-command";
import { demoTeam } from "@/lib/demo/demo-team";
import { loadDemo } from "@/lib/demo/load-demo";
import { RuleError } from "@/lib/rule-error";

await runCommand(async () => {
  const password = process.env.DEMO_PASSWORD;
  if (!password) throw new RuleError("DEMO_PASSWORD is to be the password of the demo's sign-in.");
  if (!(await loadDemo(db, { password, now: new Date() }))) {
    const login = await getLogin(db, demoTeam.adminEmail);
    if (!login) throw new RuleError("This database has a team that is not the demo's: it is left alone.");
    await updatePasswordHash(db, login.id, await hashPassword(password));
  }
  console.log(demoTeam.adminEmail);
});
