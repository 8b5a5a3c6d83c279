/** The test runners that `init` writes a test for. */
export const runners = ['vitest', 'jest', 'node', 'tap', 'mocha', 'pytest'] as const

/** One of `runners`; `node` is the runner that Node itself has. */
export type Runner = (typeof runners)[number]

/** What a project says of itself. */
export interface Project {
  /** The content of `package.json`, if there is one. */
  readonly manifest?: Manifest | undefined
  /** The files in the project's folder, by name. */
  readonly files: readonly string[]
  /** The text of the files that describe a Python project. */
  readonly python: string
}

/** A `package.json`, as far as it tells which runner there is. */
export interface Manifest {
  readonly type?: string
  readonly scripts?: Readonly<Record<string, string>>
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
}

/** The files by which a folder is known as a Python project. */
export const pythonFiles = ['pyproject.toml', 'setup.cfg', 'tox.ini', 'pytest.ini', 'requirements.txt', 'conftest.py']

/**
 * Returns the runner of a project: the one that its script `test` calls, else the first that it depends on, else pytest
 * where only Python is, else Node's.
 */
export function runnerOf({ manifest, files, python }: Project): Runner {
  const { scripts = {}, dependencies, devDependencies } = manifest ?? {}
  const called = runners.find((name) => commandOf[name].test(scripts.test ?? ''))
  const installed = runners.find((name) => name in { ...dependencies, ...devDependencies })
  const isPython = pythonFiles.some((name) => files.includes(name))
  if (called !== undefined || installed !== undefined) return called ?? installed ?? 'node'
  return isPython && (manifest === undefined || /\bpytest\b/.test(python)) ? 'pytest' : 'node'
}

const commandOf: Readonly<Record<Runner, RegExp>> = {
  vitest: /\bvitest\b/,
  jest: /\bjest\b/,
  node: /\bnode\b.* --test\b/,
  tap: /(?:^|[\s/])tap\b/,
  mocha: /\bmocha\b/,
  pytest: /\bpytest\b/,
}
