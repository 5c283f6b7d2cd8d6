import { buttonClass } from "@/components/button-class";
import { Card } from "@/components/tremor/card";
import type { Person } from "@/lib/privacy/find-person";

/** Where all that is held on a person is handed over, as a file. */
export function ExportCard({ kind, id }: Person) {
  return (
    <Card className="flex flex-col items-start gap-3">
      <h2 className="font-semibold">Export</h2>
      <p className="text-muted">
        One JSON file: the details, what was changed in them, every version of every conversation that was
        held with or by this person or mentions them, and every other text that mentions them.
      </p>
      <a href={`/privacy/${kind}/${id}/export`} download className={buttonClass()}>
        Export all that is held
      </a>
    </Card>
  );
}
