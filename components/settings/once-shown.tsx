"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/button";

type OnceShownProps = {
  /** What the secret is called: "Invitation link". */
  label: string;
  secret: string;
};

/** A secret that is seen this once, to select or to copy. */
export function OnceShown({ label, secret }: OnceShownProps) {
  const [isCopied, setCopied] = useState(false);
  return (
    <div className="mt-2 flex flex-wrap items-center gap-2">
      <input
        aria-label={label}
        readOnly
        value={secret}
        spellCheck={false}
        onFocus={(event) => event.currentTarget.select()}
        className="touch-target input-text min-h-9 min-w-0 flex-1 basis-60 rounded-control border border-border-strong bg-surface px-2.5 font-mono"
      />
      <Button
        type="button"
        className="noscript:hidden"
        onClick={async () => {
          await navigator.clipboard.writeText(secret);
          setCopied(true);
        }}
      >
        {isCopied ? (
          <Check aria-hidden="true" className="size-4" />
        ) : (
          <Copy aria-hidden="true" className="size-4" />
        )}
        <span aria-live="polite">{isCopied ? "Copied" : "Copy"}</span>
      </Button>
    </div>
  );
}
