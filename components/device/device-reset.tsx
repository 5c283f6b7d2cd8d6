"use client";

import { useEffect } from "react";
import { forgetAllData } from "@/lib/device/device-store";

/** Lets this device forget what it kept to log without a connection, by whoever is here only to read. Shows nothing. */
export function DeviceReset() {
  useEffect(() => {
    forgetAllData().catch(() => {});
  }, []);

  return null;
}
