import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { z } from "zod";
import { db } from "@/db/client";
import { resetPassword } from "@/lib/auth/reset-password";
import { checkOptions } from "@/lib/command-line/check-options";
import { firstAdmin } from "@/lib/command-line/first-admin";
import { readSecret } from "@/lib/command-line/read-secret";
import { runCommand } from "@/lib/command-line/run-command";
import { RuleError } from "@/lib/rule-error";
import { newPasswordSchema } from "@/lib/set-up/set-up-schema";

const usage = "npm run reset-password -- --email ADDRESS [--password NEW]";
const fiveSeconds = 5000;

await runCommand(async (args) => {
  const { values } = parseArgs({
    args,
    options: { email: { type: "string" }, password: { type: "string" } },
  });
  const email = values.email?.trim();
  if (!email) throw new RuleError(`Say whose password: ${usage}`);
  await firstAdmin(db);
  const given =
    values.password ?? (await readSecret("New password (Enter makes a random one): ", fiveSeconds));
  const isRandom = given === undefined || given === "";
  const { password } = checkOptions(
    z.object({ password: newPasswordSchema }),
    { password: isRandom ? randomBytes(12).toString("base64url") : given },
    { password: "--password" },
  );
  await resetPassword(db, { email, password, auditedAs: null });
  console.log(`${email} has a new password and is signed out everywhere.`);
  if (isRandom) console.log(`The new password: ${password}`);
}, usage);
