#!/usr/bin/env node
// npm links this file as `parley`; TypeScript is read as it is.
import { register } from "tsx/esm/api";

register();
await import("../src/main.ts");
