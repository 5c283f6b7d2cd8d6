"use client";

import { useEffect, useState } from "react";
import { Notice } from "@/components/notice";

/** Says so where the browser keeps no cookies of this address: nobody stays signed in there. */
export function CookiesNeeded() {
  const [isNeeded, setIsNeeded] = useState(false);
  useEffect(() => setIsNeeded(!navigator.cookieEnabled), []);
  if (!isNeeded) return null;
  return (
    <div className="mb-4">
      <Notice kind="error">
        This browser keeps no cookies of this address, so nobody stays signed in. Allow them in its settings,
        then load this page again.
      </Notice>
    </div>
  );
}
