"use client";

import { useEffect, useRef, useState } from "react";
import type { CustomerContext } from "@/lib/log/customer-context";
import { nameKey } from "@/lib/pipeline/name-key";
import { plainKey } from "@/lib/pipeline/without-accents";
import { ComboboxField } from "./combobox-field";
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
  const [text, setText] = useState(said);
  const combobox = useCombobox();
  const name = text.trim();
  const isNew = name !== "" && !isNamed(contacts, name);
  // Where somebody is chosen already, the list is for choosing somebody else.
  const meant = isNew
    ? contacts.filter((contact) => plainKey(contact.name).includes(plainKey(name)))
    : contacts;
  const options = [
    ...meant.map(({ id, name, role }) => ({ id, name, hint: role })),
    ...(isNew ? [{ id: 0, name, hint: "" }] : []),
  ];

  // A contact that was picked is the customer's it was picked for: with another customer the field is empty again.
  const before = useRef(contacts);
  useEffect(() => {
    const isOthers = isNamed(before.current, text) && !isNamed(contacts, text);
    before.current = contacts;
    if (isOthers) setText("");
  }, [contacts, text]);

  return (
    <div className="flex flex-col gap-1">
      <ComboboxField
        combobox={combobox}
        label="With whom"
        name="contactName"
        text={text}
        placeholder={contacts.length > 0 ? "Choose, or write a new name" : "A name"}
        options={options}
        optionsLabel="Contacts"
        kind="contact"
        suggested={contacts}
        isNew={isNew && combobox.isLive}
        error={error}
        onType={(typed) => {
          setText(typed);
          combobox.open();
        }}
        onPress={combobox.open}
        onLeave={combobox.close}
        onChoose={(option) => {
          setText(option.name);
          combobox.close();
        }}
      />
    </div>
  );
}
