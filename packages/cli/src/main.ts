import { runCommand } from "./run-command.ts";

process.exitCode = await runCommand(process.argv.slice(2), {
  print: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
  businessFile: process.env.BUSINESS_FILE ?? "deploy/demo/business.yaml",
  gatewayUrl: `http://127.0.0.1:${process.env.PORT ?? "8080"}`,
  apiToken: process.env.PARLEY_API_TOKEN,
});
