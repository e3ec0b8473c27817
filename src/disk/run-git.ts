/** The one place that runs git: nothing that a repository says makes it run anything else. */
import { type ExecFileException, execFile } from "node:child_process";
import { accessSync, constants, realpathSync, statSync } from "node:fs";
import { readFile, realpath, stat } from "node:fs/promises";
import { delimiter, isAbsolute, join, resolve } from "node:path";
import { env, platform } from "node:process";
import { isInside, repositoryOf } from "./repository.js";
import { UnreadableError } from "./unreadable-error.js";

/** Why a commit or a folder in it could not be read; the message is for the user. */
export class GitError extends UnreadableError {
  override readonly name = "GitError";
}

/** A repository that git is asked about. */
export interface GitRepository {
  /** The folder that was checked out, without links. */
  readonly top: string;
  /** Where git keeps what belongs to this checkout, such as its index. */
  readonly gitFolder: string;
  /** From there to the folder that it was opened for, with `/`; empty where they are the same. */
  readonly inside: string;
  /**
   * What git prints.
   *
   * @throws GitError with what git complains about.
   */
  git(args: readonly string[], input?: string): Promise<Buffer>;
}

/**
 * The repository around a folder. Git is not left to look for it.
 *
 * @param extra which index and which store of objects git uses, where they are not those of the repository.
 * @throws GitError where there is none, or where git says that the folder is not in it.
 */
export async function openGitRepository(
  folder: string,
  extra: GitVariables = {},
): Promise<GitRepository> {
  const real = await realpath(folder);
  const { top, isGit } = await repositoryOf(real);
  if (!isGit) throw new GitError("The catalog is in no git repository.");
  const gitFolder = await checkedGitFolder(top);
  const program = gitProgram(top);
  const git = (args: readonly string[], input = "") =>
    runGit({ program, top, gitFolder, extra }, args, input);
  const named = (await git(["rev-parse", "--show-toplevel"])).toString().replace(/\r?\n$/, "");
  if (named === "" || (await realpath(named).catch(() => "")) !== top)
    throw new GitError(`Git says that ${top} is not what this repository has checked out.`);
  return {
    top,
    gitFolder,
    inside: real.slice(top.length).split(/[\\/]/).filter(Boolean).join("/"),
    git,
  };
}

// Of a submodule and of a work tree it is a file that says where the folder is; both are outside what is checked out.
async function checkedGitFolder(top: string): Promise<string> {
  const path = join(top, ".git");
  if ((await stat(path)).isDirectory()) return path;
  const [, named] = /^gitdir: ([^\r\n]+)[\r\n]*$/.exec(await readFile(path, "utf8")) ?? [];
  const real = named && (await realpath(resolve(top, named)).catch(() => undefined));
  if (!real || isInside(top, real))
    throw new GitError(`${path} names no git folder, or one inside what is checked out.`);
  return real;
}

/** Settings that no file of the repository overrides. */
const settings: readonly string[] = [
  ...["safe.bareRepository=explicit", "core.fsmonitor=false", "core.hooksPath=/dev/null"],
  ...["core.pager=cat", "core.askPass=", "core.sshCommand=false"],
  ...["core.gitProxy=false", "core.attributesFile=/dev/null", "credential.helper="],
  ...["diff.external=", "protocol.allow=never", "fetch.recurseSubmodules=false", "gc.auto=0"],
  ...[
    "maintenance.auto=false",
    "core.alternateRefsCommand=false",
    "advice.graftFileDeprecated=false",
  ],
];

/** The variables of git's environment that we set ourselves. */
export type GitVariables = Readonly<
  Partial<
    Record<"GIT_INDEX_FILE" | "GIT_OBJECT_DIRECTORY" | "GIT_ALTERNATE_OBJECT_DIRECTORIES", string>
  >
>;

interface GitCall {
  readonly extra: GitVariables;
  readonly program: string;
  readonly top: string;
  readonly gitFolder: string;
}

function runGit(
  { program, top, gitFolder, extra }: GitCall,
  args: readonly string[],
  input: string,
): Promise<Buffer> {
  const flags = [
    ...["--no-pager", "--no-optional-locks", "--no-replace-objects", "--literal-pathspecs"],
    ...settings.flatMap((each) => ["-c", each]),
    `--git-dir=${gitFolder}`,
  ];
  return new Promise((done, reject) => {
    const child = execFile(
      program,
      [...flags, ...args],
      {
        cwd: top,
        env: { ...environment(top), ...extra },
        encoding: "buffer",
        maxBuffer: 1024 * 1024 * 1024,
      },
      (error, stdout, stderr) => {
        if (error === null) done(stdout);
        else reject(new GitError(complaint(error, stderr)));
      },
    );
    // Git may end before it has read all; what it says of that comes with its exit.
    child.stdin?.on("error", () => {});
    child.stdin?.end(input);
  });
}

function complaint(error: ExecFileException, stderr: Buffer): string {
  if (typeof error.code === "string") return `Git cannot be run: ${error.code}.`;
  return stderr
    .toString()
    .trim()
    .split(/\s*\n\s*/)
    .join(" ");
}

// Nothing that steers git comes from outside: neither GIT_*, nor settings of the machine, nor anything to ask people or
// servers with. In a partial clone git would fetch what is missing; GIT_NO_LAZY_FETCH forbids that since 2.39.4, and
// where no protocol is allowed older ones cannot either.
function environment(top: string): NodeJS.ProcessEnv {
  const kept = ["HOME", "USERPROFILE", "SYSTEMROOT", "SystemRoot", "TEMP", "TMP", "TMPDIR"];
  return {
    ...Object.fromEntries(
      kept.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])),
    ),
    PATH: programFolders(top).join(delimiter),
    LC_ALL: "C",
    GIT_ALLOW_PROTOCOL: "",
    GIT_ASKPASS: "",
    GIT_ATTR_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_GRAFT_FILE: "/dev/null",
    GIT_NO_LAZY_FETCH: "1",
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_PROTOCOL_FROM_USER: "0",
    GIT_SSH_COMMAND: "false",
    GIT_TERMINAL_PROMPT: "0",
    SSH_ASKPASS: "",
  };
}

function gitProgram(top: string): string {
  const name = platform === "win32" ? "git.exe" : "git";
  const found = programFolders(top)
    .map((folder) => join(folder, name))
    .find((path) => isProgram(path) && !isInside(top, realpathSync(path)));
  if (found === undefined) throw new GitError("There is no git here.");
  return found;
}

// What is checked out is not where programs come from, whatever PATH says: a pull request can put a `git` there.
function programFolders(top: string): readonly string[] {
  const listed = (env.PATH ?? env.Path ?? "").split(delimiter);
  return listed.filter((folder) => {
    if (!isAbsolute(folder)) return false;
    try {
      return !isInside(top, realpathSync(folder));
    } catch {
      return false; // there is no such folder
    }
  });
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
