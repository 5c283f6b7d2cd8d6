"use client";

import { useEffect, useId, useRef, useState } from "react";
import type { CustomerChoice } from "@/lib/log/customer-said";
import { anotherOne, type LogErrors, type LogValues } from "@/lib/log/log-values";
import { AskedCustomers } from "./asked-customers";
import { ComboboxOptions } from "./combobox-options";
import { LikelyCustomers } from "./likely-customers";
import { useCombobox } from "./use-combobox";
import { useCustomerSearch } from "./use-customer-search";

type CustomerFieldProps = {
  values: LogValues;
  errors: LogErrors;
  /** Those one is likely to log for next. */
  likely: readonly CustomerChoice[];
  /** Those that are asked about because what was written is like their names. */
  asked: readonly CustomerChoice[];
  /** A customer was chosen by its id; null: none is, or a new one. */
  onChoose: (id: number | null) => void;
};

const newCustomer = (name: string): CustomerChoice => ({ id: 0, name, hint: "", isDue: false });

/**
 * Whom one spoke with: searched as one types, chosen, or new by its name. Without JavaScript a plain field with
 * suggestions: the server asks back where the name may mean several.
 */
export function CustomerField({ values, errors, likely, asked, onChoose }: CustomerFieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(values.customer);
  const [chosenId, setChosenId] = useState(values.customerId);
  const [isNew, setIsNew] = useState(values.customerChoice === anotherOne);
  const list = useCombobox(id);
  const found = useCustomerSearch(list.isOpen ? text.trim() : "");
  const isAsSent = text.trim() === values.customer && chosenId === values.customerId && !isNew;
  const isAsked = asked.length > 0 && isAsSent;
  const error = isAsSent ? errors.customer : undefined;
  const name = text.trim();
  const named = found.customers.find((choice) => choice.name.toLowerCase() === name.toLowerCase());
  const isAddable = name !== "" && found.search === name && !named;
  const options = [...found.customers, ...(isAddable ? [newCustomer(name)] : [])];
  const { isShown, active, field } = list.over(name === "" ? [] : options, choose);

  useEffect(() => {
    const hasMouse = matchMedia("(pointer: fine)").matches;
    if (hasMouse && input.current?.value === "" && document.activeElement === document.body)
      input.current.focus();
  }, []);

  function choose(choice: CustomerChoice) {
    setText(choice.name);
    setChosenId(choice.id === 0 ? "" : String(choice.id));
    setIsNew(choice.id === 0);
    list.close();
    onChoose(choice.id === 0 ? null : choice.id);
  }

  function type(typed: string) {
    setText(typed);
    list.open();
    setIsNew(false);
    if (chosenId !== "") {
      setChosenId("");
      onChoose(null);
    }
  }

  function leave() {
    list.close();
    if (named && chosenId === "") choose(named);
  }

  const described = [error ? `${id}-error` : "", isNew ? `${id}-new` : ""].filter(Boolean).join(" ");
  return (
    <div className="flex flex-col gap-2">
      <div className="relative flex flex-col gap-1">
        <label htmlFor={id} className="font-medium">
          Customer
        </label>
        <input
          ref={input}
          id={id}
          name="customer"
          value={text}
          onChange={(event) => type(event.target.value)}
          onBlur={leave}
          {...field}
          aria-invalid={error ? true : undefined}
          aria-describedby={described || undefined}
          list={list.isLive ? undefined : `${id}-likely`}
          placeholder="Search, or write a new name"
          maxLength={200}
          autoComplete="off"
          autoCapitalize="words"
          spellCheck={false}
          className="touch-target input-text min-h-10 w-full rounded-control border border-border-strong bg-surface px-3 placeholder:text-muted aria-invalid:border-lost"
        />
        {isShown ? (
          <ComboboxOptions
            id={id}
            label="Customers"
            kind="customer"
            options={options}
            active={active}
            onChoose={choose}
          />
        ) : null}
        {list.isLive ? null : (
          <datalist id={`${id}-likely`}>
            {likely.map((choice) => (
              <option key={choice.id} value={choice.name} />
            ))}
          </datalist>
        )}
      </div>
      {isNew ? (
        <p id={`${id}-new`} className="text-label text-muted">
          A new customer: it is added when you save.
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="text-label text-lost">
          {error}
        </p>
      ) : null}
      <input type="hidden" name="customerId" value={chosenId} />
      {isNew ? <input type="hidden" name="customerChoice" value={anotherOne} /> : null}
      {isAsked ? (
        <AskedCustomers
          name={values.customer}
          choices={asked}
          onChoose={(choice) => choose(choice ?? newCustomer(values.customer))}
        />
      ) : likely.length > 0 ? (
        <LikelyCustomers customers={likely} chosenId={chosenId} onChoose={choose} />
      ) : null}
    </div>
  );
}
