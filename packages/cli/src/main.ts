import { runCommand } from "./run-command.ts";

process.exitCode = await runCommand(process.argv.slice(2), {
  print: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
  businessFile: process.env.BUSINESS_FILE ?? "deploy/demo/business.yaml",
});
