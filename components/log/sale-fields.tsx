"use client";

import { useId, useState } from "react";
import { Field } from "@/components/field";
import { FieldError } from "@/components/field-error";
import type { CustomerContext } from "@/lib/log/customer-context";
import type { LogErrors, LogValues } from "@/lib/log/log-values";
import { longest } from "@/lib/pipeline/longest";
import { dealOptions } from "./deal-options";
import type { DealSaid } from "./use-deal-said";

type SaleFieldsProps = {
  values: LogValues;
  errors: LogErrors;
  said: DealSaid;
  onSay: (said: DealSaid) => void;
  context: CustomerContext | null;
  isNewCustomer: boolean;
  /** Its deal, when a conversation is corrected: it stays unless another one is chosen. */
  currentDealId: number | null;
  currency: string;
  onAmount: () => void;
};

const option =
  "touch-target flex min-h-9 cursor-pointer items-center gap-2.5 rounded-control px-2 hover:bg-surface-hover";

/**
 * The sale a stage belongs to: which deal, by the joining rule unless another is chosen, and its amount. There
 * once a stage is chosen, also without JavaScript.
 */
export function SaleFields(props: SaleFieldsProps) {
  const { values, errors, said, onSay, currency, onAmount } = props;
  const id = useId();
  const [isOpened, setIsOpened] = useState(values.deal !== "");
  const { isInDoubt, said: deal, options } = dealOptions({ ...props, chosen: said.deal });
  const error = errors.deal ?? errors.dealName;
  const choice = (
    <div className="group/deal flex flex-col">
      {options.map(({ value, label }) => (
        <label key={value} className={option}>
          <input
            type="radio"
            name="deal"
            value={value}
            checked={said.deal === value}
            onChange={() => {
              setIsOpened(true);
              onSay({ ...said, deal: value });
            }}
            aria-invalid={errors.deal ? true : undefined}
            aria-describedby={error ? `${id}-error` : undefined}
            className="size-4 shrink-0 accent-(--accent-fill)"
          />
          {label}
        </label>
      ))}
      <div className="hidden px-2 group-has-[input[value=named]:checked]/deal:block">
        <Field
          label="Name of the deal"
          name="dealName"
          value={said.dealName}
          onChange={(event) => onSay({ ...said, dealName: event.target.value })}
          maxLength={longest.name}
          autoComplete="off"
          error={errors.dealName}
        />
      </div>
      <FieldError of={id} className="px-2">
        {errors.deal}
      </FieldError>
    </div>
  );
  return (
    <div
      className={`flex-col gap-3 rounded-box border border-border bg-surface p-4 ${errors.amount || error ? "flex" : "hidden group-has-[[data-outcome]:checked]/log:flex"}`}
    >
      {isInDoubt ? (
        <fieldset>
          <legend className="mb-1 font-medium">A new sale, or the earlier one?</legend>
          {choice}
        </fieldset>
      ) : (
        <details className="group/change" open={Boolean(error) || isOpened}>
          <summary className="touch-target flex min-h-9 items-center gap-3">
            <span className="min-w-0">
              <span className="text-muted">Deal </span>
              <span className="font-medium">{deal}</span>
            </span>
            <span className="touch-around ml-auto font-medium text-accent group-open/change:hidden">
              Change
            </span>
          </summary>
          <fieldset className="pt-1">
            <legend className="sr-only">Which deal</legend>
            {choice}
          </fieldset>
        </details>
      )}
      <div className="flex flex-col gap-1">
        <p className="hidden font-medium group-has-[[data-outcome=won]:checked]/log:block">
          What was it sold for? Leave it empty if that is not known yet.
        </p>
        <Field
          label={`Amount in ${currency}`}
          name="amount"
          inputMode="decimal"
          autoComplete="off"
          defaultValue={values.amount}
          error={errors.amount}
          onChange={onAmount}
        />
      </div>
    </div>
  );
}
