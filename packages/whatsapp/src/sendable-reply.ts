import type { DocumentReply, ImageReply, MediaSource, Reply } from "@parley/contract/reply";

/** A picture or file that still has to be uploaded. */
export type UnsentFile = Extract<ImageReply | DocumentReply, { source: MediaSource }>;

/** One that is uploaded: `mediaId` is of the number that sends it. */
export type UploadedFile =
  | (Omit<Extract<UnsentFile, { kind: "image" }>, "source"> & { mediaId: string })
  | (Omit<Extract<UnsentFile, { kind: "document" }>, "source"> & { mediaId: string });

/** A reply with nothing left to upload. */
export type SendableReply = Exclude<Reply, UnsentFile> | UploadedFile;

export function needsUpload(reply: Reply): reply is UnsentFile {
  return "source" in reply;
}

export function uploaded({ source: _, ...reply }: UnsentFile, mediaId: string): UploadedFile {
  return { ...reply, mediaId };
}
