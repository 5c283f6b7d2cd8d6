"use client";

import { ActionForm } from "@/components/action-form";
import { Field } from "@/components/field";
import { SelectField, type SelectOption } from "@/components/select-field";
import { changeTeamAction } from "@/lib/actions/team";
import { longest } from "@/lib/pipeline/longest";

type TeamFormProps = {
  team: { name: string; currency: string; locale: string; firstDayOfWeek: number; version: number };
  currencies: readonly SelectOption[];
  locales: readonly SelectOption[];
  /** Why the currency can no longer change; undefined while it can. */
  fixed: string | undefined;
};

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** The team's name, currency, and how it writes numbers and dates. */
export function TeamForm({ team, currencies, locales, fixed }: TeamFormProps) {
  return (
    <ActionForm action={changeTeamAction} submit="Save" submitting="Saving…">
      {({ errors, values, done }) => {
        const shown = done ? {} : values;
        return (
          <>
            <input type="hidden" name="version" value={team.version} />
            <Field
              label="Team name"
              name="name"
              autoComplete="organization"
              maxLength={longest.teamName}
              required
              defaultValue={shown.name ?? team.name}
              error={errors.name}
            />
            {fixed ? (
              <div>
                <p className="font-medium">Currency</p>
                <p className="text-label text-muted">{fixed}</p>
                <p className="mt-1">
                  {currencies.find(({ value }) => value === team.currency)?.label ?? team.currency}
                </p>
                <input type="hidden" name="currency" value={team.currency} />
              </div>
            ) : (
              <SelectField
                label="Currency"
                name="currency"
                prompt="Choose a currency"
                hint="It cannot change once an amount has been logged."
                options={currencies}
                required
                defaultValue={shown.currency ?? team.currency}
                error={errors.currency}
              />
            )}
            <SelectField
              label="Numbers, money and dates"
              name="locale"
              prompt="Choose how they are written"
              hint="As they are written for everybody, in the app, on shared pages and in what you type."
              options={locales}
              required
              defaultValue={shown.locale ?? team.locale}
              error={errors.locale}
            />
            <SelectField
              label="First day of the week"
              name="firstDayOfWeek"
              prompt="Choose a day"
              hint="Follow-ups that come are listed by week."
              options={weekdays.map((label, index) => ({ value: String(index + 1), label }))}
              required
              defaultValue={shown.firstDayOfWeek ?? String(team.firstDayOfWeek)}
              error={errors.firstDayOfWeek}
            />
          </>
        );
      }}
    </ActionForm>
  );
}
