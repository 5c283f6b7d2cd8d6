import { Search } from "lucide-react";

/** Opens the search over everything: its box where there is JavaScript (see ShellKeys), else its page. */
export function SearchLink({ className, iconClass }: { className: string; iconClass: string }) {
  return (
    <a href="/search" data-opens-search title="Search ( / )" className={className}>
      <Search aria-hidden="true" className={iconClass} strokeWidth={1.75} />
      Search
    </a>
  );
}
