import type { Route } from "next";
import { Link } from "@/components/link";
import { LinkPending } from "./link-pending";

export type Choice = { label: string; href: Route; isOn: boolean };

type ChoiceBarProps = { label: string; choices: readonly Choice[] };

/** A few views of one list to choose from, side by side; each is a link. */
export function ChoiceBar({ label, choices }: ChoiceBarProps) {
  return (
    <nav
      aria-label={label}
      className="flex max-w-full flex-wrap gap-0.5 rounded-control border border-border bg-track p-0.5 print:hidden"
    >
      {choices.map(({ label: text, href, isOn }) => (
        <Link
          key={text}
          href={href}
          aria-current={isOn ? "true" : undefined}
          className="touch-target relative flex min-h-8 min-w-0 items-center rounded-[4px] px-3 font-medium text-muted transition-colors hover:text-text aria-[current=true]:bg-surface aria-[current=true]:text-text aria-[current=true]:shadow-box"
        >
          <span className="truncate">{text}</span>
          <LinkPending />
        </Link>
      ))}
    </nav>
  );
}
