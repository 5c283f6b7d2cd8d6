import { Card } from "@/components/tremor/card";

type ApiExampleProps = {
  /** The address of the API, without a slash at the end. */
  address: string;
  figures: readonly string[];
};

/** Where the API is and how it is asked. */
export function ApiExample({ address, figures }: ApiExampleProps) {
  const example = `curl -H "Authorization: Bearer TOKEN" \\\n  "${address}/overview?period=this-month"`;
  return (
    <Card className="flex flex-col gap-3">
      <h3 className="font-semibold">How it is asked</h3>
      <p className="text-muted">
        The API reads the same figures as the pages, with the same parameters: <code>from</code>,{" "}
        <code>to</code>, <code>period</code> and <code>salesperson</code>.
      </p>
      <pre className="whitespace-pre-wrap break-all rounded-control bg-background p-3 font-mono text-label">
        {example}
      </pre>
      <p className="text-label text-muted">
        Instead of <code>overview</code>:{" "}
        {figures
          .filter((figure) => figure !== "overview")
          .map((figure, index) => (
            <span key={figure}>
              {index > 0 ? ", " : ""}
              <code>{figure}</code>
            </span>
          ))}
        .
      </p>
    </Card>
  );
}
