"use client";

import { ActionForm } from "@/components/action-form";
import { Field } from "@/components/field";
import { SelectField, type SelectOption } from "@/components/select-field";
import { setUpTeamAction } from "@/lib/actions/set-up-team";
import { shortestPassword } from "@/lib/auth/password-length";
import { TimeZoneField } from "./time-zone-field";

type SetUpFormProps = { currencies: readonly SelectOption[]; zones: readonly SelectOption[] };

const group = "flex flex-col gap-4 border-border border-t pt-4";
const legend = "float-left w-full font-semibold";

/** The one-time code, the team, its first admin. */
export function SetUpForm({ currencies, zones }: SetUpFormProps) {
  return (
    <ActionForm action={setUpTeamAction} submit="Set up the team" submitting="Setting up…">
      {({ errors, values }) => (
        <>
          <Field
            label="Set-up code"
            name="code"
            hint="Four groups of four, printed where Pipelog was started."
            autoComplete="one-time-code"
            autoCapitalize="characters"
            spellCheck={false}
            required
            defaultValue={values.code}
            error={errors.code}
          />
          <fieldset className={group}>
            <legend className={legend}>Your team</legend>
            <Field
              label="Team name"
              name="teamName"
              autoComplete="organization"
              required
              defaultValue={values.teamName}
              error={errors.teamName}
            />
            <SelectField
              label="Currency"
              name="currency"
              prompt="Choose a currency"
              hint="It cannot change once an amount has been logged."
              options={currencies}
              required
              defaultValue={values.currency}
              error={errors.currency}
            />
            <TimeZoneField zones={zones} chosen={values.timeZone} error={errors.timeZone} />
          </fieldset>
          <fieldset className={group}>
            <legend className={legend}>You, its first admin</legend>
            <Field
              label="Your name"
              name="adminName"
              autoComplete="name"
              autoCapitalize="words"
              required
              defaultValue={values.adminName}
              error={errors.adminName}
            />
            <Field
              label="E-mail"
              name="adminEmail"
              type="email"
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              required
              defaultValue={values.adminEmail}
              error={errors.adminEmail}
            />
            <Field
              label="Password"
              name="password"
              type="password"
              autoComplete="new-password"
              hint={`At least ${shortestPassword} characters.`}
              minLength={shortestPassword}
              required
              error={errors.password}
            />
          </fieldset>
        </>
      )}
    </ActionForm>
  );
}
