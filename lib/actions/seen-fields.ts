import { idField, versionField } from "./number-fields";

/** The hidden fields that say which record, in the version somebody saw. */
export const seenFields = { id: idField, version: versionField };
