import { parseArgs } from "node:util";
import { db } from "@/db/client";
import { getFirstAdmin, getLogin } from "@/db/queries/logins";
import { createApiToken } from "@/lib/auth/api-token";
import { runCommand } from "@/lib/command-line/run-command";
import { RuleError } from "@/lib/rule-error";

const usage = "npm run token -- --name NAME [--email MEMBER]";

async function maker(email: string | undefined) {
  if (email === undefined) {
    const admin = await getFirstAdmin(db);
    if (!admin) throw new RuleError("There is no team yet; set it up first (npm run set-up).");
    return admin;
  }
  const login = await getLogin(db, email);
  if (!login) throw new RuleError(`Nobody of the team has the e-mail ${email}.`);
  return login;
}

await runCommand(async (args) => {
  const { values } = parseArgs({ args, options: { name: { type: "string" }, email: { type: "string" } } });
  const name = values.name?.trim();
  if (!name) throw new RuleError(`Give the token a name: ${usage}`);
  const madeBy = await maker(values.email);
  const token = await createApiToken(db, { name, madeById: madeBy.id, auditedAs: null });
  console.log(`The token “${name}” reads the API for ${madeBy.name}. It is shown this once:`);
  console.log(token);
});
