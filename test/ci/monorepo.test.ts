import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { git } from "../support/git.js";
import { type Monorepo, monorepo } from "./monorepo.js";

/** A step of the history: what a branch does, and all that `errdex ci` finds. */
interface Step {
  readonly what: string;
  readonly change: (repo: Monorepo) => void | Promise<void>;
  /** The exit code; 0 where nothing is said. */
  readonly code?: number;
  /** Severity, rule, and the first word of what is said, of every finding. */
  readonly findings?: readonly string[];
  /** Whether the branch goes into `main` afterwards. */
  readonly lands?: boolean;
  /** False where what is generated is not written anew. */
  readonly isBuilt?: false;
  /** A branch that begins with it. */
  readonly begins?: string;
  /** The branch that it begins from and is compared with; `main` where nothing is said. */
  readonly base?: string;
}

const add = (repo: Monorepo, name: string, code: string, since: string) =>
  void repo.catalog(name).codes.set(code, { since });

const remove = (repo: Monorepo, name: string, code: string) =>
  void repo.catalog(name).codes.delete(code);

const bump = (repo: Monorepo, name: string, version: string) => {
  repo.catalog(name).version = version;
};

const retire = (repo: Monorepo, name: string, code: string, ending: string) =>
  void repo.catalog(name).codes.set(code, { retired: `{ ${ending} }`, retry: undefined });

