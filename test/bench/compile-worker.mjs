/** Compiles one catalog in a process of its own and prints the most memory that it had, in bytes. */
import { emitTypeScript } from "../../dist/compiler.js";
import { sound } from "./compile-catalog.mjs";
import { generateCatalog } from "./generate-catalog.mjs";

const files = emitTypeScript(sound(generateCatalog(Number(process.argv[2]))));
if (files.length === 0) throw new Error("Nothing was emitted.");
console.log(process.resourceUsage().maxRSS * 1024);
