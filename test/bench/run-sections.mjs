/** Runs sections one after the other, and goes on where one fails. */

/**
 * Runs each section under its heading.
 *
 * @param sections name → what loads the section's module, whose `run` takes a folder and the section's size.
 * @param options the folder to write in, and name → size.
 * @returns the targets of all, and the names of those that failed.
 */
export async function runSections(sections, { folder, sizes }) {
  const targets = [];
  const failed = [];
  for (const [name, load] of Object.entries(sections)) {
    console.log(`\n## ${name}\n`);
    try {
      const { run } = await load();
      targets.push(...(await run(folder, sizes[name])));
    } catch (error) {
      console.error(`The section ${name} failed.`, error);
      failed.push(name);
    }
  }
  return { targets, failed };
}
