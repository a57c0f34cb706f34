// Texts that a page hands over: as HTML, and on the clipboard.

export const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");

// copy puts a text on the clipboard, or has it selected for who must do it, and
// tells which.
export function copy(text: string, select: () => void, tell: (text: string) => void, done: string, by: string): void {
  const fall = (): void => {
    select();
    tell(by);
  };
  if (navigator.clipboard) navigator.clipboard.writeText(text).then(() => tell(done), fall);
  else fall();
}
