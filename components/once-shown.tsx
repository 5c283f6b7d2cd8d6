"use client";

import { Check, Copy } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "./button";
import { copyText } from "./copy-text";

type OnceShownProps = {
  /** What the secret is called: "Invitation link". */
  label: string;
  secret: string;
};

const said = { untouched: "Copy", copied: "Copied", selected: "Selected: copy it by hand" };

/** A secret that is seen this once, to select or to copy; where copying is not possible it stands selected. */
export function OnceShown({ label, secret }: OnceShownProps) {
  const [is, setIs] = useState<keyof typeof said>("untouched");
  const field = useRef<HTMLInputElement>(null);
  const Icon = is === "copied" ? Check : Copy;

  async function copy() {
    const isCopied = await copyText(secret);
    if (!isCopied) field.current?.select();
    setIs(isCopied ? "copied" : "selected");
  }

  return (
    <div className="mt-2 flex flex-wrap items-center gap-2">
      <input
        ref={field}
        aria-label={label}
        readOnly
        value={secret}
        spellCheck={false}
        onFocus={(event) => event.currentTarget.select()}
        className="touch-target input-text min-h-9 min-w-0 flex-1 basis-60 rounded-control border border-border-strong bg-surface px-2.5 font-mono"
      />
      <Button type="button" className="noscript:hidden" onClick={copy}>
        <Icon aria-hidden="true" className="size-4" />
        <span aria-live="polite">{said[is]}</span>
      </Button>
    </div>
  );
}
