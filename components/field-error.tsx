type FieldErrorProps = { of: string; className?: string; children: string | undefined };

/** What is wrong with a field, under the id that its `aria-describedby` names; nothing where nothing is. */
export function FieldError({ of: id, className = "", children }: FieldErrorProps) {
  if (!children) return null;
  return (
    <p id={`${id}-error`} className={`text-label text-lost ${className}`}>
      {children}
    </p>
  );
}
