import { spawnSync } from 'node:child_process'

/** The registry has no answer to give: nothing is known, neither good nor bad. */
export class Unanswered extends Error {}

/**
 * What npm knows against the packages that the server is installed with.
 *
 * @throws Unanswered when the registry does not say.
 */
export function auditProblems(): string[] {
  const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { encoding: 'utf8' })
  return readAudit(JSON.parse(stdout || '{}'))
}

/** The report of `npm audit --json`, as problems. */
export function readAudit({ vulnerabilities, message }: Report): string[] {
  if (vulnerabilities === undefined) throw new Unanswered(`the registry answers no audit (${message ?? 'no reason'})`)
  return Object.entries(vulnerabilities).map(([name, { severity, range }]) => `${name} ${range}: ${severity}`)
}

interface Report {
  readonly vulnerabilities?: Readonly<Record<string, { readonly severity: string; readonly range: string }>>
  readonly message?: string
}
