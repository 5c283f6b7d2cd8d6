import { EmptyState } from "@/components/empty-state";

/** Stands in the place of a settings page for those who are no admin. */
export function AdminsOnly() {
  return (
    <EmptyState title="Only admins change the settings">
      <p className="text-muted">
        Pipeline, members and API tokens are kept by the admins of your team. Ask one of them if something
        here should be different.
      </p>
    </EmptyState>
  );
}
