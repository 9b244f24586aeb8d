/** What of an entry decides whether it stays. */
export type KeptEntry = { id: string; chat: string; sha256: string | undefined; bytes: number; sentAtMs: number };

/** The entries and the files behind them. A file is everything kept under one content hash. */
export type GalleryStore = {
  /** Calls back with every entry there is; entries of one chat only when `chat` is given. */
  eachEntry: (onEntry: (entry: KeptEntry) => void, chat?: string) => Promise<void>;
  removeEntry: (id: string) => Promise<void>;
  /**
   * Removes the files whose hash fits `unwanted` and that nobody has stored, again or first, since `beforeMs` (Unix ms):
   * how many. A file that is stored again meanwhile stays.
   */
  removeFiles: (unwanted: (sha256: string) => boolean, beforeMs: number) => Promise<number>;
};
