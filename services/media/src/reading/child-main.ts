import { serveJobs } from "../sandbox/serve-jobs.ts";
import { prepareChild } from "./prepare-child.ts";
import { readInChild } from "./read-in-child.ts";

serveJobs(async (task, bytes) => {
  const { picture, samples, ...answer } = await readInChild(task, bytes);
  const found = samples ?? picture;
  return found === undefined ? { answer } : { answer, bytes: found };
}, prepareChild);
