import { parentPort, workerData } from "node:worker_threads";
import { z } from "zod";
import { trainIntents } from "./train-intents.ts";

const Work = z.object({ examples: z.array(z.object({ text: z.string(), intent: z.string() })) });

// Alone in a thread: trains once and hands the model over. A failure ends the thread with an error event.
parentPort?.postMessage(trainIntents(Work.parse(workerData).examples));
