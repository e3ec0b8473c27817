/** `outputs.fixtures`: answers for tests and mock servers. */
import { codeEnding, format } from "./module-options.js";
import { defineOutput } from "./output-definition.js";

export const fixtures = defineOutput({
  key: "fixtures",
  description: "A folder for the answers of all examples.",
  wire: "The wire format; without it, all of them.",
  options: { format },
  files: ({ wire, options }, { wireFormats }) => [
    `index.${codeEnding(options.format)}`,
    ...wireFormats.flatMap(({ name: { value } }) =>
      wire === undefined || wire === value ? [`${value}.json`] : [],
    ),
  ],
});
