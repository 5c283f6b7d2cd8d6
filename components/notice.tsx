import { CircleAlert, CircleCheck, Info } from "lucide-react";
import type { ReactNode } from "react";
import { opensHere } from "./opens-here";

type NoticeProps = {
  /** `error`: something was refused; `done`: it worked; `info`: worth knowing. */
  kind?: "info" | "error" | "done";
  /** It answers a form, so that the page opens at it. */
  isAnswer?: boolean;
  children: ReactNode;
};

const looks = {
  info: { icon: Info, box: "border-border bg-surface", mark: "text-accent" },
  error: { icon: CircleAlert, box: "border-lost/40 bg-lost-soft", mark: "text-lost" },
  done: { icon: CircleCheck, box: "border-won/40 bg-won-soft", mark: "text-won" },
} as const;

/** One or a few sentences about the page or what was just done. Errors are announced at once. */
export function Notice({ kind = "info", isAnswer, children }: NoticeProps) {
  const { icon: Icon, box, mark } = looks[kind];
  return (
    <div
      role={kind === "error" ? "alert" : "status"}
      {...(isAnswer ? opensHere : {})}
      className={`flex gap-2.5 rounded-box border px-3 py-2.5 focus:outline-none ${box}`}
    >
      <Icon aria-hidden="true" className={`mt-0.5 size-4 shrink-0 ${mark}`} />
      <div className="min-w-0">{children}</div>
    </div>
  );
}
