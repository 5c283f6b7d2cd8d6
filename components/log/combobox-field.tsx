"use client";

import { type RefObject, useRef } from "react";
import { fieldClass } from "@/components/field-class";
import { FieldError } from "@/components/field-error";
import { longest } from "@/lib/pipeline/longest";
import { ComboboxOptions, type Option } from "./combobox-options";
import type { Combobox } from "./use-combobox";
import { useTypedEarly } from "./use-typed-early";

type ComboboxFieldProps<Choice extends Option> = {
  combobox: Combobox;
  label: string;
  name: string;
  text: string;
  input?: RefObject<HTMLInputElement | null>;
  placeholder: string;
  /** What the list has under the field, in its order. */
  options: readonly Choice[];
  /** What the options are, for who cannot see them: "Customers"; and one that is added: "customer". */
  optionsLabel: string;
  kind: string;
  /** Whom a plain field suggests, without JavaScript. */
  suggested: readonly { id: number; name: string }[];
  /** Where it is a new one. */
  isNew: boolean;
  error?: string;
  onType: (typed: string) => void;
  onChoose: (choice: Choice) => void;
  onLeave: () => void;
  onPress?: () => void;
};

/** A name that is searched, chosen from a list while one types, or new. */
export function ComboboxField<Choice extends Option>(props: ComboboxFieldProps<Choice>) {
  const own = useRef<HTMLInputElement>(null);
  const {
    combobox,
    label,
    name,
    text,
    input = own,
    placeholder,
    options,
    optionsLabel,
    kind,
    suggested,
  } = props;
  const { isNew, error, onType, onChoose, onLeave, onPress } = props;
  const { id, isLive } = combobox;
  const { isShown, active, field } = combobox.over(options, onChoose);
  useTypedEarly(input, text, (typed) => {
    onType(typed);
    if (document.activeElement !== input.current) onLeave();
  });
  const described = [error ? `${id}-error` : "", isNew ? `${id}-new` : ""].filter(Boolean).join(" ");
  return (
    <>
      <div className="relative flex flex-col gap-1">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        <input
          ref={input}
          id={id}
          name={name}
          value={text}
          onChange={(event) => onType(event.target.value)}
          onClick={onPress}
          onBlur={onLeave}
          {...field}
          aria-invalid={error ? true : undefined}
          aria-describedby={described || undefined}
          list={isLive ? undefined : `${id}-suggested`}
          placeholder={placeholder}
          maxLength={longest.name}
          autoComplete="off"
          autoCapitalize="words"
          spellCheck={false}
          className={fieldClass}
        />
        {isShown ? (
          <ComboboxOptions
            id={id}
            label={optionsLabel}
            kind={kind}
            options={options}
            active={active}
            onChoose={onChoose}
          />
        ) : null}
        {isLive ? null : (
          <datalist id={`${id}-suggested`}>
            {suggested.map((choice) => (
              <option key={choice.id} value={choice.name} />
            ))}
          </datalist>
        )}
      </div>
      {isNew ? (
        <p id={`${id}-new`} className="text-label text-muted">
          A new {kind}: it is added when you save.
        </p>
      ) : null}
      <FieldError of={id}>{error}</FieldError>
    </>
  );
}
