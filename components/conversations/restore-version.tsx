"use client";

import { ButtonForm } from "@/components/settings/button-form";
import { restoreVersionAction } from "@/lib/actions/conversations";

type RestoreVersionProps = { id: number; version: number; toVersion: number };

/** Makes what stands at a line of the history what the conversation says again. */
export function RestoreVersion(props: RestoreVersionProps) {
  return (
    <ButtonForm action={restoreVersionAction} fields={props}>
      Go back to this
    </ButtonForm>
  );
}
