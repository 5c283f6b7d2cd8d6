"use client";

import { Field } from "@/components/field";
import { followUpChoices } from "@/lib/log/follow-up-choices";
import { chipClass, chipInputClass } from "./chip-class";

type FollowUpFieldProps = {
  chosen: string;
  pickedOn: string;
  /** The days the choices stand for, in words, by choice. */
  days: Readonly<Record<string, string>>;
  error?: string;
};

/** The date promised for the next contact: tomorrow, in 3 days, in a week, or one that is picked. */
export function FollowUpField({ chosen, pickedOn, days, error }: FollowUpFieldProps) {
  const options = [{ value: "", label: "None" }, ...followUpChoices, { value: "date", label: "Pick a day" }];
  return (
    <fieldset className="group/follow flex min-w-0 flex-col gap-2">
      <legend className="mb-1 font-medium">Follow-up</legend>
      <div className="flex flex-wrap gap-2">
        {options.map(({ value, label }) => (
          <label key={value} className={chipClass}>
            <input
              type="radio"
              name="followUp"
              value={value}
              defaultChecked={chosen === value}
              className={chipInputClass}
            />
            {label}
            {days[value] ? <span className="font-normal text-label text-muted">{days[value]}</span> : null}
          </label>
        ))}
      </div>
      <div className={error ? "" : "hidden group-has-[input[value=date]:checked]/follow:block"}>
        <Field
          label="Day of the follow-up"
          name="followUpOn"
          type="date"
          defaultValue={pickedOn}
          error={error}
        />
      </div>
    </fieldset>
  );
}
