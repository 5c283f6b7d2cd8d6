"use client";

import { ActionForm } from "@/components/action-form";
import { ChoiceCards } from "@/components/choice-cards";
import { Field } from "@/components/field";
import { SelectField, type SelectOption } from "@/components/select-field";
import { changeProfileAction } from "@/lib/actions/profile";

type ProfileFormProps = {
  profile: {
    version: number;
    name: string;
    appearance: string;
    singleKeys: boolean;
    defaultChannelId: string;
    defaultTopicId: string;
  };
  channels: readonly SelectOption[];
  topics: readonly SelectOption[];
};

const looks = [
  { value: "system", label: "As the device", means: "Light or dark, as your phone or computer is set." },
  { value: "light", label: "Light", means: "Always light." },
  { value: "dark", label: "Dark", means: "Always dark, but white on paper." },
] as const;

/** One's own name, how the app looks and answers keys, and what a new conversation starts with. */
export function ProfileForm({ profile, channels, topics }: ProfileFormProps) {
  const isOn = (values: Record<string, string>) =>
    values.name === undefined ? profile.singleKeys : values.singleKeys === "yes";
  return (
    <ActionForm action={changeProfileAction} submit="Save" submitting="Saving…">
      {({ errors, values }) => (
        <>
          <input type="hidden" name="version" value={profile.version} />
          <Field
            label="Name"
            name="name"
            autoComplete="name"
            autoCapitalize="words"
            required
            defaultValue={values.name ?? profile.name}
            error={errors.name}
          />
          <ChoiceCards
            legend="Appearance"
            name="appearance"
            choices={looks}
            chosen={values.appearance ?? profile.appearance}
            error={errors.appearance}
          />
          <fieldset className="flex flex-col gap-1">
            <legend className="mb-1 font-medium">Keyboard</legend>
            <label className="touch-target flex min-h-9 cursor-pointer items-center gap-3">
              <input
                key={String(isOn(values))}
                type="checkbox"
                name="singleKeys"
                value="yes"
                defaultChecked={isOn(values)}
                className="size-4 shrink-0 accent-accent"
              />
              <span>Single keys do something, such as l to log. They never do while you type.</span>
            </label>
          </fieldset>
          <SelectField
            label="How you mostly talk"
            name="defaultChannelId"
            prompt="Nothing chosen beforehand"
            hint="Chosen when you open a new conversation; you can still change it there."
            options={channels}
            defaultValue={values.defaultChannelId ?? profile.defaultChannelId}
            error={errors.defaultChannelId}
          />
          <SelectField
            label="What you mostly talk about"
            name="defaultTopicId"
            prompt="Nothing chosen beforehand"
            options={topics}
            defaultValue={values.defaultTopicId ?? profile.defaultTopicId}
            error={errors.defaultTopicId}
          />
        </>
      )}
    </ActionForm>
  );
}
