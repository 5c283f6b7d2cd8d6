type SeenValuesProps = {
  /** Not given: there is one such record only. */
  id?: number;
  version: number;
  /** What somebody sees as saved, by the name of its field. */
  values: Readonly<Record<string, string>>;
};

/** Sent along with an edit: which record, in which version, and what it was when one began. */
export function SeenValues({ id, version, values }: SeenValuesProps) {
  return (
    <>
      {id === undefined ? null : <input type="hidden" name="id" value={id} />}
      <input type="hidden" name="version" value={version} />
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={`seen-${name}`} value={value} />
      ))}
    </>
  );
}
