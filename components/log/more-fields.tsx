"use client";

import { ChevronDown } from "lucide-react";
import { Field } from "@/components/field";
import { SelectField } from "@/components/select-field";
import type { CustomerContext } from "@/lib/log/customer-context";
import type { LogChoices } from "@/lib/log/log-choices";
import type { LogErrors, LogValues } from "@/lib/log/log-values";
import { ChoiceOrNew } from "./choice-or-new";
import { ContactField } from "./contact-field";
import { FollowUpField } from "./follow-up-field";
import { withChosen } from "./with-chosen";

type MoreFieldsProps = {
  values: LogValues;
  errors: LogErrors;
  choices: LogChoices;
  contacts: CustomerContext["contacts"];
  followUpDays: Readonly<Record<string, string>>;
  /** Who held it when nobody is chosen: "Me". */
  ownHolder: string;
  /** Another moment may mean another deal. */
  onMoment: () => void;
};

/** It is open where one of these is said. */
const saidHere = [
  "followUp",
  "channel",
  "topic",
  "heldBy",
  "duration",
  "channelName",
  "topicName",
  "contactName",
] as const;

/** Everything that may be said beside customer, stage and note; none of it has to be. */
export function MoreFields({
  values,
  errors,
  choices,
  contacts,
  followUpDays,
  ownHolder,
  onMoment,
}: MoreFieldsProps) {
  const isOpen = saidHere.some((name) => values[name] !== "") || Boolean(errors.date);
  return (
    <details open={isOpen} className="group/more rounded-box border border-border bg-surface">
      <summary className="flex min-h-11 items-center gap-2 rounded-box px-4 font-medium hover:bg-surface-hover">
        More
        <span className="truncate font-normal text-muted">when, who, how, about, follow-up</span>
        <ChevronDown
          aria-hidden="true"
          className="ml-auto size-4 shrink-0 text-muted transition-transform group-open/more:rotate-180"
        />
      </summary>
      <div className="flex flex-col gap-4 border-border border-t p-4">
        <FollowUpField
          chosen={values.followUp}
          pickedOn={values.followUpOn}
          days={followUpDays}
          error={errors.followUpOn}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <ChoiceOrNew
            label="How"
            name="channel"
            choices={choices.channels}
            chosen={values.channel}
            newName={values.channelName}
            newLabel="new way"
            error={errors.channel}
          />
          <ChoiceOrNew
            label="About"
            name="topic"
            choices={choices.topics}
            chosen={values.topic}
            newName={values.topicName}
            newLabel="new topic"
            error={errors.topic}
          />
          <ContactField contacts={contacts} said={values.contactName} error={errors.contactName} />
          <SelectField
            label="Held by"
            name="heldBy"
            prompt={ownHolder}
            options={withChosen(
              choices.holders.map(({ id, name }) => ({ value: String(id), label: name })),
              values.heldBy,
              "The one chosen before",
            )}
            defaultValue={values.heldBy}
            error={errors.heldBy}
          />
        </div>
        <div className="grid grid-cols-2 gap-4 sm:grid-cols-3">
          <Field
            label="Day"
            name="date"
            type="date"
            defaultValue={values.date}
            error={errors.date}
            onChange={onMoment}
            className="max-sm:col-span-2"
          />
          <Field
            label="Time"
            name="time"
            type="time"
            defaultValue={values.time}
            error={errors.time}
            onChange={onMoment}
          />
          <Field
            label="Minutes it took"
            name="duration"
            inputMode="numeric"
            autoComplete="off"
            defaultValue={values.duration}
            error={errors.duration}
          />
        </div>
      </div>
    </details>
  );
}
