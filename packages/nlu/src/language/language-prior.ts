import { z } from "zod";

/** What a chat's earlier messages say for each language by code; part of an actor's state. Fades, so a person may switch. */
export const LanguagePrior = z.record(z.string(), z.number());
export type LanguagePrior = Readonly<z.infer<typeof LanguagePrior>>;

export const noLanguagePrior: LanguagePrior = {};
