/** A command and its arguments. */
export type Command = readonly [string, ...string[]]

/** What a client's checks know of the server and of the machine. */
export interface Surroundings {
  /** The empty folder in which the client is installed and run. */
  readonly folder: string
  /** Where the tests of clients are. */
  readonly tests: string
  /** The root of the repository. */
  readonly repository: string
}

/** A client that nobody here wrote, and how it is run unmodified against a server. */
export interface OutsideClient {
  readonly client: string
  readonly version: string
  readonly language: string
  /** What its checks do with it. */
  readonly exercised: string
  /** Commands without which it cannot run, and variables that it needs. */
  readonly needs: readonly string[]
  readonly variables?: readonly string[]
  /** Packages of the system that it needs, each with a command that fails where it is not installed. */
  readonly packages?: Readonly<Record<string, Command>>
  /** Returns the commands that install it, and last the one that prints `ok:` and `not ok:` for each check. */
  readonly commands: (surroundings: Surroundings) => readonly Command[]
  /** What surprises whoever uses it, where its checks show that without failing. */
  readonly surprises?: string
  /** Why a check fails for a reason that is not ours, by the beginning of its title. */
  readonly explained?: Readonly<Record<string, string>>
}

/** Returns the commands that install packages of a Python in a folder of their own, and run a script there. */
export const pythonOf =
  (interpreter: string, script: string, ...packages: readonly string[]) =>
  ({ folder, tests }: Surroundings): readonly Command[] => [
    [interpreter, '-m', 'venv', folder],
    [`${folder}/bin/pip`, 'install', '--quiet', '--disable-pip-version-check', ...packages],
    [`${folder}/bin/python`, `${tests}/python/${script}`],
  ]

/** The same by the Python of the machine. */
export const python = (script: string, ...packages: readonly string[]) => pythonOf('python3', script, ...packages)

/** Returns the command that copies a folder of the tests into the client's. */
export const copied = ({ folder, tests }: Surroundings, path: string): Command => [
  'cp',
  '-r',
  `${tests}/${path}/.`,
  folder,
]

/** Returns the command that runs others in the client's folder, in words of a shell. */
export const shell = (words: string): Command => ['sh', '-euc', words]

/** Returns the command that fetches a file of Maven Central into the local repository. */
export const maven = (artifact: string): Command => [
  ...(['mvn', '--quiet', '--batch-mode', 'dependency:get'] as const),
  `-Dartifact=${artifact}`,
  '-Dtransitive=false',
]
