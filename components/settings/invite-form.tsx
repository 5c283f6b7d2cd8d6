"use client";

import { Button } from "@/components/button";
import { Field } from "@/components/field";
import { FormAnswer } from "@/components/form-answer";
import { Notice } from "@/components/notice";
import { OnceShown } from "@/components/once-shown";
import { OpenedBy } from "@/components/opened-by";
import { SelectField, type SelectOption } from "@/components/select-field";
import { useMakingForm } from "@/components/use-making-form";
import { inviteMemberAction } from "@/lib/actions/invitations";
import { RoleField } from "./role-field";

type InviteFormProps = {
  /** Who has history but no login. */
  people: readonly SelectOption[];
  /** Who of them is meant, when one was chosen before. */
  chosenId: string;
  /** How long a link is good, in words. */
  goodFor: string;
  /** Whether the link can be mailed. */
  sendsMail: boolean;
};

/** Invites somebody; the link is mailed, or shown once, here. */
export function InviteForm({ people, chosenId, goodFor, sendsMail }: InviteFormProps) {
  const { state, made, isPending, form } = useMakingForm(inviteMemberAction);
  const { errors, values } = state;

  return (
    <form {...form} className="group/invite flex flex-col gap-4">
      <OpenedBy />
      <input type="hidden" name="replacedId" value={values.replacedId ?? ""} />
      <input type="hidden" name="otherThan" value={values.otherThan ?? ""} />
      {people.length > 0 ? (
        <SelectField
          label="For"
          name="memberId"
          prompt="A new person"
          hint="Somebody whose conversations are here already, but who cannot sign in? Choose them, and their history becomes theirs."
          options={people}
          defaultValue={values.memberId ?? chosenId}
          error={errors.memberId}
        />
      ) : null}
      <Field
        label={people.length > 0 ? "Name of the new person" : "Name"}
        name="name"
        className={
          people.length > 0 && !errors.name
            ? "hidden group-has-[option[value='']:checked]/invite:flex"
            : undefined
        }
        autoComplete="off"
        autoCapitalize="words"
        defaultValue={values.name}
        error={errors.name}
      />
      {sendsMail ? (
        <Field
          label="E-mail"
          name="email"
          type="email"
          hint="The link is mailed there. Leave it empty to get the link and hand it over yourself."
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={values.email}
          error={errors.email}
        />
      ) : null}
      <RoleField chosen={values.role ?? "member"} error={errors.role} />
      <Button variant="primary" isPending={isPending} className="min-h-11 w-full">
        {isPending ? "Inviting…" : sendsMail ? "Invite" : "Make an invitation link"}
      </Button>
      <FormAnswer state={state} />
      {made ? (
        <Notice isAnswer kind="done">
          {"mailedTo" in made ? (
            <>
              <p className="font-medium">
                The invitation of {made.name} is on its way to {made.mailedTo}.
              </p>
              <p>Its link works one time and for {goodFor}.</p>
            </>
          ) : (
            <>
              {made.notMailed ? (
                <p className="mb-1 text-lost">The mail was not sent. {made.notMailed}</p>
              ) : null}
              <p className="font-medium">{made.name} can join by this link. It is shown this once.</p>
              <p>Hand it over yourself. It works one time and for {goodFor}.</p>
              <OnceShown key={made.id} label="Invitation link" secret={made.link} />
            </>
          )}
        </Notice>
      ) : null}
    </form>
  );
}
