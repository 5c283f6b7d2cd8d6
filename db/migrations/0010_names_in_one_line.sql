-- Names are one line, and their keys one Unicode form: lib/pipeline/clean-name.ts, name-key.ts. One whose mended name
-- another has already is left as it is, to be merged by a person.
do $$
declare
  breaks constant text := '[\u0001-\u001F\u007F-\u009F\u2028\u2029]';
  runs constant text := '[[:space:]]*[\u0001-\u001F\u007F-\u009F\u2028\u2029][[:space:]\u0001-\u001F\u007F-\u009F\u2028\u2029]*';
  place record;
begin
  for place in
    select * from (values ('customers', 'null'), ('channels', 'null'), ('topics', 'null'), ('stages', 'null'),
      ('members', 'null'), ('contacts', 'customer_id'), ('deals', 'customer_id')) as places (of, scope)
  loop
    execute format($sql$
      with meant as (
        select id, %2$s::bigint as scope, btrim(regexp_replace(name, %3$L, ' ', 'g')) as name,
          normalize(btrim(regexp_replace(name_key, %3$L, ' ', 'g')), NFC) as key
        from %1$I where name ~ %4$L or name_key is not nfc normalized
      )
      update %1$I as named set name = meant.name, name_key = meant.key from meant
      where named.id = meant.id and meant.key <> ''
        and not exists (
          select from meant as twin
          where twin.key = meant.key and twin.scope is not distinct from meant.scope and twin.id < meant.id)
        and not exists (
          select from %1$I as other
          where other.name_key = meant.key and other.id <> meant.id and %5$s is not distinct from meant.scope)
    $sql$, place.of, place.scope, runs, breaks,
      case when place.scope = 'null' then 'null' else 'other.' || place.scope end);
  end loop;
end $$;
