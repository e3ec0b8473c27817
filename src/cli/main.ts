#!/usr/bin/env node
/** The command `errdex`. */
import * as nodeModule from "node:module";

// From Node 22.1: what was compiled once is kept in the folder for temporary files of the user, and is not compiled again.
if ("enableCompileCache" in nodeModule && typeof nodeModule.enableCompileCache === "function")
  nodeModule.enableCompileCache();

// Loaded after that, so that it is kept too.
const [{ processHost }, { run }] = await Promise.all([import("./host.js"), import("./run.js")]);
process.exitCode = await run(process.argv.slice(2), processHost());
