import { spawnSync } from 'node:child_process'

/** Thrown when the registry answers no audit: nothing is known, neither good nor bad. */
export class AuditUnavailableError extends Error {}

/**
 * Returns the known vulnerabilities of the production packages, by `npm audit`.
 *
 * @throws AuditUnavailableError when the registry does not answer.
 */
export function auditProblems(): string[] {
  const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { encoding: 'utf8' })
  return readAudit(JSON.parse(stdout || '{}'))
}

/** Parses the report of `npm audit --json` into problems. */
export function readAudit({ vulnerabilities, message }: Report): string[] {
  if (vulnerabilities === undefined)
    throw new AuditUnavailableError(`the registry answers no audit (${message ?? 'no reason'})`)
  return Object.entries(vulnerabilities).map(([name, { severity, range }]) => `${name} ${range}: ${severity}`)
}

interface Report {
  readonly vulnerabilities?: Readonly<Record<string, { readonly severity: string; readonly range: string }>>
  readonly message?: string
}
