"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { CustomerChoice } from "@/lib/log/customer-said";
import { anotherOne, type LogErrors, type LogValues } from "@/lib/log/log-values";
import { AskedCustomers } from "./asked-customers";
import { ComboboxField } from "./combobox-field";
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
  /** A customer was chosen by its id, or a new one; null: none is. */
  onChoose: (chosen: number | "new" | null) => void;
};

const newCustomer = (name: string): CustomerChoice => ({ id: 0, name, hint: "", isDue: false });

/**
 * Whom one spoke with: searched as one types, chosen, or new by its name. Without JavaScript a plain field with
 * suggestions: the server asks back where the name may mean several.
 */
export function CustomerField({ values, errors, likely, asked, onChoose }: CustomerFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(values.customer);
  const [chosenId, setChosenId] = useState(values.customerId);
  const [shownName, setShownName] = useState(values.shownCustomer);
  const [isNew, setIsNew] = useState(values.customerChoice === anotherOne);
  const [isLeft, setIsLeft] = useState(false);
  const combobox = useCombobox();
  const isToSettle = isLeft && chosenId === "" && !isNew;
  const found = useCustomerSearch(combobox.isOpen || isToSettle ? text.trim() : "");
  const isAsSent = text.trim() === values.customer && chosenId === values.customerId && !isNew;
  const isAsked = asked.length > 0 && isAsSent;
  const error = isAsSent ? errors.customer : undefined;
  const name = text.trim();
  const named = found.customers.find((choice) => choice.name.toLowerCase() === name.toLowerCase());
  const isAddable = name !== "" && found.search === name && !named;
  const options = [...found.customers, ...(isAddable ? [newCustomer(name)] : [])];

  useEffect(() => {
    const hasMouse = matchMedia("(pointer: fine)").matches;
    if (hasMouse && input.current?.value === "" && document.activeElement?.contains(input.current))
      input.current.focus();
  }, []);

  function choose(choice: CustomerChoice) {
    setText(choice.name);
    setChosenId(choice.id === 0 ? "" : String(choice.id));
    setShownName(choice.name);
    setIsNew(choice.id === 0);
    combobox.close();
    onChoose(choice.id === 0 ? "new" : choice.id);
  }

  function type(typed: string) {
    setText(typed);
    setIsLeft(false);
    combobox.open();
    setIsNew(false);
    if (chosenId !== "" || isNew) {
      setChosenId("");
      onChoose(null);
    }
  }

  function leave() {
    combobox.close();
    setIsLeft(true);
  }

  // The one that was named may be found only after the field was left.
  const settle = useEffectEvent(choose);
  useEffect(() => {
    if (isToSettle && named) settle(named);
  }, [isToSettle, named]);

  return (
    <div className="flex flex-col gap-2">
      <ComboboxField
        combobox={combobox}
        label="Customer"
        name="customer"
        text={text}
        input={input}
        placeholder="Search, or write a new name"
        options={name === "" ? [] : options}
        optionsLabel="Customers"
        kind="customer"
        suggested={likely}
        isNew={isNew}
        error={error}
        onType={type}
        onLeave={leave}
        onChoose={choose}
      />
      <input type="hidden" name="customerId" value={chosenId} />
      <input type="hidden" name="shownCustomer" value={chosenId === "" ? "" : shownName} />
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
