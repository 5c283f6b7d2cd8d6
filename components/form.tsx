"use client";

import NextForm, { type FormProps } from "next/form";

/** Keeps what says nothing out of the address, as `pageAddress` does: what is empty or what `data-none` names. */
function leaveOutNone(form: HTMLFormElement | null) {
  form?.addEventListener("formdata", ({ formData }) => {
    for (const [name, value] of [...formData]) {
      const field = form.elements.namedItem(name);
      const none = field instanceof HTMLElement ? field.dataset.none : undefined;
      if (value === "" || value === none) formData.delete(name);
    }
  });
}

/**
 * A form that leads to a page, which is fetched when the form is sent: nothing is fetched ahead, as by no link. Its
 * button is a `GoButton`. Without JavaScript the address says what is empty, too: every page reads it as absent.
 */
export function Form<RouteType>(props: FormProps<RouteType>) {
  return <NextForm prefetch={false} ref={leaveOutNone} {...props} />;
}
