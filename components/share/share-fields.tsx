"use client";

import { ChoiceCards } from "@/components/choice-cards";
import { Field } from "@/components/field";
import type { ShareView } from "@/db/schema";
import type { FormState } from "@/lib/actions/form-state";
import { shortestPassphrase } from "@/lib/shares/shortest-passphrase";
import { sharedViews } from "@/lib/wording/share-parts";
import { TickBox } from "./tick-box";

/** What a form to share a view begins with. */
export type ShareDraft = {
  view: ShareView;
  title: string;
  /** What the link is filtered by, sent along unseen. */
  hidden: Record<string, string>;
  /** The last day of the view as it is now, and today. */
  day: string;
  today: string;
  /** The last day of a new link. */
  until: string;
  /** Whose names could show. */
  showsSalespeople: boolean;
};

type ShareFieldsProps = { draft: ShareDraft; state: Pick<FormState, "errors" | "values"> };

/** The fields by which one says what a link shows, to whom and how long. */
export function ShareFields({ draft, state: { errors, values } }: ShareFieldsProps) {
  const { view, hidden, day, today } = draft;
  const isSent = "title" in values;
  const isTicked = (name: string, atFirst: boolean) => (isSent ? name in values : atFirst);
  return (
    <>
      {Object.entries({ ...hidden, view }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Field
        label="Title"
        name="title"
        hint="Whoever gets the link reads it, also in the preview of a chat."
        autoComplete="off"
        defaultValue={values.title ?? draft.title}
        error={errors.title}
      />
      <ChoiceCards
        legend="As of"
        name="as"
        chosen={values.as ?? (day === today ? "live" : "frozen")}
        choices={[
          { value: "live", label: "Live", means: "Always as of the day it is opened." },
          {
            value: "frozen",
            label: "Frozen at a day",
            means: "The end of the day below, late entries and corrections included.",
          },
        ]}
        error={errors.as}
      />
      <Field
        label="Day to freeze at"
        name="day"
        type="date"
        max={today}
        defaultValue={values.day ?? day}
        error={errors.day}
      />
      <fieldset>
        <legend className="mb-1 font-medium">What shows</legend>
        {Object.entries(sharedViews[view].parts).map(([part, label]) => (
          <TickBox key={part} name={`part-${part}`} label={label} isTicked={isTicked(`part-${part}`, true)} />
        ))}
      </fieldset>
      <fieldset>
        <legend className="mb-1 font-medium">Who and how much</legend>
        {view === "stages" ? (
          <TickBox
            name="customerNames"
            label="Show customers' names"
            hint="Needs a passphrase and a last day. Otherwise they are Customer 1, 2, 3 and deals have no name. Notes, contacts and e-mail addresses never show."
            isTicked={isTicked("customerNames", false)}
          />
        ) : null}
        {draft.showsSalespeople ? (
          <TickBox
            name="initials"
            label="Salespeople by their initials"
            isTicked={isTicked("initials", false)}
          />
        ) : null}
        {view === "analysis" ? null : (
          <TickBox
            name="hideAmounts"
            label="Hide amounts"
            hint="No money anywhere, nor charts of it."
            isTicked={isTicked("hideAmounts", false)}
          />
        )}
        {view === "analysis" && !draft.showsSalespeople ? (
          <p className="text-muted">This view names no customers, salespeople or amounts.</p>
        ) : null}
      </fieldset>
      <Field
        label="Last day"
        name="until"
        type="date"
        min={today}
        hint="The link works up to the end of this day. Empty: until it is revoked."
        defaultValue={values.until ?? draft.until}
        error={errors.until}
      />
      <Field
        label="Passphrase"
        name="passphrase"
        hint={`Empty: none is asked for. At least ${shortestPassphrase} characters; tell it another way than the link.`}
        autoComplete="off"
        defaultValue={values.passphrase}
        error={errors.passphrase}
      />
    </>
  );
}
