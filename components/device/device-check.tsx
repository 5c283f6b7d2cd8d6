"use client";

import { useSending } from "./use-sending";

/** Where nobody is signed in: lets the device of a removed member hand over what waits, and forget the rest. */
export function DeviceCheck() {
  useSending({ memberId: null, isReportingIn: true });
  return null;
}
