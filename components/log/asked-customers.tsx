"use client";

import type { CustomerChoice } from "@/lib/log/customer-said";
import { anotherOne } from "@/lib/log/log-values";
import { chipClass, chipInputClass } from "./chip-class";

type AskedCustomersProps = {
  /** What was written. */
  name: string;
  choices: readonly CustomerChoice[];
  /** null: a new customer of that name. */
  onChoose: (choice: CustomerChoice | null) => void;
};

/** The question which customer a name means that is only like others', or whether it is a new one. */
export function AskedCustomers({ name, choices, onChoose }: AskedCustomersProps) {
  return (
    <fieldset className="flex min-w-0 flex-wrap gap-2">
      <legend className="sr-only">Which customer is meant?</legend>
      {choices.map((choice) => (
        <label key={choice.id} className={`${chipClass} max-w-full flex-wrap gap-y-0 py-1`}>
          <input
            type="radio"
            name="customerChoice"
            value={choice.id}
            onChange={() => onChoose(choice)}
            className={chipInputClass}
          />
          <span className="max-w-full truncate">{choice.name}</span>
          {choice.hint ? (
            <span className="max-w-full truncate font-normal text-label text-muted">{choice.hint}</span>
          ) : null}
        </label>
      ))}
      <label className={chipClass}>
        <input
          type="radio"
          name="customerChoice"
          value={anotherOne}
          onChange={() => onChoose(null)}
          className={chipInputClass}
        />
        Add “{name}” as a new customer
      </label>
    </fieldset>
  );
}
