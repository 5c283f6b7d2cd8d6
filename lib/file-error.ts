const reasons: Record<string, string> = {
  EACCES: "this account may not",
  EDQUOT: "this account has no space left there",
  EFBIG: "it would be longer than a file may be there",
  EISDIR: "it is a folder",
  ENAMETOOLONG: "its name is too long",
  ENOENT: "there is no such file or folder",
  ENOSPC: "there is no space left",
  ENOTDIR: "what should be a folder on the way is none",
  EPERM: "this account may not",
  EROFS: "it can only be read there",
};

function isFileError(error: unknown): error is Error & { code: string; path?: string } {
  if (!(error instanceof Error && "code" in error && "syscall" in error)) return false;
  return error.syscall !== "connect" && String(error.code) in reasons;
}

/**
 * An error of the file system knows its file only when that could not be opened, and then it may be one with another
 * name on the way: it is told what people call the file. Any other error is left as it is.
 */
export function nameFile(error: unknown, path: string): unknown {
  return isFileError(error) ? Object.assign(error, { path }) : error;
}

/** `notes.csv cannot be used: it is a folder (EISDIR).`; undefined: the error is not about a file. */
export function fileSentence(error: unknown): string | undefined {
  if (!isFileError(error)) return undefined;
  return `${error.path ?? "A file"} cannot be used: ${reasons[error.code]} (${error.code}).`;
}
