"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { CorrectMore } from "@/lib/log/correct-from-form";
import type { CustomerContext } from "@/lib/log/customer-context";
import type { CustomerChoice } from "@/lib/log/customer-said";
import type { LogChoices } from "@/lib/log/log-choices";
import { anotherOne, formValues, isMomentLeft, type LogErrors, type LogValues } from "@/lib/log/log-values";
import { nameKey } from "@/lib/pipeline/name-key";
import { CustomerField } from "./customer-field";
import { FixedCustomer } from "./fixed-customer";
import { MoreFields } from "./more-fields";
import { NoteField } from "./note-field";
import { SaleFields } from "./sale-fields";
import { StageChips } from "./stage-chips";
import { useCustomerContext } from "./use-customer-context";
import { useDealSaid } from "./use-deal-said";

/** What the fields of a conversation's form offer and stand beside. */
export type LogFieldsGiven = {
  /** The customer when it cannot be another one. */
  fixedCustomer: { id: number; name: string } | null;
  choices: LogChoices;
  likely: readonly CustomerChoice[];
  context: CustomerContext | null;
  currency: string;
  /** The dates the choices of the follow-up stand for, sent along; then in words, by choice. */
  followUpDates: string;
  followUpDays: Readonly<Record<string, string>>;
  ownHolder: string;
};

/** Which conversation is corrected, in which version. */
export type Corrected = { id: number; version: number; dealId: number | null };

type LogFieldsProps = LogFieldsGiven & {
  values: LogValues;
  errors: LogErrors;
  /** None when one is logged. */
  corrected: Corrected | null;
  more: CorrectMore | undefined;
  /** A customer was chosen, which no event of the form tells. */
  onChoose?: () => void;
};

/** What stays as it was shown, sent along. */
const kept = ["followsUp", "shownDate", "shownTime", "shownContact", "shownDeal"] as const;

const noContacts: CustomerContext["contacts"] = [];

/** Whether that is what is known of the customer the form holds, who in a draft may be another than the address's. */
function isOfCustomer(context: CustomerContext, { customerId, customer }: LogValues): boolean {
  return customerId === String(context.customerId) || nameKey(customer) === nameKey(context.customer);
}

/** The fields of the form, and what they know of each other: the customer's deals and contacts, the stage's deal. */
export function LogFields({
  values,
  errors,
  more,
  corrected,
  fixedCustomer,
  choices,
  likely,
  context: given,
  currency,
  followUpDates,
  followUpDays,
  ownHolder,
  onChoose,
}: LogFieldsProps) {
  const note = useRef<HTMLTextAreaElement>(null);
  const [stage, setStage] = useState(values.stage);
  const [isNewCustomer, setIsNewCustomer] = useState(values.customerChoice === anotherOne);
  const { said: dealSaid, say: sayDeal, turnTo } = useDealSaid(values);
  const [answered, opened] = [more?.context, given].map((known) =>
    known && (fixedCustomer || isOfCustomer(known, values)) ? known : null,
  );
  const { context, setContext, ask } = useCustomerContext(answered ?? opened ?? null);
  const conversation = corrected ? String(corrected.id) : "";

  useEffect(() => {
    if (answered) setContext(answered);
  }, [answered, setContext]);

  const isContextAsked = useRef(context !== null);
  const askFirst = useEffectEvent(() => askAnew());
  useEffect(() => {
    if (isContextAsked.current || values.customerId === "") return;
    isContextAsked.current = true;
    askFirst();
  }, [values.customerId]);

  const heedEarly = useEffectEvent(() => {
    const { stage, deal, dealName } = formValues(note.current?.form);
    setStage(stage);
    sayDeal({ deal, dealName });
  });
  useEffect(() => heedEarly(), []);

  function askAnew(changed: { customer?: string; stage?: string } = {}) {
    const said = formValues(note.current?.form);
    const moment =
      isMomentLeft(said) && !corrected ? { date: "", time: "" } : { date: said.date, time: said.time };
    const customer = fixedCustomer ? String(fixedCustomer.id) : said.customerId;
    const { stage, amount, deal } = said;
    ask({ customer, stage, amount, deal, conversation, ...moment, ...changed });
  }

  return (
    <>
      {fixedCustomer ? (
        <FixedCustomer id={fixedCustomer.id} name={fixedCustomer.name} error={errors.customer} />
      ) : (
        <CustomerField
          values={values}
          errors={errors}
          likely={likely}
          asked={more?.choices ?? []}
          onChoose={(chosen) => {
            setIsNewCustomer(chosen === anotherOne);
            if (chosen !== null) turnTo(chosen, context?.customerId);
            askAnew({ customer: typeof chosen === "number" ? String(chosen) : "" });
            onChoose?.();
          }}
        />
      )}
      {kept.map((name) => (
        <input key={name} type="hidden" name={name} value={values[name]} />
      ))}
      <input type="hidden" name="followUpDates" value={followUpDates} />
      <StageChips
        stages={choices.stages}
        chosen={stage}
        said={values.stage}
        error={errors.stage}
        onChoose={(chosen) => {
          setStage(chosen);
          askAnew({ stage: chosen });
        }}
        onPressed={() => note.current?.focus()}
      />
      <NoteField note={values.note} error={errors.note} field={note} />
      <SaleFields
        values={values}
        errors={errors}
        said={dealSaid}
        onSay={sayDeal}
        context={context}
        isNewCustomer={isNewCustomer}
        currentDealId={corrected?.dealId ?? null}
        currency={currency}
        onAmount={() => askAnew()}
      />
      <MoreFields
        values={values}
        errors={errors}
        choices={choices}
        contacts={context?.contacts ?? noContacts}
        followUpDays={followUpDays}
        ownHolder={ownHolder}
        onMoment={() => askAnew()}
      />
    </>
  );
}
