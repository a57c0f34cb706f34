// Files that a page makes itself, for a spreadsheet or as a picture.

// quote protects a text from the separator, and a spreadsheet from a text that
// it would take for a formula.
export function quote(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

// spreadsheet is rows of fields as a file for a spreadsheet, in the form of the
// site's own: semicolons between the fields, and a mark that says UTF-8.
export const spreadsheet = (rows: string[]): string => `\uFEFF${rows.join("\r\n")}\r\n`;

// save hands a file to the reader.
export function save(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
