import { parseArgs } from "node:util";
import { db } from "@/db/client";
import { getLogin } from "@/db/queries/logins";
import { createApiToken } from "@/lib/auth/api-token";
import { firstAdmin } from "@/lib/command-line/first-admin";
import { runCommand } from "@/lib/command-line/run-command";
import { cleanName } from "@/lib/pipeline/clean-name";
import { RuleError } from "@/lib/rule-error";

const usage = "npm run token -- --name NAME [--email MEMBER]";

async function maker(email: string | undefined) {
  const admin = await firstAdmin(db);
  if (email === undefined) return admin;
  const login = await getLogin(db, email);
  if (!login) throw new RuleError(`Nobody of the team has the e-mail ${email}.`);
  return login;
}

await runCommand(async (args) => {
  const { values } = parseArgs({ args, options: { name: { type: "string" }, email: { type: "string" } } });
  const name = cleanName(values.name ?? "");
  if (!name) throw new RuleError(`Give the token a name: ${usage}`);
  const madeBy = await maker(values.email?.trim());
  const token = await createApiToken(db, { name, madeById: madeBy.id, auditedAs: null });
  console.log(`The token “${name}” reads the API for ${madeBy.name}. It is shown this once:`);
  console.log(token);
}, usage);
