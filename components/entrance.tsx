import type { ReactNode } from "react";
import { Logo } from "./shell/logo";

type EntranceProps = {
  title: string;
  /** One or two sentences: what is asked here and why. */
  lead: ReactNode;
  children: ReactNode;
};

/** The frame of the pages before one is signed in: the mark, a heading, one form. */
export function Entrance({ title, lead, children }: EntranceProps) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center px-4 py-10">
      <div className="mb-5 flex items-center gap-2.5">
        <Logo className="size-7" />
        <p className="font-semibold">Pipelog</p>
      </div>
      <div className="rounded-box border border-border bg-surface p-5 shadow-box sm:p-7">
        <h1 className="font-semibold text-title tracking-tight">{title}</h1>
        <p className="mt-1 text-muted">{lead}</p>
        <div className="mt-5">{children}</div>
      </div>
    </main>
  );
}
