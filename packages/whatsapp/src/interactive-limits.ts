/** Meta's limits of interactive messages, in characters; beyond them a send is refused with code 131009. */
export const interactiveLimits = {
  body: 1024,
  header: 60,
  footer: 60,
  buttons: 3,
  buttonTitle: 20,
  buttonId: 256,
  listButton: 20,
  rows: 10,
  rowTitle: 24,
  rowId: 200,
  rowDescription: 72,
  sectionTitle: 24,
} as const;

/** Of pictures and files. */
export const maxCaptionLength = 1024;
export const maxFilenameLength = 240;
