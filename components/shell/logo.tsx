/** The mark: a log whose lines narrow like a funnel. */
export function Logo({ className = "size-8" }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={className}>
      <rect width="32" height="32" rx="8" fill="var(--accent-fill)" />
      <path d="M8 10.5h16M8 16h11M8 21.5h6" stroke="#fff" strokeWidth="2.75" strokeLinecap="round" />
    </svg>
  );
}