const steps: readonly Step[] = [
  { what: "nothing is changed", change: () => {} },
  {
    what: "a code is added without a new version",
    change: (repo) => add(repo, "orders", "expired", "1.1.0"),
    code: 1,
    findings: [
      "error version-form expired",
      "error version-uncovered What",
      "note code-added expired",
    ],
  },
  {
    what: "a code is added with its version",
    change: (repo) => {
      add(repo, "orders", "expired", "1.1.0");
      bump(repo, "orders", "1.1.0");
    },
    findings: ["note code-added expired"],
    lands: true,
  },
  {
    what: "a second code comes with the same version, which is not released yet",
    change: (repo) => add(repo, "orders", "stale_cart", "1.1.0"),
    findings: ["note code-added stale_cart"],
    lands: true,
  },
  {
    what: "that is reverted",
    change: (repo) => remove(repo, "orders", "stale_cart"),
    findings: ["note code-removed stale_cart"],
    lands: true,
  },
  {
    what: "the version is released",
    change: async (repo) => {
      await repo.sync();
      await repo.release("orders");
    },
    lands: true,
    begins: "orders-1.x",
  },
  {
    what: "a released code is taken away",
    change: (repo) => {
      remove(repo, "orders", "expired");
      bump(repo, "orders", "2.0.0");
    },
    code: 1,
    findings: ["error code-removed expired"],
  },
  {
    what: "a code is retired, and the version says only minor",
    change: (repo) => {
      retire(repo, "orders", "expired", "since: 1.2.0, replaced_by: late");
      bump(repo, "orders", "1.2.0");
    },
    code: 1,
    findings: ["error version-uncovered What", "note code-renamed expired"],
  },
  {
    what: "a code is retired in a major version, as it is meant",
    change: (repo) => {
      retire(repo, "orders", "expired", "since: 2.0.0, replaced_by: late");
      bump(repo, "orders", "2.0.0");
    },
    findings: ["note code-renamed expired"],
    lands: true,
  },
  {
    what: "retiring it is reverted before a release",
    change: (repo) => {
      add(repo, "orders", "expired", "1.1.0");
      bump(repo, "orders", "1.1.0");
    },
    findings: ["note code-returned expired"],
  },
  {
    what: "the major version is released",
    change: async (repo) => {
      await repo.sync();
      await repo.release("orders");
    },
    lands: true,
  },
  {
    what: "the release is reverted",
    change: async (repo) => {
      add(repo, "orders", "expired", "1.1.0");
      bump(repo, "orders", "1.1.0");
      const ledger = git(repo.folder, "show", "orders-1.x:packages/orders/catalog/released.json");
      repo.write({ "packages/orders/catalog/released.json": ledger });
    },
    code: 1,
    findings: [
      "error code-returned expired",
      "error ledger-older The",
      "error version-uncovered The",
    ],
  },
  {
    what: "a hotfix of the older line adds a code",
    base: "orders-1.x",
    change: (repo) => {
      add(repo, "orders", "clock_skew", "1.1.1");
      bump(repo, "orders", "1.1.1");
    },
    code: 1,
    findings: ["error version-uncovered What", "note code-added clock_skew"],
  },
  {
    what: "a hotfix of the older line, with the version that it needs",
    base: "orders-1.x",
    change: async (repo) => {
      add(repo, "orders", "clock_skew", "1.2.0");
      bump(repo, "orders", "1.2.0");
      await repo.sync();
      await repo.release("orders");
    },
    findings: ["note code-added clock_skew"],
    lands: true,
  },
  {
    what: "the hotfix comes to main as a code, and the ledger of main stays",
    change: (repo) => {
      add(repo, "orders", "clock_skew", "2.1.0");
      bump(repo, "orders", "2.1.0");
    },
    findings: ["note code-added clock_skew"],
    lands: true,
  },
  {
    what: "the ledger of the older line comes to main with it",
    change: (repo) => {
      const ledger = git(repo.folder, "show", "orders-1.x:packages/orders/catalog/released.json");
      repo.write({ "packages/orders/catalog/released.json": ledger });
    },
    code: 1,
    findings: ["error ledger-older The", "error released-since clock_skew"],
  },
  {
    what: "a ledger is edited by hand",
    change: (repo) => {
      const path = "packages/images/catalog/released.json";
      repo.write({ [path]: repo.read(path).replace("[409]", "[410]") });
    },
    code: 1,
    findings: ["error released-form The"],
  },
  {
    what: "a ledger is deleted",
    change: (repo) => rmSync(join(repo.folder, "packages/images/catalog/released.json")),
    code: 1,
    findings: ["error ledger-forgotten released.json"],
  },
  {
    what: "a code in use is given another meaning",
    change: (repo) => {
      repo.catalog("billing").codes.set("unpaid", {
        title: "Password too weak",
        message: "Choose a longer password.",
        meaning: "The password has fewer than twelve characters.",
        resolver: "caller",
      });
      bump(repo, "billing", "2.0.0");
    },
    code: 1,
    findings: [
      "error code-repurposed unpaid",
      "note meaning-changed The",
      "note message-changed The",
      "note resolver-changed `resolver`",
      "note title-changed The",
    ],
  },
  {
    what: "a code is deprecated, and the reason is hostile to whoever shows it",
    change: (repo) => {
      repo.catalog("billing").codes.set("unpaid", {
        deprecated: '{ since: 1.1.0, reason: "::error::x ##[group] @everyone" }',
      });
      bump(repo, "billing", "1.1.0");
    },
    findings: ["note code-deprecated unpaid"],
  },
  {
    what: "outputs are not built",
    change: async (repo) => {
      repo.catalog("billing").codes.set("unpaid", { title: "not paid yet" });
      bump(repo, "billing", "1.0.1");
      await repo.sync({ build: false });
    },
    isBuilt: false,
    code: 1,
    findings: [
      "error output-stale packages/billing/src/errors/guidance.ts",
      "error output-stale packages/billing/src/errors/index.ts",
      "error output-stale packages/billing/src/errors/wire.ts",
      "note title-changed The",
    ],
  },
  {
    what: "the settings ask for more, on a branch of its own",
    change: (repo) => {
      repo.settings = ["max_warnings: 100", "coverage: { sources: packages, changed: true }"];
    },
    begins: "strict",
  },
  {
    what: "a catalog moves",
    change: (repo) => repo.move("images", "packages/media/catalog"),
    findings: [],
    lands: true,
  },
  {
    what: "it moves back, and loses a code on the way",
    change: (repo) => {
      repo.move("images", "packages/images/catalog");
      remove(repo, "images", "gone");
    },
    code: 1,
    findings: ["error code-removed gone", "error version-uncovered What"],
  },
  {
    what: "a catalog is split: a code goes to a new one, and leaves a tombstone",
    change: (repo) => {
      repo.split("images", "plans", "packages/plans/catalog", ["plan_required"]);
      retire(repo, "images", "plan_required", "since: 2.0.0, replaced_by: plans/plan_required");
      bump(repo, "images", "2.0.0");
    },
    findings: ["note code-renamed plan_required"],
    lands: true,
  },
  {
    what: "the tombstone leads to a code that the other catalog does not have",
    change: (repo) => {
      retire(repo, "images", "plan_required", "since: 2.0.0, replaced_by: plans/plan_needed");
    },
    code: 1,
    findings: ["error successor-unknown plans", "note ending-changed What"],
  },
  {
    what: "a code goes to the other catalog without a tombstone",
    change: (repo) => {
      remove(repo, "images", "gone");
      add(repo, "plans", "gone", "1.0.0");
      bump(repo, "plans", "1.1.0");
    },
    code: 1,
    findings: ["error code-removed gone", "note code-added gone"],
  },
  {
    what: "two catalogs have one code",
    change: (repo) => {
      add(repo, "plans", "late", "1.0.0");
      bump(repo, "plans", "1.1.0");
    },
    findings: ["note code-added late", "note code-twice late"],
  },
  {
    what: "two catalogs have one name",
    change: (repo) => {
      repo.catalog("plans").name = "images";
    },
    code: 1,
    findings: [
      "error catalog-twice There",
      "error version-uncovered What",
      "note catalog-renamed plans",
      "note successor-unknown There",
    ],
  },
  {
    what: "a catalog writes elsewhere, and leaves what it wrote before",
    change: (repo) => {
      repo.catalog("billing").output = "../src/others";
    },
    code: 1,
    findings: ["error output-stale packages/billing/src/errors"],
  },
  {
    what: "a new catalog takes over the output of another",
    change: (repo) => {
      repo.catalog("billing").output = "../src/others";
      repo.split("billing", "invoices", "packages/invoices/catalog", ["unpaid"]);
      repo.catalog("invoices").output = "../../billing/src/errors";
      rmSync(join(repo.folder, "packages/billing/src/errors"), { recursive: true });
    },
    findings: ["note code-twice unpaid", "warning output-handed-over typescript"],
  },
  {
    what: "the settings ask for less than before",
    base: "strict",
    change: (repo) => {
      repo.settings = [];
    },
    findings: ["warning settings-lowered Coverage", "warning settings-lowered max_warnings"],
  },
  {
    what: "a catalog vanishes",
    change: (repo) => repo.drop("billing"),
    code: 1,
    findings: ["error catalog-gone The"],
  },
  {
    what: "a catalog vanishes, and the settings say why",
    change: (repo) => {
      repo.drop("billing");
      repo.settings = ["removed: { billing: Nobody has called it since the shop was sold. }"];
    },
    findings: ["note catalog-removed The"],
  },
  {
    what: "a catalog vanishes from the settings alone",
    change: (repo) => {
      repo.unnamed = ["billing"];
    },
    code: 1,
    findings: [
      "error catalog-gone The",
      "error output-stale packages/billing/src/errors",
      "note catalog-unnamed The",
    ],
  },
  {
    what: "the settings speak of a removal that is none",
    change: (repo) => {
      repo.settings = ["removed: { images: It is gone. }"];
    },
    findings: ["warning removed-unneeded The"],
  },
  {
    what: "git ignores a catalog",
    change: (repo) => {
      repo.split("billing", "invoices", "packages/invoices/catalog", []);
      repo.catalog("invoices").codes.set("unpaid_twice", {});
      repo.write({ ".gitignore": "packages/invoices/catalog/\n" });
    },
    code: 1,
    findings: ["error catalog-ignored Git"],
  },
  {
    what: "coverage of what is new falls short",
    change: (repo) => {
      add(repo, "billing", "disputed", "1.1.0");
      bump(repo, "billing", "1.1.0");
      repo.settings = [
        "coverage:",
        "  sources: packages",
        "  changed: true",
        "  fail_on: [unknown, unraised, unseen]",
      ];
    },
    code: 1,
    findings: [
      "error coverage-unraised disputed",
      // What imports the catalog that moved leads nowhere now.
      "error coverage-unseen The",
      "note code-added disputed",
      "warning coverage-unhandled disputed",
      "warning coverage-untested No",
    ],
  },
];

