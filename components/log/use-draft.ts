"use client";

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { dropShared, getEntry, getShared } from "@/lib/device/device-store";
import {
  type Draft,
  draftAt,
  draftIdOf,
  dropDraft,
  keepDraft,
  listDrafts,
  restoredValues,
} from "@/lib/device/drafts";
import { newDeviceId } from "@/lib/device/new-device-id";
import type { OutboxEntry } from "@/lib/device/outbox-entry";
import { formValues, isSaidSame, type LogValues } from "@/lib/log/log-values";

type Drafting = {
  memberId: number;
  /** The address of the form without its path: it opens with the latest draft kept there, or the one it names. */
  address: string;
  /** The form as it was opened. */
  fresh: LogValues;
};

/**
 * What the form holds, and where that is from; `draftId`: under which it was kept; `isOther`: it is not what the form
 * was opened with.
 */
type Restored = {
  values: LogValues;
  entry: OutboxEntry | null;
  draftId?: string;
  isDraft: boolean;
  isOther: boolean;
};

async function entryOf(address: string): Promise<OutboxEntry | undefined> {
  const deviceId = new URLSearchParams(address).get("entry");
  return deviceId ? getEntry(deviceId).catch(() => undefined) : undefined;
}

/** The draft of what was shared to the app, in which it is kept from now on; undefined: nothing was shared. */
async function draftOfShared({ memberId, address, fresh }: Drafting): Promise<Draft | undefined> {
  if (!new URLSearchParams(address).has("shared")) return undefined;
  const note = await getShared().catch(() => undefined);
  if (!note) return undefined;
  const values = { ...fresh, note, deviceId: newDeviceId() };
  const draft = { address, values, savedAt: new Date().toISOString() };
  if (keepDraft(memberId, draft)) await dropShared().catch(() => {});
  return draft;
}

async function restore(drafting: Drafting, typed: LogValues | null): Promise<Restored> {
  const { memberId, address, fresh } = drafting;
  const left = draftAt(memberId, address);
  const draft = left ?? (await draftOfShared(drafting));
  const found = await entryOf(address);
  const entry = found?.memberId === memberId ? found : null;
  const deviceId = newDeviceId();
  if (typed) return { values: { ...typed, deviceId }, entry: null, isDraft: false, isOther: false };
  if (draft) {
    // An entry that was logged once already is sent under the id it was given since.
    const sentAs = entry?.asked?.values.deviceId || draft.values.deviceId || deviceId;
    const values = { ...restoredValues(draft, fresh), deviceId: sentAs };
    const draftId = draftIdOf(draft);
    return { values, entry, draftId, isDraft: left !== undefined, isOther: true };
  }
  if (entry) return { values: entry.asked?.values ?? entry.values, entry, isDraft: false, isOther: true };
  return { values: { ...fresh, deviceId }, entry: null, isDraft: false, isOther: false };
}

/**
 * Keeps what is typed into the form on this device as it is typed, per member, address and device id, and puts it
 * back when the form is opened again: after a reload, a crash, or signing in anew. What another tab keeps is left alone.
 *
 * @param form the form itself; what was typed before the page came to life stays in it.
 * @returns `restored` once it is known; the drafts of other forms; `keep` to be called whenever something was
 *   typed or chosen; `drop` once it is logged; `startAfresh` to drop it and begin anew.
 */
export function useDraft({ memberId, address, fresh }: Drafting, form: RefObject<HTMLFormElement | null>) {
  const [restored, setRestored] = useState<Restored>();
  const [others, setOthers] = useState<Draft[]>([]);
  const opened = useRef(fresh);
  const ownId = useRef("");
  const readOthers = useCallback(
    () => setOthers(listDrafts(memberId).filter((draft) => draftIdOf(draft) !== ownId.current)),
    [memberId],
  );

  useEffect(() => {
    const drafting = { memberId, address, fresh: opened.current };
    const now = form.current ? formValues(form.current) : opened.current;
    const typed = isSaidSame(now, opened.current) ? null : now;
    void restore(drafting, typed).then((found) => {
      if (found.draftId !== undefined) ownId.current = found.draftId;
      setRestored(found);
      readOthers();
    });
  }, [memberId, address, form, readOthers]);

  function drop() {
    dropDraft(memberId, ownId.current);
    ownId.current = "";
  }

  function keep() {
    if (!form.current) return;
    const values = formValues(form.current);
    if (isSaidSame(values, opened.current)) {
      drop();
      return;
    }
    const draft = { address, values, savedAt: new Date().toISOString() };
    keepDraft(memberId, draft, ownId.current);
    ownId.current = draftIdOf(draft);
  }

  function startAfresh() {
    drop();
    const values = { ...opened.current, deviceId: newDeviceId() };
    setRestored({ values, entry: null, isDraft: false, isOther: false });
  }

  function discard(draft: Draft) {
    dropDraft(memberId, draftIdOf(draft));
    readOthers();
  }

  return { restored, others, keep, drop, startAfresh, discard };
}
