"use client";

import { useEffect, useId, useRef, useState } from "react";
import type { CustomerContext } from "@/lib/log/customer-context";
import { nameKey } from "@/lib/pipeline/name-key";
import { ComboboxOptions } from "./combobox-options";
import { useCombobox } from "./use-combobox";

type Contacts = CustomerContext["contacts"];

type ContactFieldProps = {
  contacts: Contacts;
  said: string;
  error?: string;
};

const isNamed = (contacts: Contacts, name: string) =>
  contacts.some((contact) => nameKey(contact.name) === nameKey(name));

/** With whom: one of the customer's contacts, picked while one types, or a new one by its name. */
export function ContactField({ contacts, said, error }: ContactFieldProps) {
  const id = useId();
  const [text, setText] = useState(said);
  const list = useCombobox(id);
  const name = text.trim();
  const isNew = name !== "" && !isNamed(contacts, name);
  // Where somebody is chosen already, the list is for choosing somebody else.
  const meant = isNew
    ? contacts.filter((contact) => nameKey(contact.name).includes(nameKey(name)))
    : contacts;
  const options = [
    ...meant.map(({ id, name, role }) => ({ id, name, hint: role })),
    ...(isNew ? [{ id: 0, name, hint: "" }] : []),
  ];
  const { isShown, active, field } = list.over(options, choose);

  // A contact that was picked is the customer's it was picked for: with another customer the field is empty again.
  const before = useRef(contacts);
  useEffect(() => {
    const isOthers = isNamed(before.current, text) && !isNamed(contacts, text);
    before.current = contacts;
    if (isOthers) setText("");
  }, [contacts, text]);

  function choose(option: { name: string }) {
    setText(option.name);
    list.close();
  }

  const described = [error ? `${id}-error` : "", isNew ? `${id}-new` : ""].filter(Boolean).join(" ");
  return (
    <div className="relative flex flex-col gap-1">
      <label htmlFor={id} className="font-medium">
        With whom
      </label>
      <input
        id={id}
        name="contactName"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          list.open();
        }}
        onClick={list.open}
        onBlur={list.close}
        {...field}
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
        list={list.isLive ? undefined : `${id}-known`}
        placeholder={contacts.length > 0 ? "Choose, or write a new name" : "A name"}
        maxLength={200}
        autoComplete="off"
        autoCapitalize="words"
        spellCheck={false}
        className="touch-target input-text min-h-10 w-full rounded-control border border-border-strong bg-surface px-3 placeholder:text-muted aria-invalid:border-lost"
      />
      {isShown ? (
        <ComboboxOptions
          id={id}
          label="Contacts"
          kind="contact"
          options={options}
          active={active}
          onChoose={choose}
        />
      ) : null}
      {list.isLive ? null : (
        <datalist id={`${id}-known`}>
          {contacts.map((contact) => (
            <option key={contact.id} value={contact.name} />
          ))}
        </datalist>
      )}
      {isNew && list.isLive ? (
        <p id={`${id}-new`} className="text-label text-muted">
          A new contact: it is added when you save.
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="text-label text-lost">
          {error}
        </p>
      ) : null}
    </div>
  );
}