describe("errdex ci over the history of a monorepo", () => {
  it("finds in each step exactly what the table says", { timeout: 300_000 }, async () => {
    const repo = await monorepo();
    const states = new Map([["main", repo.keep()]]);
    expect(steps.length).toBeGreaterThanOrEqual(25);
    const judged: object[] = [];
    for (const step of steps) {
      const base = step.base ?? "main";
      git(repo.folder, "checkout", "--quiet", "--force", "-B", "work", base);
      git(repo.folder, "clean", "-ffdxq");
      states.get(base)?.();
      await step.change(repo);
      if (step.isBuilt !== false) await repo.sync();
      repo.commit(step.what);
      const argv = ["ci", "--base", `git:${base}`, "--format", "json"];
      const { code, out, err } = await repo.errdex(argv);
      const { findings = [] } = (out === "" ? {} : JSON.parse(out)) as Said;
      const found = findings.map(
        ({ severity, rule, message }) => `${severity} ${rule} ${message.split(" ")[0]}`,
      );
      judged.push({ step: step.what, code, err, findings: found.sort() });
      if (step.begins !== undefined) {
        git(repo.folder, "branch", step.begins, "work");
        states.set(step.begins, repo.keep());
      }
      if (step.lands !== true) continue;
      git(repo.folder, "branch", "--force", base, "work");
      states.set(base, repo.keep());
    }
    expect(judged).toEqual(
      steps.map(({ what, code = 0, findings = [] }) => ({
        step: what,
        code,
        err: "",
        findings: [...findings].sort(),
      })),
    );
  });
});

interface Said {
  readonly findings?: readonly {
    readonly severity: string;
    readonly rule: string;
    readonly message: string;
  }[];
}
