/** A service on Node, of whichever version: its name is the argument, its address the first line that it prints. */
import { services } from "../services/all.js";

const service = await services[process.argv[2] ?? ""]?.();
console.log(service?.url);
