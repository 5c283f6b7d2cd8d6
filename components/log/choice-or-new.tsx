"use client";

import { useId } from "react";
import { fieldClass } from "@/components/field-class";
import { SelectField } from "@/components/select-field";
import { anotherOne } from "@/lib/log/log-values";
import { longest } from "@/lib/pipeline/longest";
import { withChosen } from "./with-chosen";

type ChoiceOrNewProps = {
  label: string;
  /** The field of the chosen id; the one of a new name is `${name}Name`. */
  name: string;
  choices: readonly { id: number; name: string }[];
  chosen: string;
  newName: string;
  /** What a new one is called: "new channel". */
  newLabel: string;
  error?: string;
};

/** A choice from a list with "Another…", which asks for a name; where there is no list, the name alone. */
export function ChoiceOrNew({ label, name, choices, chosen, newName, newLabel, error }: ChoiceOrNewProps) {
  const id = useId();
  const offered = withChosen(
    choices.map((choice) => ({ value: String(choice.id), label: choice.name })),
    chosen === anotherOne ? "" : chosen,
    "The one chosen before",
  );
  const nameInput = (
    <input
      id={id}
      name={`${name}Name`}
      defaultValue={newName}
      maxLength={longest.name}
      autoComplete="off"
      aria-label={offered.length > 0 ? `Name of the ${newLabel}` : undefined}
      placeholder={offered.length > 0 ? `Name of the ${newLabel}` : undefined}
      className={fieldClass}
    />
  );
  if (offered.length === 0)
    return (
      <div className="flex flex-col gap-1">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        {nameInput}
      </div>
    );
  return (
    <div className="group/choice flex flex-col gap-2">
      <SelectField
        label={label}
        name={name}
        prompt="–"
        options={[...offered, { value: anotherOne, label: "Another…" }]}
        defaultValue={chosen}
        error={error}
      />
      <div className="hidden group-has-[option[value=new]:checked]/choice:block">{nameInput}</div>
    </div>
  );
}
