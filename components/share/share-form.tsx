"use client";

import { useActionState, useEffect } from "react";
import { Button } from "@/components/button";
import { FormAnswer } from "@/components/form-answer";
import { Notice } from "@/components/notice";
import { OnceShown } from "@/components/settings/once-shown";
import { useWrongField } from "@/components/use-wrong-field";
import type { FormState } from "@/lib/actions/form-state";
import { type MadeShareLink, makeShareLinkAction } from "@/lib/actions/share-links";
import { type ShareDraft, ShareFields } from "./share-fields";

const untouched: FormState<MadeShareLink> = { errors: {}, values: {} };

/** Makes a link to a view; its address is shown once, here. */
export function ShareForm({ draft }: { draft: ShareDraft }) {
  const [state, formAction, isPending] = useActionState(makeShareLinkAction, untouched);
  const form = useWrongField(state);
  const { errors, more } = state;

  useEffect(() => {
    const isWrong = Object.keys(state.errors).length > 0;
    if (!isWrong && (state.message || state.more)) form.current?.scrollIntoView({ block: "start" });
  }, [state, form]);

  return (
    <form ref={form} action={formAction} noValidate className="flex flex-col gap-4">
      <FormAnswer state={state} />
      {more ? (
        <Notice isAnswer kind="done">
          <p className="font-medium">“{more.title}” is shared. Copy its link now: it is shown this once.</p>
          <OnceShown key={more.id} label="Link" secret={more.address} />
        </Notice>
      ) : null}
      <ShareFields draft={draft} state={{ errors, values: state.values }} />
      <Button variant="primary" isPending={isPending} className="min-h-11 w-full">
        {isPending ? "Making the link…" : more ? "Make another link" : "Make the link"}
      </Button>
    </form>
  );
}
