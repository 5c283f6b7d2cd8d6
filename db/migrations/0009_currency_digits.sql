-- Digits of ISO 4217, where those of the runtime were fewer: lib/pipeline/money.ts says which.
UPDATE "team" SET "currency_digits" = wanted.digits
FROM (
  SELECT id, CASE
    WHEN currency IN ('BIF','CLP','DJF','GNF','ISK','JPY','KMF','KRW','PYG','RWF','UGX','UYI','VND','VUV','XAF','XOF','XPF') THEN 0
    WHEN currency IN ('BHD','IQD','JOD','KWD','LYD','OMR','TND') THEN 3
    WHEN currency IN ('CLF','UYW') THEN 4
    ELSE 2
  END AS digits FROM "team"
) AS wanted
WHERE "team".id = wanted.id AND "team"."currency_digits" < wanted.digits;
