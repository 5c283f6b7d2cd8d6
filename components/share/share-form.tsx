"use client";

import { Button } from "@/components/button";
import { FormAnswer } from "@/components/form-answer";
import { Notice } from "@/components/notice";
import { OnceShown } from "@/components/settings/once-shown";
import { useActionForm } from "@/components/use-action-form";
import { makeShareLinkAction } from "@/lib/actions/share-links";
import { type ShareDraft, ShareFields } from "./share-fields";

/** Makes a link to a view; its address is shown once, here. */
export function ShareForm({ draft }: { draft: ShareDraft }) {
  const { state, isPending, form } = useActionForm(makeShareLinkAction);
  const { errors, more } = state;

  return (
    <form {...form} className="flex flex-col gap-4">
      <ShareFields draft={draft} state={{ errors, values: state.values }} />
      <Button variant="primary" isPending={isPending} className="min-h-11 w-full">
        {isPending ? "Making the link…" : more ? "Make another link" : "Make the link"}
      </Button>
      <FormAnswer state={state} />
      {more ? (
        <Notice isAnswer kind="done">
          <p className="font-medium">
            “{more.title}” is shared{" "}
            {more.asksPassphrase ? "with whoever knows the passphrase" : "with whoever has the link"}. Copy
            the link now: it is shown this once.
          </p>
          <OnceShown key={more.id} label="Link" secret={more.address} />
        </Notice>
      ) : null}
    </form>
  );
}
