"use client";

import { ActionForm } from "@/components/action-form";
import { Field } from "@/components/field";
import { mergeNotes } from "@/components/merge-notes";
import { SeenValues } from "@/components/seen-values";
import { SelectField, type SelectOption } from "@/components/select-field";
import { useMergedEdit } from "@/components/use-merged-edit";
import { changeTeamAction } from "@/lib/actions/team";
import { longest } from "@/lib/pipeline/longest";

type TeamFormProps = {
  team: { name: string; currency: string; locale: string; firstDayOfWeek: number; version: number };
  currencies: readonly SelectOption[];
  locales: readonly SelectOption[];
  /** Why the currency can no longer change; undefined while it can. */
  fixed: string | undefined;
};

const names = ["name", "currency", "locale", "firstDayOfWeek"] as const;

const days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const weekdays = days.map((label, index) => ({ value: String(index + 1), label }));

const labelIn = (options: readonly SelectOption[]) => (chosen: string) =>
  options.find(({ value }) => value === chosen)?.label ?? chosen;

/** The team's name, currency, and how it writes numbers and dates; shows both when somebody else changed them meanwhile. */
export function TeamForm({ team, currencies, locales, fixed }: TeamFormProps) {
  const { version, name, currency, locale, firstDayOfWeek } = team;
  const facts = { name, currency, locale, firstDayOfWeek: String(firstDayOfWeek) };
  const merged = useMergedEdit(names, { version, facts });
  return (
    <ActionForm action={changeTeamAction} submit="Save" submitting="Saving…">
      {(state) => {
        const { basis, fields } = merged(state);
        const { errors } = state;
        return (
          <>
            <SeenValues version={basis.version} values={basis.facts} />
            <Field
              label="Team name"
              name="name"
              autoComplete="organization"
              maxLength={longest.teamName}
              required
              defaultValue={fields.name.value}
              {...mergeNotes(fields.name, { error: errors.name })}
            />
            {fixed ? (
              <div>
                <p className="font-medium">Currency</p>
                <p className="text-label text-muted">{fixed}</p>
                <p className="mt-1">{labelIn(currencies)(team.currency)}</p>
                <input type="hidden" name="currency" value={team.currency} />
              </div>
            ) : (
              <SelectField
                label="Currency"
                name="currency"
                prompt="Choose a currency"
                options={currencies}
                required
                defaultValue={fields.currency.value}
                {...mergeNotes(fields.currency, {
                  error: errors.currency,
                  hint: "It cannot change once an amount has been logged.",
                  label: labelIn(currencies),
                })}
              />
            )}
            <SelectField
              label="Numbers, money and dates"
              name="locale"
              prompt="Choose how they are written"
              options={locales}
              required
              defaultValue={fields.locale.value}
              {...mergeNotes(fields.locale, {
                error: errors.locale,
                hint: "As they are written for everybody, in the app, on shared pages and in what you type.",
                label: labelIn(locales),
              })}
            />
            <SelectField
              label="First day of the week"
              name="firstDayOfWeek"
              prompt="Choose a day"
              options={weekdays}
              required
              defaultValue={fields.firstDayOfWeek.value}
              {...mergeNotes(fields.firstDayOfWeek, {
                error: errors.firstDayOfWeek,
                hint: "Follow-ups that come are listed by week.",
                label: labelIn(weekdays),
              })}
            />
          </>
        );
      }}
    </ActionForm>
  );
}
